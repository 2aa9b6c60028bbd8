// Copies and prints a result, and says where that is not allowed.

import { toCopy } from "./results.js";
import { notes, updateStatus } from "./status.js";

/** @param {HTMLElement} section @param {HTMLElement} button */
export async function copy(section, button) {
  const text = toCopy(section, button.dataset.copy ?? "");
  const writing = navigator.clipboard?.writeText(text).then(() => true);
  const done = await writing?.catch(() => false);
  say(section, button, done || copiedTheOldWay(text) ? "Copied" : "Copying is not allowed here.");
}

// A frame that may not open dialogs prints nothing, and does not say so; some apps cannot print.
/** @param {HTMLElement} section @param {HTMLElement} button */
export function print(section, button) {
  const begun = new AbortController();
  addEventListener("beforeprint", () => begun.abort(), { signal: begun.signal });
  self.print?.();
  if (!begun.signal.aborted) say(section, button, "Printing is not allowed here.");
}

/** @param {HTMLElement} section @param {HTMLElement} button @param {string} words */
function say(section, button, words) {
  button.textContent = words; // where the person looks
  setTimeout(() => (button.textContent = button.dataset.label ?? ""), 3_000);
  notes.set(section, words); // and where a screen reader hears it
  updateStatus();
}

// A page that came over plain http may copy only what is selected.
/** @param {string} text */
function copiedTheOldWay(text) {
  const focused = document.activeElement;
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
