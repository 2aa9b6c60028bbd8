// Fills in a form: with an offer of Python's when its button is pressed, then calculates; and for the
// page around a frame.
//
//   filling.put(form, name, text)   whether the form has a place for this answer; it stands there then

"use strict";
const filling = (() => {
  function put(form, name, text) {
    const places = [...form.elements].filter((each) => each.name === name);
    const place = places.find((each) => each.type === "text" || each.value === text);
    if (!place || name === "confirm" || typeof text !== "string") return false;
    if (place.type === "text") place.value = text;
    else place.checked = true;
    place.closest("details")?.setAttribute("open", ""); // nothing unseen
    return true;
  }

  document.addEventListener("click", ({ target }) => {
    const { form, dataset } = target.closest("[data-fill]") ?? {};
    if (!form) return;
    for (const [name, text] of Object.entries(JSON.parse(dataset.fill))) put(form, name, text);
    form.dispatchEvent(new Event("input", { bubbles: true }));
    const calculate = form.querySelector("[type=submit]");
    calculate.focus(); // the button that was pressed has gone
    calculate.click();
  });

  return { put };
})();
