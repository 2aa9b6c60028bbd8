// The frame's part of an embed: is as light or dark as the page around it, and talks with that page,
// in protocol 1, over a channel of its own. The page around is told nothing unless the address says
// who it is; the browser then sees to it that no other page hears.
//
//   this page    {height}    of the content, in pixels, whenever it changes
//                {top}       how far down, in pixels, an answer begins that was not there before
//                {refused}   names of answers that the form has no place for
//                {result}    {outcome, record, text, warnings}, when the person presses the button
//   page around  {scheme}    "light" or "dark"
//                {answers}   name -> text; the form begins anew with these

"use strict";
{
  const told = new URLSearchParams(location.hash.slice(1));
  const host = told.get("protocol") === "1" ? origin(told.get("host")) : null;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const { port1: port, port2 } = new MessageChannel();
  let scheme = told.get("scheme");

  // Only a whole and exact origin is one that the browser delivers to, and to no other.
  function origin(text) {
    try {
      return new URL(text).origin === text && text !== "null" ? text : null;
    } catch {
      return null;
    }
  }

  function paint() {
    const isDark = scheme ? scheme === "dark" : dark.matches;
    document.body.dataset.mdColorScheme = isDark ? "slate" : "default";
  }

  // Answers of another patient must not be mixed with these: nothing is left from before.
  function fill(answers) {
    const form = document.querySelector(".calculator-form");
    form.reset();
    const given = Object.entries(answers ?? {});
    const left = given.filter(([name, text]) => !filling.put(form, name, text));
    const refused = left.map(([name]) => name);
    const note = document.querySelector(".frame-note");
    note.textContent = `Filled in by ${host}: check every answer.`;
    if (refused.length) {
      note.textContent += ` Not taken: ${refused.join(", ")}.`;
      port.postMessage({ refused });
    }
    note.hidden = !given.length;
  }

  function answered({ target, detail }) {
    const { outcome } = detail;
    const part = target.querySelector(`.calculator-${outcome === "invalid" ? "errors" : "result"}`);
    port.postMessage({ height: height(), top: part.getBoundingClientRect().top + scrollY });
    if (outcome !== "invalid" && self.hosts?.includes(host)) offer(part, detail);
  }

  function offer(part, { outcome, record, told }) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Hand over to ${new URL(host).host}`;
    button.onclick = () => {
      port.postMessage({ result: { outcome, record, ...told() } });
      button.textContent = `Handed over to ${new URL(host).host}`;
    };
    part.querySelector("[data-copy]")?.after(button);
  }

  const height = () => Math.ceil(document.body.getBoundingClientRect().height);

  function greet() {
    const calculator = document.querySelector(".calculator").dataset.calculator;
    parent.postMessage({ protocol: 1, calculator }, host, [port2]);
    port.onmessage = ({ data }) => {
      if ("answers" in data) fill(data.answers);
      if ("scheme" in data) scheme = data.scheme;
      paint();
    };
    new ResizeObserver(() => port.postMessage({ height: height() })).observe(document.body);
    document.addEventListener("answered", answered);
  }

  paint();
  dark.addEventListener("change", paint);
  if (host && parent !== self) addEventListener("DOMContentLoaded", greet);
}
