// The status line of every calculator: what Python is doing, and words for that calculator alone.

import { all, one } from "./dom.js";

/** @typedef {import("./python.js").State} State */

/** @type {WeakMap<HTMLElement, Promise<string>>} */
export const waiting = new WeakMap(); // calculator -> its request, without a response yet
/** @type {WeakMap<HTMLElement, string>} */
export const notes = new WeakMap(); // calculator -> words for it alone
/** @type {WeakMap<HTMLElement, string>} */
export const pressed = new WeakMap(); // calculator -> a button of its result, kept for the next one

/** @type {[State, string]} */
let [state, step] = ["starting", ""]; // of Python, and what there is to say about it

export const calculators = () => all(document, ".calculator");

/** @type {(section: HTMLElement, name: string) => HTMLElement} */
export const part = (section, name) => one(section, `.calculator-${name}`);

/** @param {State} newState @param {string} words */
export function onState(newState, words) {
  [state, step] = [newState, words];
  updateStatus();
}

export function updateStatus() {
  for (const section of calculators()) {
    const line = [step, notes.get(section)].filter(Boolean).join(" ");
    if (part(section, "status").textContent !== line) part(section, "status").textContent = line;
    section.dataset.state = state;
  }
}
