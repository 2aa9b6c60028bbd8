// In each page before its own scripts: notes when things are there, in ms from the navigation's
// start, and asks about the patient as soon as the page's script takes questions.

"use strict";
{
  const blocks = [];
  const seen = { unlocked: null, result: null, enter: null, times: [], blocks, readable };
  Object.assign(seen, { largest: null, shifts: 0 });
  self.seen = seen;
  let asked = false;

  // The later of the first paint with content and the end of the document.
  function readable() {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const [{ domContentLoadedEventStart: parsed }] = performance.getEntriesByType("navigation");
    return paint && parsed ? Math.max(paint.startTime, parsed) : null;
  }

  function ask(section) {
    for (const [name, answer] of Object.entries(self.answers)) {
      for (const input of section.querySelectorAll(`[name="${name}"]`)) {
        if (input.type === "radio") input.checked = input.value === answer;
        else input.value = answer;
      }
    }
    section.querySelector(".calculator-button").click();
  }

  function look() {
    const section = document.querySelector(".calculator");
    if (!section) return;
    const { state, calculator } = section.dataset;
    if (state && !asked && self.answers && calculator === "creatinine-clearance") {
      asked = true;
      ask(section);
    }
    if (state === "ready") seen.unlocked ??= performance.now();
    if (!section.querySelector(".calculator-result .outcome")) return;
    seen.result ??= performance.now();
    if (seen.enter !== null) seen.times.push(performance.now() - seen.enter);
    seen.enter = null;
  }

  addEventListener("keydown", ({ key, timeStamp }) => key === "Enter" && (seen.enter = timeStamp), true);
  const each = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  each("longtask", ({ duration }) => blocks.push(duration));
  each("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  each("layout-shift", ({ value }) => (seen.shifts += value));
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-state"],
  });
}
