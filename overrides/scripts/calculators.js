// The page's part of every calculator: takes a form's inputs to Python and shows what it says.
// It knows no calculator: a form's controls are the inputs, and all words of a result are Python's.
// Nothing is stored, logged or put into a URL.

import { copy, print } from "./copying.js";
import { all, closest, meta, one } from "./dom.js";
import { takeOffer } from "./filling.js";
import { workerFromText } from "./packed.js";
import { clear, grey, repeatWarnings, show, stayAwake } from "./results.js";
import { calculators, onState, part, pressed, updateStatus, waiting } from "./status.js";

// First: where python.js did not come this is the end, and the line that says so stays.
if (calculators().length) python.start(onState, workerFromText);

/** @type {Promise<void> | undefined} */
let letGo; // of the mouse, while its button is down

// One request at a time, and the newest next: a slow device is not asked for every key.
/** @param {HTMLElement} section @param {string} [typing] the input that is being typed, if live */
async function calculate(section, typing) {
  if (typing !== undefined && section.dataset.state === "failed") return clear(section);
  /** @type {Promise<string>} */
  const request = Promise.resolve(waiting.get(section))
    .then(() => (waiting.get(section) === request ? python.ask(question(section, typing)) : ""))
    .catch(() => ""); // why there is no response, Python's line tells
  waiting.set(section, request);
  updateStatus();
  const text = await request;
  await letGo;
  if (waiting.get(section) !== request) return; // the inputs were changed since
  if (text) show(section, JSON.parse(text));
  else clear(section);
}

/** @param {HTMLElement} section @param {string} [typing] */
function question(section, typing) {
  const data = new FormData(/** @type {HTMLFormElement} */ (part(section, "form")));
  const texts = [...data.keys()].map((name) => [name, data.getAll(name).join("\n")]);
  const asked = { answers: Object.fromEntries(texts), typing, record: parent !== self };
  // With it go the names of the calculator, of the form, and of the bundle.
  return JSON.stringify({ ...section.dataset, ...meta("runtime").dataset, ...asked });
}

const answered = ":scope > .calculator-result:not([data-changed]) > .outcome";

// What is being typed is not found fault with; what was left is, though a browser tells no change where
// the same is typed anew. A field that is left as it was answered leaves the result as it is: whoever
// presses there is not in vain. Of the last patient nothing stays, not even greyed.
/** @param {Event} event */
function onChange(event) {
  const section = closest(event, ".calculator-form")?.parentElement; // not a tick of a result
  const typed = /** @type {HTMLInputElement | null} */ (closest(event, "[spellcheck]"));
  const isLeft = section?.dataset.typing === typed?.name && !section?.querySelector(answered);
  const isFilled = event.type === "change" && !event.isTrusted; // by what may tell of that alone
  if (!section || (/change|focusout/.test(event.type) && !(typed && (isLeft || isFilled)))) return;
  section.dataset.typing = (event.type === "input" && typed?.name) || "";
  if (event.type === "reset") return clear(section);
  // Another group of options is shown: none of the last one stays chosen.
  const groups = closest(event, "[data-shows]")?.closest(".groups");
  Object.assign(groups?.querySelector(".options :checked") ?? {}, { checked: false });
  grey(section, closest(event, "*"));
  calculate(section, section.dataset.typing);
}
for (const type of ["input", "change", "focusout", "reset"]) addEventListener(type, onChange);

// A click whose target moves away under the button is lost: what is shown waits until it is let go.
addEventListener("mousedown", () => {
  letGo = new Promise((go) => addEventListener("mouseup", () => setTimeout(go), { once: true }));
});

document.addEventListener("click", (event) => {
  const section = closest(event, ".calculator");
  if (!section) return;
  const field = one(document, closest(event, "a[data-for]")?.getAttribute("href") ?? "none");
  if (field) {
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    (one(field.closest("[data-field]") ?? field, "[type=radio]:checked") ?? field).focus();
  }
  if (closest(event, "[type=submit]")) {
    event.preventDefault(); // Enter presses this button too; a sandboxed frame knows no submit
    section.dataset.typing = ""; // what is asked for is no longer typed
    calculate(section);
  }
  if (closest(event, "[type=reset]")) {
    setTimeout(calculate, 0, section, ""); // once it is empty: what is needed
    setTimeout(() => one(section, "input").focus());
  }
  // What is unfolded may hide what stood above it, and move up out of sight.
  setTimeout(() => closest(event, "summary")?.scrollIntoView({ block: "nearest" }));
  const button = closest(event, "[data-copy], [data-print]");
  if (button && waiting.has(section)) pressed.set(section, `${button.dataset.label}`);
  else if (button) (button.dataset.copy ? copy : print)(section, button);
});

// A form that is folded in a result is drawn when it is unfolded, from what stands in its place.
/** @param {any} event of a <details> */
async function drawForm({ target }) {
  const place = target.open && target.querySelector(":scope > [data-draws]");
  const request = place && JSON.stringify({ ...meta("runtime").dataset, ...place.dataset });
  const text = request && (await python.ask(request).catch(() => ""));
  if (text) place.outerHTML = JSON.parse(text);
  else if (place) target.open = false; // why there is no response, Python's line tells
  updateStatus();
}
document.addEventListener("toggle", drawForm, true); // it does not bubble

document.addEventListener("click", takeOffer);
document.addEventListener("warned", repeatWarnings);
document.addEventListener("visibilitychange", stayAwake);

// On a slow line a person types before this script is there: that is asked now.
/** @param {any} each an input */
const isTyped = (each) => each.value !== each.defaultValue || each.checked !== each.defaultChecked;
for (const input of all(document, ".calculator-form [name]:not([data-shows])").filter(isTyped))
  input.dispatchEvent(new Event("input", { bubbles: true }));
