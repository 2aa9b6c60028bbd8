// Has sw.js keep a copy of the site on this device, and says so. Only over https or on this machine
// do browsers allow it; elsewhere the site works the same, but with the network only.

import { all, one } from "./dom.js";
import { build, dataset } from "./release.js";
import { warm } from "./warm.js";

async function keep() {
  const { scope } = await navigator.serviceWorker.register(`${dataset.base}/sw.js`);
  await navigator.serviceWorker.ready;
  const complete = await caches.match(`${scope}complete`, { cacheName: `${scope} ${build}` });
  one(document, "[data-kept]").hidden = !complete;
}

// A copy is made of what works, and after it: on a slow line they would wait for each other.
function keepWhatWorks() {
  const starting = all(document, ".calculator").some(({ dataset: { state } }) => state !== "ready");
  if (starting) setTimeout(keepWhatWorks, 1000);
  else keep().catch(() => {}); // forbidden here: nothing is promised
}

const warmed = new Promise((go) => addEventListener("load", () => warm().then(go)));
if ("serviceWorker" in navigator && self.origin !== "null") {
  warmed.then(keepWhatWorks);
  navigator.serviceWorker.addEventListener("controllerchange", keepWhatWorks);
}
