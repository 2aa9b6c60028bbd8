// Has sw.js keep a copy of the site on this device, and says so. Only over https or on this machine
// do browsers allow it; elsewhere the site works the same, but with the network only.

"use strict";
if ("serviceWorker" in navigator && self.origin !== "null") {
  const { base } = document.querySelector('meta[name="build"]').dataset;

  async function keep() {
    await navigator.serviceWorker.register(new URL(`${base}/sw.js`, document.baseURI));
    await navigator.serviceWorker.ready;
    document.querySelector("[data-kept]").hidden = false;
  }

  // The copy comes after the calculator: on a slow line they would wait for each other.
  function whenQuiet() {
    if (document.querySelector('.calculator[data-state="starting"]')) setTimeout(whenQuiet, 1000);
    else keep().catch(() => {}); // forbidden here: nothing is promised
  }

  addEventListener("load", whenQuiet);
}
