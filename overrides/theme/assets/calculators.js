// The page's part of every calculator: takes a form's answers to Python and shows what it says.
// It knows no calculator: a form's controls are the answers, and all words of a result are Python's.
// Nothing is stored, logged or put into a URL.

"use strict";
{
  const sections = () => document.querySelectorAll(".calculator");
  const part = (section, name) => section.querySelector(`.calculator-${name}`);
  const field = (section, name) => section.querySelector(`[data-field="${CSS.escape(name)}"]`);

  let state = "starting"; // of Python, and what there is to say about it
  let step = "";
  const asked = new Map(); // section -> its question, as yet without an answer
  const notes = new Map(); // section -> words for that section alone
  const copies = new Map(); // section -> the text to copy

  // What Python is doing, in every section's status line, with the words for that section alone.
  function tell(...news) {
    if (news.length) [state, step] = news;
    for (const section of sections()) {
      const waits = asked.has(section) && state !== "ready";
      const note = waits ? "Your answer follows as soon as Python is ready." : notes.get(section);
      const line = [step, note].filter(Boolean).join(" ");
      if (part(section, "status").textContent !== line) part(section, "status").textContent = line;
      section.dataset.state = state;
    }
  }

  // ---- Questions and answers

  async function ask(section) {
    clear(section);
    const { calculator } = section.dataset;
    const answers = Object.fromEntries(new FormData(part(section, "form")));
    const question = python.ask(JSON.stringify({ calculator, answers, form: section.id }));
    asked.set(section, question);
    tell();
    const text = await question.catch(() => null); // why there is none, Python's line tells
    if (asked.get(section) !== question) return; // the answers were changed since
    asked.delete(section);
    if (text) show(section, JSON.parse(text));
    tell();
  }

  function edited(section, control) {
    const cancelled = asked.has(section);
    clear(section);
    if (cancelled) notes.set(section, "An answer was changed: press Calculate again.");
    const confirm = field(section, "confirm");
    if (control?.name !== "confirm") {
      confirm.hidden = true;
      confirm.querySelector("input").checked = false;
    }
    tell();
  }

  // ---- What a person sees

  function show(section, reply) {
    for (const [name, html] of Object.entries(reply.fields)) {
      field(section, name).querySelector(".field-said").innerHTML = html;
    }
    (reply.outcome === "invalid" ? showErrors : showResult)(section, reply);
    const told = () => ({ text: toCopy(section), warnings: warnings().map(words) });
    section.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: { ...reply, told } }));
  }

  function showResult(section, { html, text }) {
    const time = new Date().toLocaleString("sv").slice(0, 16); // Swedish writes 2026-11-22 02:10
    const result = part(section, "result");
    result.innerHTML = html;
    for (const place of result.querySelectorAll("[data-time]")) place.textContent = time;
    copies.set(section, `${text.trimEnd()}\nCalculated at: ${time}\n`);
    warn();
    result.scrollIntoView();
  }

  // What the page says against itself stands beside every result too, and in what is copied.
  const warnings = () => [...document.querySelectorAll(".md-banner [data-warning]:not([hidden])")];

  function warn() {
    for (const section of copies.keys()) {
      part(section, "result").querySelectorAll("[data-warning]").forEach((old) => old.remove());
      part(section, "result").prepend(...warnings().map((warning) => warning.cloneNode(true)));
    }
  }

  const words = (warning) => warning.innerText.trim().replace(/\s+/g, " ");
  const toCopy = (section) => [...warnings().map(words), copies.get(section)].join("\n\n");

  function showErrors(section, { summary, record }) {
    for (const { code, field: name } of record.errors) {
      if (code === "confirm") field(section, "confirm").hidden = false;
      field(section, name)?.querySelector("[type=text]")?.setAttribute("aria-invalid", "true");
    }
    part(section, "errors").innerHTML = summary;
    part(section, "errors").hidden = false;
    part(section, "errors").focus();
    tellTitle();
  }

  function clear(section) {
    for (const kept of [asked, notes, copies]) kept.delete(section);
    const said = section.querySelectorAll(".calculator-result, .calculator-errors, .field-said");
    said.forEach((place) => place.replaceChildren());
    part(section, "errors").hidden = true;
    section.querySelectorAll("[aria-invalid]").forEach((each) => each.removeAttribute("aria-invalid"));
    tellTitle();
  }

  function tellTitle() {
    const errors = document.querySelector(".calculator-errors:not([hidden])");
    document.title = (errors ? "Error: " : "") + document.title.replace(/^Error: /, "");
  }

  async function copy(section) {
    const text = toCopy(section);
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    say(section, "copy", done || copiedTheOldWay(text) ? "Copied" : "Copying is not allowed here.");
  }

  // A frame that may not open dialogs prints nothing, and does not say so; some apps cannot print.
  function print(section) {
    let begun = false;
    addEventListener("beforeprint", () => (begun = true), { once: true });
    self.print?.();
    if (!begun) say(section, "print", "Printing is not allowed here.");
  }

  function say(section, button, said) {
    const place = section.querySelector(`[data-${button}]`);
    if (!place) return; // the answer has gone meanwhile
    place.textContent = said; // where the person looks
    notes.set(section, said); // and where a screen reader hears it
    tell();
  }

  // A page that came over plain http may copy only what is selected.
  function copiedTheOldWay(text) {
    const focused = document.activeElement;
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused.focus();
    return done;
  }

  // ---- What a person does

  for (const change of ["input", "reset"]) {
    document.addEventListener(change, ({ target }) => {
      const section = target.closest(".calculator");
      if (section) edited(section, target);
    });
  }

  document.addEventListener("click", (event) => {
    const section = event.target.closest(".calculator");
    const pressed = (what) => section && event.target.closest(what);
    const link = pressed(".calculator-errors a");
    if (link) {
      event.preventDefault();
      const control = document.getElementById(link.hash.slice(1));
      control.closest("details")?.setAttribute("open", "");
      control.focus();
    }
    if (pressed("[type=submit]")) {
      event.preventDefault(); // Enter presses this button too; a sandboxed frame knows no submit
      ask(section);
    }
    if (pressed("[type=reset]")) section.querySelector("input").focus();
    if (pressed("[data-copy]")) copy(section);
    if (pressed("[data-print]")) print(section);
  });

  document.addEventListener("warned", warn);

  // The browser may bring a page back as it was left, with a result that is no longer meant.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) sections().forEach((section) => edited(section));
  });

  if (sections().length) python.start(tell);
}
