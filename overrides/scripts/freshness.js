// Says when a page is not to be relied on as it is: past the day by which it was to be checked again,
// older than what the site now serves, or withdrawn. (That a page comes from the copy kept on this
// device, sw.js says.) A result repeats what is said here: whoever shows one listens for "warned".
// It comes with calculators.js where that is loaded: what locks a form is there wherever one answers.

import { all, closest, one } from "./dom.js";
import { build, dataset } from "./release.js";

/** @type {(name: string) => string} */
const at = (name) => `${new URL(`${dataset.base}/${name}`, document.baseURI)}`;

/** @type {(name: string) => HTMLElement | null} */
const notice = (name) => document.querySelector(`[data-warning="${name}"]`);

/** @param {HTMLElement | null} warning */
function warn(warning) {
  if (warning) warning.hidden = false;
  document.dispatchEvent(new Event("warned"));
}

export function compareDates() {
  const overdue = notice("overdue");
  // Swedish writes 2026-11-24.
  if (overdue && new Date().toLocaleDateString("sv") > `${overdue.dataset.reviewBy}`) warn(overdue);
}

// Even a page just loaded may be an old one that the browser kept. The build that is served comes
// as a script, which a frame in a sandbox may load too, from an address that nothing has kept.
function compareBuilds() {
  const script = document.createElement("script");
  script.src = at(`release.js?at=${Date.now()}`);
  script.onerror = script.onload = () => {
    script.remove();
    if (self.withdrawn?.[build]) withdraw(self.withdrawn[build]);
    else if (self.served && self.served !== build) warn(notice("replaced"));
  };
  document.head.append(script);
}

// What was withdrawn computes nothing more, and shows nothing that it computed. This device remembers
// it, where it may: the next time the page may come from the copy that is kept for want of a network.
/** @param {string} [why] */
function withdraw(why) {
  const said = notice("withdrawn");
  if (!why || !said?.hidden) return; // or it is known already
  one(said, "[data-why]").textContent = why;
  warn(said);
  self.locked = true; // for python.js: what is inert a script could press all the same
  for (const section of all(document, "article .calculator")) {
    /** @type {HTMLFormElement} */ (one(section, "form")).reset();
    section.before(said.cloneNode(true));
    section.inert = true;
  }
  remember(new Response(why)).catch(() => {});
}

// By a name that sw.js clears away when there is a copy of another build.
/** @param {Response} why */
const remember = async (why) => (await caches.open(`${at("")} ${build} why`)).put(at(build), why);
const remembered = async () => (await caches.match(at(build)))?.text();

function look() {
  compareDates();
  if (dataset.base && !document.hidden) compareBuilds();
}

setTimeout(look); // apart: where a policy forbids it, the form is none the worse
remembered().then(withdraw, () => {}); // or nothing is kept here
setInterval(look, 3_600_000); // a page may stand open for days
document.addEventListener("visibilitychange", look);
addEventListener("pageshow", ({ persisted }) => persisted && look());
document.addEventListener("click", (event) => closest(event, "[data-reload]") && location.reload());
