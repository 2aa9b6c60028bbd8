// The status line of every calculator: what Python is doing, and words for that calculator alone.

import { all, one } from "./dom.js";

/** @typedef {import("./python.js").State} State */

/** @type {WeakMap<HTMLElement, Promise<string>>} */
export const waiting = new WeakMap(); // calculator -> its request, without a response yet
/** @type {WeakMap<HTMLElement, string>} */
export const notes = new WeakMap(); // calculator -> words for it alone
/** @type {WeakMap<HTMLElement, string>} */
export const pressed = new WeakMap(); // calculator -> a button of its result, kept for the next one

/** @type {[State, string, string]} */
let [state, step, why] = ["starting", "", ""]; // of Python; what is said of it; to the host alone

export const calculators = () => all(document, ".calculator");

/** @type {(section: HTMLElement, name: string) => HTMLElement} */
export const part = (section, name) => one(section, `.calculator-${name}`);

/** @param {State} newState @param {string} words @param {string} cause */
export function onState(newState, words, cause) {
  [state, step, why] = [newState, words, cause];
  updateStatus();
}

export function updateStatus() {
  for (const section of calculators()) {
    const line = [step, notes.get(section)].filter(Boolean).join(" ");
    if (part(section, "status").textContent !== line) part(section, "status").textContent = line;
    part(section, "cause").textContent = why;
    section.dataset.state = state;
  }
}
