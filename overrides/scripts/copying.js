// Copies and prints a result, and says where that is not allowed.

import { toCopy } from "./results.js";
import { notes, updateStatus } from "./status.js";

/** @param {HTMLElement} section */
export async function copy(section) {
  const text = toCopy(section);
  const writing = navigator.clipboard?.writeText(text);
  const done = await writing?.then(() => true).catch(() => false);
  say(section, "copy", done || copiedTheOldWay(text) ? "Copied" : "Copying is not allowed here.");
}

// A frame that may not open dialogs prints nothing, and does not say so; some apps cannot print.
/** @param {HTMLElement} section */
export function print(section) {
  const begun = new AbortController();
  addEventListener("beforeprint", () => begun.abort(), { signal: begun.signal });
  self.print?.();
  if (!begun.signal.aborted) say(section, "print", "Printing is not allowed here.");
}

/** @param {HTMLElement} section @param {string} button @param {string} words */
function say(section, button, words) {
  const place = section.querySelector(`[data-${button}]`);
  if (!place) return; // the result has gone meanwhile
  place.textContent = words; // where the person looks
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
