// Keeps a copy of the whole site on this device, for when the site cannot be reached.
// A page comes from the network, or else from the copy, and then says so. What a page loads lies
// in folders of its own build, so page, script and calculators are always of one version.
// Patient values never come here: no address holds one.

import { inReach } from "./reach.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { build, files } = self.release;
const prefix = `${worker.registration.scope} `; // one address may serve several sites

worker.addEventListener("install", (event) => event.waitUntil(keep().catch(giveUp)));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
worker.addEventListener("fetch", (event) => {
  const { mode, method, url } = event.request;
  if (method !== "GET" || !url.startsWith(worker.registration.scope)) return;
  if (mode === "navigate") event.respondWith(page(event.request));
  else if (url.includes("/assets/") && !url.endsWith(".bin")) {
    event.respondWith(asset(event.request));
  }
});

// One file after another: the device need not hold them all, nor the line carry them all, at once.
// All or nothing: what is damaged, or of a site that is being replaced meanwhile, is not kept.
// Each is read back to be checked: a browser that is asked to check what it fetches (integrity) holds
// all of it in memory for as long as a page is open.
async function keep() {
  const spared = await notServed();
  const wanted = Object.entries(files).filter(([file]) => !spared.includes(file));
  const cache = await caches.open(prefix + build);
  for (const [file, digest] of wanted) {
    await cache.put(file, await fetch(file, { cache: "no-cache" }));
    const bytes = await /** @type {Response} */ (await cache.match(file)).arrayBuffer();
    const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (btoa(String.fromCharCode(...found)) !== digest) throw new Error(`${file} is damaged`);
  }
  // What was read lies in memory until a browser collects it: asked for so much more, it does so now.
  for (let times = 0; times < 2; times++) new ArrayBuffer(2 ** 25);
  await cache.put("complete", new Response()); // for offline.js to find
  await worker.skipWaiting();
}

/** @param {Error} error */
const giveUp = (error) => caches.delete(prefix + build).then(() => Promise.reject(error));

// Of Python's files in two forms, those in the form that this server's pages do not fetch.
async function notServed() {
  const plain = Object.keys(files).filter((file) => file.includes("/plain/"));
  const { headers } = await fetch(plain[0], { method: "HEAD" });
  return headers.has("content-encoding") ? plain.map((file) => file.replace("plain/", "")) : plain;
}

// What freshness.js remembers of this build is not another's: its name begins as that of the copy.
async function forgetOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const others = names.filter((name) => !name.startsWith(prefix + build));
  await Promise.all(others.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

// Not the request itself is sent on: a browser may have begun that before this worker woke, and answer
// it with a page that it kept of its own accord.
/** @param {Request} request */
async function page({ headers, url }) {
  const network = fetch(url, { cache: "no-cache", headers, redirect: "manual" });
  return (await inReach(network)) ?? (await keptPage(url)) ?? network.catch(() => Response.error());
}

// A server may show a page at an address without its ".html"; one without the last slash would
// lead the page's own links astray.
/** @param {string} url */
async function keptPage(url) {
  const address = url.replace(/[?#].*/, "").replace(/\/$/, "/index.html");
  const kept = (await inCopy(address)) ?? (await inCopy(`${address}.html`));
  if (!kept && (await inCopy(`${address}/index.html`))) return Response.redirect(`${address}/`);
  const text = await kept?.text();
  if (!kept || !text) return null; // nor an empty page, where what was kept is spoilt
  const headers = new Headers(kept.headers); // the policy above all
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const said = text.replace('data-warning="kept" hidden', 'data-warning="kept"');
  return new Response(said, { headers });
}

/** @param {RequestInfo} request */
const inCopy = (request) => caches.match(request, { cacheName: prefix + build });
/** @param {Request} request */
const asset = async (request) => (await inCopy(request)) ?? fetch(request);
