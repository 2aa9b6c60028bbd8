// On a page without a form: starts the Python that all pages share once the page is seen and has
// nothing else to do, so that the next page with a form finds it running. Where none can be shared
// its files are fetched, for the browser to keep. Of somebody who saves data nothing is asked.

import { needsPacked, opened } from "./opening.js";

/** @param {EventListener} go */
const change = (go) => document.addEventListener("visibilitychange", go, { once: true });

// Done when there is no more to do, for better or worse.
export async function warm() {
  if ("python" in self || needsPacked() || navigator.connection?.saveData) return;
  if (document.hidden) await new Promise(change);
  await new Promise((idle) => (self.requestIdleCallback ?? setTimeout)(idle));
  const worker = opened("files");
  const port = "port" in worker ? worker.port : worker;
  port.postMessage({ parsed: true });
  await new Promise((done) => {
    worker.onerror = done;
    port.onmessage = ({ data }) => (data.ready || data.failure) && done(data);
  });
  port.postMessage({ disconnect: true }); // what failed, or is not shared, is of no more use
}
