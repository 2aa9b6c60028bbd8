// The page's part of every calculator: takes a form's inputs to Python and shows what it says.
// It knows no calculator: a form's controls are the inputs, and all words of a result are Python's.
// Nothing is stored, logged or put into a URL.

import { copy, print } from "./copying.js";
import { closest, one } from "./dom.js";
import { takeOffer } from "./filling.js";
import { workerFromText } from "./packed.js";
import { clear, repeatWarnings, show, withdrawConfirmation } from "./results.js";
import { calculators, notes, onState, part, updateStatus, waiting } from "./status.js";

/** @param {HTMLElement} section */
async function calculate(section) {
  clear(section);
  const { calculator } = section.dataset;
  const data = new FormData(/** @type {HTMLFormElement} */ (part(section, "form")));
  const texts = [...data.keys()].map((name) => [name, data.getAll(name).join("\n")]);
  const answers = Object.fromEntries(texts);
  const request = python.ask(JSON.stringify({ calculator, answers, form: section.id }));
  waiting.set(section, request);
  updateStatus();
  const text = await request.catch(() => null); // why there is none, Python's line tells
  if (waiting.get(section) !== request) return; // the inputs were changed since
  waiting.delete(section);
  if (text) show(section, JSON.parse(text));
  updateStatus();
}

/** @param {HTMLElement} section @param {EventTarget | null} control */
function onEdit(section, control) {
  const cancelled = waiting.has(section);
  clear(section);
  if (cancelled) notes.set(section, "An answer was changed: press Calculate again.");
  if (!(control instanceof HTMLInputElement && control.name === "confirm")) {
    withdrawConfirmation(section);
  }
  updateStatus();
}

/** @param {HTMLAnchorElement} link */
function goToField(link) {
  const control = document.getElementById(link.hash.slice(1));
  control?.closest("details")?.setAttribute("open", "");
  control?.focus();
}

for (const change of ["input", "reset"]) {
  document.addEventListener(change, (event) => {
    const section = closest(event, ".calculator-form")?.parentElement; // not a tick of a result
    if (section) onEdit(section, event.target);
  });
}

document.addEventListener("click", (event) => {
  const section = closest(event, ".calculator");
  if (!section) return;
  const link = closest(event, ".calculator-errors a");
  if (link) {
    event.preventDefault();
    goToField(/** @type {HTMLAnchorElement} */ (link));
  }
  if (closest(event, "[type=submit]")) {
    event.preventDefault(); // Enter presses this button too; a sandboxed frame knows no submit
    calculate(section);
  }
  if (closest(event, "[type=reset]")) one(section, "input").focus();
  const button = closest(event, "[data-copy], [data-print]");
  if (button) (button.dataset.copy ? copy : print)(section, button);
});

document.addEventListener("click", takeOffer);
document.addEventListener("warned", repeatWarnings);

// The browser may bring a page back as it was left, with a result that is no longer meant.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) for (const section of calculators()) onEdit(section, null);
});

if (calculators().length) python.start(onState, workerFromText);
