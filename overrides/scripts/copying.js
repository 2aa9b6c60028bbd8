// Copies and prints a result, and says where that is not allowed.

import { toCopy } from "./results.js";
import { notes, updateStatus } from "./status.js";

/** @param {HTMLElement} section @param {HTMLElement} button */
export async function copy(section, button) {
  const text = toCopy(section, button.dataset.copy ?? "");
  const writing = navigator.clipboard?.writeText(text).then(() => true);
  const done = (await writing?.catch(() => false)) || copiedTheOldWay(text, button);
  say(section, button, done ? "Copied" : "Copying is not allowed here.");
}

// A frame that may not open dialogs prints nothing, and does not say so; some apps cannot print.
/** @param {HTMLElement} section @param {HTMLElement} button */
export function print(section, button) {
  let words = "Printing is not allowed here.";
  addEventListener("beforeprint", () => (words = ""), { once: true });
  self.print?.();
  say(section, button, words);
}

/** @param {HTMLElement} section @param {HTMLElement} button */
function say(section, button, words = "") {
  button.textContent = words || (button.dataset.label ?? ""); // where the person looks
  notes.set(section, words); // and where a screen reader hears it
  updateStatus();
  if (words) setTimeout(say, 3_000, section, button);
}

// A page that came over plain http may copy only what is selected.
/** @param {string} text @param {HTMLElement} button */
function copiedTheOldWay(text, button) {
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  button.focus();
  return done;
}
