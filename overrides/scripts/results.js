// Shows what Python says: a result, or errors beside their fields; and takes both away again.
// What the page says against itself stands beside every result too, and in what is copied.

import { all, one } from "./dom.js";
import { compareDates } from "./freshness.js";
import { build } from "./release.js";
import { calculators, notes, part, pressed, updateStatus, waiting } from "./status.js";

/** @type {WeakMap<HTMLElement, Record<string, string>>} */
const copies = new WeakMap(); // calculator -> the texts to copy

/** @param {HTMLElement} section @param {Answered} reply */
export function show(section, reply) {
  const label = pressed.get(section);
  clear(section);
  for (const [name, html] of Object.entries(reply.fields)) {
    const place = one(section, `[data-field="${CSS.escape(name)}"]`);
    one(place, ".field-said").innerHTML = html;
    const faulty = place.querySelector(".field-error") && place.querySelector("[spellcheck]");
    faulty?.setAttribute("aria-invalid", "true");
  }
  part(section, "errors").innerHTML = reply.summary;
  if (reply.summary) part(section, "errors").focus();
  else showResult(section, reply);
  reply.toHandOver = () => ({ text: toCopy(section, "text"), warnings: warnings().map(words) });
  section.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: reply }));
  // What was pressed while the last result was greyed is done with this one, if it is an answer.
  const again = label && one(part(section, "result"), `[data-label="${label}"]`);
  if (again) again.focus();
  if (again && reply.outcome === "answer") again.click();
  else if (label) notes.set(section, `${reply.said} "${label}" was not done.`);
  compareDates();
  settle();
}

/** @param {HTMLElement} section @param {Reply} reply */
function showResult(section, { html, text, brief, said, live, checked }) {
  const at = `${checked}: ${new Date().toLocaleString("sv").slice(0, 16)}, build ${build}`;
  const result = part(section, "result");
  result.innerHTML = html;
  for (const place of all(result, "[data-time]")) place.textContent = at;
  copies.set(section, { text: text + at, brief: brief + at });
  notes.set(section, said);
  repeatWarnings();
  const below = getComputedStyle(result).gridRowStart === "auto"; // and not beside the form
  if (below && !live) setTimeout(() => result.scrollIntoView()); // once its line says what there is
  if (!live) one(result, "h2").focus({ preventScroll: below });
}

const warnings = () => all(document, ".md-banner [data-warning]:not([hidden])");

export function repeatWarnings() {
  for (const old of all(document, ".outcome [data-warning]")) old.remove();
  for (const main of all(document, ".outcome-main, .failure"))
    main.prepend(...warnings().map((warning) => warning.cloneNode(true)));
}

/** @param {HTMLElement} warning */
// biome-ignore lint/performance/useDomNodeTextContent: what is not shown of it is not meant
const words = (warning) => warning.innerText.trim().replace(/\s+/g, " ");

/** @param {HTMLElement} section @param {string} kind */
export const toCopy = (section, kind) =>
  [...warnings().map(words), copies.get(section)?.[kind]].join("\n\n");

// The result is that of other answers now: it is greyed, and of no use, until there is the next, for
// which a press of its own buttons is kept.
// What was confirmed is what stood there: another value is to be confirmed anew.
/** @param {HTMLElement} section @param {Element | null} control that was changed, if known */
export function grey(section, control) {
  const label = control?.closest("[data-field]")?.querySelector("legend, label");
  part(section, "result").dataset.changed = label?.textContent ?? "An answer";
  const around = ":is([class^=outcome]:not(.by-hand), [class$=-card])"; // buttons: [data-label]
  for (const each of all(section, `${around} > :not(${around}, [data-label])`)) each.inert = true;
  const name = control?.getAttribute("name"); // none where several were filled in
  for (const tick of all(section, name ? `[data-of~="${name}"]` : "[data-of]"))
    Object.assign(tick, { checked: false });
  notes.delete(section);
}

/** @param {HTMLElement} section */
export function clear(section) {
  for (const kept of [waiting, notes, copies, pressed]) kept.delete(section);
  const shown = all(section, ".calculator-result, .calculator-errors, .field-said");
  for (const place of shown) place.replaceChildren();
  for (const each of all(section, "[aria-invalid]")) each.removeAttribute("aria-invalid");
  delete part(section, "result").dataset.changed;
  settle();
}

function settle() {
  updateStatus();
  stayAwake();
  const invalid = calculators().some((section) => part(section, "errors").childElementCount);
  document.title = (invalid ? "Error: " : "") + document.title.replace(/^Error: /, "");
}

// While a phone or a tablet shows a result to somebody its screen stays on, where the browser allows
// it. A screen with a mouse goes dark as its ward has it: it may be seen by others.
/** @type {Promise<WakeLockSentinel | void> | undefined} */
let awake;
export function stayAwake() {
  awake?.then((lock) => lock?.release());
  const shown = document.querySelector(".calculator-result > .outcome");
  const read = shown && !document.hidden && matchMedia("(pointer: coarse)").matches;
  awake = read ? navigator.wakeLock?.request("screen").catch(() => {}) : undefined;
}
