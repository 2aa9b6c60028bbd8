// The page's part of every calculator: asks Python, which runs in a worker, and shows what it says.
// It knows no calculator: a form's controls are the answers, and all words of a result are Python's.
// Nothing is stored, logged or put into a URL.

const patience = 10_000; // ms without a sign of life, or without an answer
const instead = "Use the tables below, by hand.";

let worker = null;
let state = "starting"; // then "ready"; or "failed", which may still turn into the others
let step = ""; // what Python is doing, or why it cannot, in words
let watchdog;
let lastId = 0;
const asked = new Map(); // section -> {id, text, timer}: its question, as yet without an answer
const notes = new Map(); // section -> words for that section alone
const copies = new Map(); // section -> the text to copy

const sections = () => document.querySelectorAll(".calculator");
const part = (section, name) => section.querySelector(`.calculator-${name}`);
const field = (section, name) => section.querySelector(`[data-field="${CSS.escape(name)}"]`);

// ---- Python, in its worker

function start() {
  const folder = document.querySelector('meta[name="runtime"]').content;
  const url = new URL("boot.js", new URL(folder, document.baseURI));
  let alive = false;
  tell("starting", "Python is starting …");
  watch();
  try {
    worker = new Worker(url, { type: "module" });
  } catch (error) {
    return stop(`the browser refused to start boot.js (${error.name})`);
  }
  worker.onmessage = ({ data }) => {
    alive = true;
    heard(data);
  };
  worker.onerror = async (event) => {
    event.preventDefault();
    stop(alive ? "Python's worker crashed" : await whyNot(url));
  };
}

function heard({ id, text, failure, ready, step, received, total }) {
  if (failure) return stop(failure);
  if (id) return answered(id, text);
  clearTimeout(watchdog);
  if (ready) {
    asked.forEach(send);
    tell("ready", "");
  } else {
    watch();
    tell("starting", `${step} …${amount(received, total)}`);
  }
}

// A worker that starts and says nothing for long may yet come round: it is left alone.
function watch() {
  clearTimeout(watchdog);
  const what = "The calculator has not started: nothing has arrived for 10 seconds.";
  const hope = "Should Python arrive after all, the calculator will work.";
  watchdog = setTimeout(() => tell("failed", `${what} ${instead} ${hope}`), patience);
}

// There is no way on with this worker. The next question starts another.
function stop(cause) {
  clearTimeout(watchdog);
  worker?.terminate();
  worker = null;
  sections().forEach(forget);
  tell("failed", `The calculator cannot answer: ${cause}. ${instead}`);
}

// Why a worker died without a word: the browser does not say, so the file is looked at.
async function whyNot(url) {
  const response = await fetch(url).catch(() => null);
  if (!response) return "the file boot.js could not be fetched";
  if (!response.ok) return `the file boot.js is missing (status ${response.status})`;
  const type = response.headers.get("content-type") ?? "no type";
  if (!type.includes("javascript")) return `the server sends the script boot.js as ${type}`;
  return "the browser refused to run boot.js (a Content Security Policy, or a browser too old)";
}

// Whole megabytes, so that a screen reader hears a few steps and not a hundred.
function amount(received, total) {
  const [have, all] = [received, total].map((bytes) => Math.round(bytes / 1e6));
  if (!have) return "";
  return all >= have ? ` ${have} of ${all} MB` : ` ${have} MB`;
}

// What Python is doing, in every section's status line, with the words for that section alone.
function tell(newState = state, words = step) {
  [state, step] = [newState, words];
  for (const section of sections()) {
    const line = [step, notes.get(section)].filter(Boolean).join(" ");
    if (part(section, "status").textContent !== line) part(section, "status").textContent = line;
    section.dataset.state = state;
  }
}

// ---- Questions and answers

function ask(section) {
  clear(section);
  const { calculator } = section.dataset;
  const answers = Object.fromEntries(new FormData(part(section, "form")));
  const text = JSON.stringify({ calculator, answers, form: section.id });
  asked.set(section, { id: ++lastId, text });
  notes.set(section, "Your answer follows as soon as Python is ready.");
  if (!worker) start();
  if (state === "ready") send(asked.get(section), section);
  tell();
}

function send(question, section) {
  notes.delete(section);
  question.timer = setTimeout(() => stop("no answer came within 10 seconds"), patience);
  worker.postMessage({ id: question.id, text: question.text });
}

// An answer to a question that was since changed finds no section, and is dropped.
function answered(id, text) {
  const [section] = [...asked].find(([, question]) => question.id === id) ?? [];
  if (!section) return;
  forget(section);
  show(section, JSON.parse(text));
  tell();
}

function forget(section) {
  clearTimeout(asked.get(section)?.timer);
  asked.delete(section);
  notes.delete(section);
}

function edited(section, control) {
  const cancelled = asked.has(section);
  clear(section);
  if (cancelled) notes.set(section, "An answer was changed: press Calculate again.");
  const confirm = field(section, "confirm");
  if (!confirm.contains(control)) {
    confirm.hidden = true;
    confirm.querySelector("input").checked = false;
  }
  tell();
}

// ---- What a person sees

function show(section, { outcome, html, text, summary, errors }) {
  if (outcome === "invalid") return showErrors(section, summary, errors);
  const time = new Date().toLocaleString("sv").slice(0, 16); // Swedish writes 2026-11-22 02:10
  const result = part(section, "result");
  result.innerHTML = html;
  for (const place of result.querySelectorAll("[data-time]")) place.textContent = time;
  copies.set(section, `${text.trimEnd()}\nCalculated at: ${time}\n`);
  result.scrollIntoView();
}

function showErrors(section, summary, errors) {
  for (const error of errors) {
    if (error.code === "confirm") field(section, "confirm").hidden = false;
    const place = field(section, error.field);
    if (!place) continue;
    const message = place.querySelector(".field-error");
    message.textContent = `${message.textContent} ${error.text}`.trim();
    message.hidden = false;
    place.querySelector("input:not([type=radio])")?.setAttribute("aria-invalid", "true");
  }
  part(section, "errors").innerHTML = summary;
  part(section, "errors").hidden = false;
  part(section, "errors").focus();
  tellTitle();
}

function clear(section) {
  forget(section);
  copies.delete(section);
  part(section, "result").replaceChildren();
  part(section, "errors").replaceChildren();
  part(section, "errors").hidden = true;
  for (const message of section.querySelectorAll(".field-error")) {
    message.textContent = "";
    message.hidden = true;
    message.closest(".field").querySelector("input").removeAttribute("aria-invalid");
  }
  tellTitle();
}

function tellTitle() {
  const errors = document.querySelector(".calculator-errors:not([hidden])");
  document.title = (errors ? "Error: " : "") + document.title.replace(/^Error: /, "");
}

function focusOn(control) {
  control.closest("details")?.setAttribute("open", "");
  control.focus();
}

async function copy(section) {
  const text = copies.get(section);
  const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  const said = done || copiedTheOldWay(text) ? "Copied" : "Copying is not allowed here.";
  section.querySelector("[data-copy]").textContent = said; // where the person looks
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

document.addEventListener("submit", (event) => {
  const section = event.target.closest(".calculator");
  if (!section) return;
  event.preventDefault();
  ask(section);
});

document.addEventListener("input", ({ target }) => {
  const section = target.closest(".calculator");
  if (section) edited(section, target);
});

document.addEventListener("click", (event) => {
  const section = event.target.closest(".calculator");
  const link = event.target.closest(".calculator-errors a");
  if (link) {
    event.preventDefault();
    focusOn(document.getElementById(link.hash.slice(1)));
  } else if (section && event.target.closest("[data-copy]")) {
    copy(section);
  } else if (section && event.target.closest("[data-print]")) {
    window.print();
  }
});

// The browser may bring a page back as it was left, with a result that is no longer meant.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) sections().forEach((section) => edited(section, null));
});

if (sections().length) start();
