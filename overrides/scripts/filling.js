// Fills in a form: with an offer of Python's when its button is pressed, then calculates; and for the
// page around a frame.

import { all, closest, one } from "./dom.js";

// What parts several of a list; and an input of one line, which would drop it: "7" and "0" below each
// other would stand there as 70.
/** @type {Record<string, RegExp>} */
const apart = { checkbox: /\s*[,;\n]\s*/, text: /[\n\r]/ };

// Whether the form has a place for this input; it stands there then, several of a list each.
/** @param {HTMLFormElement} form @param {string} name @param {unknown} text */
export function put(form, name, text) {
  const input = `[name="${CSS.escape(name)}"]:not([data-shows])`;
  const named = /** @type {HTMLInputElement[]} */ (all(form, input));
  const values = String(text).split(apart[named[0]?.type ?? ""] ?? /(?!)/);
  const places = named.filter(({ type, value }) => /^text/.test(type) || values.includes(value));
  if (places.length < values.length || name === "confirm" || typeof text !== "string") return false;
  for (const place of places) {
    Object.assign(place, values.includes(place.value) ? { checked: true } : { value: text });
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
  for (const [name, text] of Object.entries(JSON.parse(button.dataset.fill ?? "{}"))) {
    if (put(form, name, text))
      one(form, `[name="${name}"]`).dispatchEvent(new Event("input", { bubbles: true }));
  }
  one(form, "[type=submit]").click();
}
