// Says when a page is not to be relied on as it is: past the day by which it was to be checked again,
// or older than what the site now serves. (That a page comes from the copy kept on this device, sw.js
// says.) A result repeats what is said here: whoever shows one listens for "warned".

import { closest } from "./dom.js";
import { build, dataset } from "./release.js";

/** @type {(name: string) => HTMLElement | null} */
const notice = (name) => document.querySelector(`[data-warning="${name}"]`);

/** @param {HTMLElement | null} warning */
function warn(warning) {
  if (warning) warning.hidden = false;
  document.dispatchEvent(new Event("warned"));
}

function compareDates() {
  const today = new Date().toLocaleDateString("sv"); // Swedish writes 2026-11-24
  const overdue = notice("overdue");
  if (overdue && today > `${overdue.dataset.reviewBy}`) warn(overdue);
}

// Even a page just loaded may be an old one that the browser kept. The build that is served comes
// as a script, which a frame in a sandbox may load too, from an address that nothing has kept.
function compareBuilds() {
  if (document.hidden) return;
  const script = document.createElement("script");
  script.src = `${new URL(`${dataset.base}/release.js?at=${Date.now()}`, document.baseURI)}`;
  script.onerror = script.onload = () => {
    script.remove();
    if (self.served && self.served !== build) warn(notice("replaced"));
  };
  document.head.append(script);
}

function look() {
  compareDates();
  if (dataset.base) compareBuilds();
}

look();
setInterval(look, 3_600_000); // a page may stand open for days
document.addEventListener("visibilitychange", look);
document.addEventListener("answered", compareDates);
addEventListener("pageshow", ({ persisted }) => persisted && look());
document.addEventListener("click", (event) => {
  if (closest(event, "[data-reload]")) location.reload();
});
