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

import { one } from "./dom.js";
import { put } from "./filling.js";

const parameters = new URLSearchParams(location.hash.slice(1));
const host = parameters.get("protocol") === "1" ? origin(parameters.get("host")) : null;
const dark = matchMedia("(prefers-color-scheme: dark)");
const { port1: port, port2 } = new MessageChannel();
let scheme = parameters.get("scheme");

// Only a whole and exact origin is one that the browser delivers to, and to no other.
/** @param {string | null} text */
function origin(text) {
  const link = Object.assign(document.createElement("a"), { href: text }); // which never throws
  return link.origin === text && text !== "null" ? text : null;
}

function paint() {
  const isDark = scheme ? scheme === "dark" : dark.matches;
  document.body.dataset.mdColorScheme = isDark ? "slate" : "default";
}

// Inputs of another patient must not be mixed with these: nothing is left from before.
/** @param {Record<string, unknown> | null} inputs */
function fill(inputs) {
  const form = /** @type {HTMLFormElement} */ (one(document, ".calculator-form"));
  form.reset();
  const given = Object.entries(inputs ?? {});
  const refused = given.filter(([name, text]) => !put(form, name, text)).map(([name]) => name);
  const note = one(document, ".frame-note");
  const not = refused.length ? ` Not taken: ${refused.join(", ")}.` : "";
  note.textContent = `Filled in by ${host}: check every answer.${not}`;
  if (not) port.postMessage({ refused });
  note.hidden = !given.length;
}

/** @param {Event} event */
function onAnswered(event) {
  const { target, detail } = /** @type {CustomEvent<Answered>} */ (event);
  const name = `.calculator-${detail.outcome === "invalid" ? "errors" : "result"}`;
  const part = one(/** @type {HTMLElement} */ (target), name);
  port.postMessage({ height: height(), top: part.getBoundingClientRect().top + scrollY });
  if (detail.outcome !== "invalid" && host && self.hosts?.includes(host)) offer(part, detail, host);
}

/** @param {HTMLElement} part @param {Answered} answered @param {string} host */
function offer(part, { outcome, record, toHandOver }, host) {
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.textContent = `Hand over to ${new URL(host).host}`;
  button.onclick = () => {
    port.postMessage({ result: { outcome, record, ...toHandOver() } });
    button.textContent = `Handed over to ${new URL(host).host}`;
  };
  part.querySelector("[data-copy]")?.after(button);
}

const height = () => Math.ceil(document.body.getBoundingClientRect().height);

/** @param {string} host */
function connect(host) {
  const { calculator } = one(document, ".calculator").dataset;
  parent.postMessage({ protocol: 1, calculator }, host, [port2]);
  port.onmessage = ({ data }) => {
    if ("answers" in data) fill(data.answers);
    if ("scheme" in data) scheme = data.scheme;
    paint();
  };
  new ResizeObserver(() => port.postMessage({ height: height() })).observe(document.body);
  document.addEventListener("answered", onAnswered);
}

paint();
dark.addEventListener("change", paint);
if (host && parent !== self) addEventListener("DOMContentLoaded", () => connect(host));
