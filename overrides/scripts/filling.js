// Fills in a form: with an offer of Python's when its button is pressed, then calculates; and for the
// page around a frame.

import { all, closest, one } from "./dom.js";

/** @param {HTMLInputElement} control */
const isText = ({ type }) => type.startsWith("text");

// Whether the form has a place for this input; it stands there then, several of a list each.
/** @param {HTMLFormElement} form @param {string} name @param {unknown} text */
export function put(form, name, text) {
  const input = `[name="${CSS.escape(name)}"]:not([data-shows])`;
  const named = /** @type {HTMLInputElement[]} */ (all(form, input));
  const values = named[0]?.type === "checkbox" ? String(text).split(/\s*[,;\n]\s*/) : [text];
  const places = named.filter((each) => isText(each) || values.includes(each.value));
  if (places.length < values.length || name === "confirm" || typeof text !== "string") return false;
  for (const place of places) {
    Object.assign(place, isText(place) ? { value: text } : { checked: true });
    place.closest("details")?.setAttribute("open", ""); // nothing unseen
    const group = place.closest(".groups > div")?.querySelector("[data-shows]");
    if (group) Object.assign(group, { checked: true });
  }
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
  one(form, "[type=submit]").click();
}
