// Fills in a form: with an offer of Python's when its button is pressed, then calculates; and for the
// page around a frame.

import { closest, one } from "./dom.js";

// Whether the form has a place for this input; it stands there then.
/** @param {HTMLFormElement} form @param {string} name @param {unknown} text */
export function put(form, name, text) {
  const controls = /** @type {HTMLInputElement[]} */ ([...form.elements]);
  const named = controls.filter((each) => each.name === name);
  const place = named.find((each) => each.type === "text" || each.value === text);
  if (!place || name === "confirm" || typeof text !== "string") return false;
  if (place.type === "text") place.value = text;
  else place.checked = true;
  place.closest("details")?.setAttribute("open", ""); // nothing unseen
  return true;
}

/** @param {Event} event */
export function takeOffer(event) {
  const button = /** @type {HTMLButtonElement | null} */ (closest(event, "[data-fill]"));
  const form = button?.form;
  if (!form) return;
  const offer = Object.entries(JSON.parse(button.dataset.fill ?? "{}"));
  for (const [name, text] of offer) put(form, name, text);
  form.dispatchEvent(new Event("input", { bubbles: true }));
  const calculate = one(form, "[type=submit]");
  calculate.focus(); // the button that was pressed has gone
  calculate.click();
}
