// The kinds of worker: shared where that works, a page's own elsewhere, or made from text where
// nothing can be fetched; and what is wrong with one that dies without a word.

import { meta } from "./dom.js";

/** @typedef {(folder: URL, onMessage: (message: WorkerMessage) => void) => Promise<Worker>} FromText */

// After a failure it shares no Python, but has one of its own, and that the whole of it.
export const page = { alone: false, whole: false };

// A folder, a frame in a sandbox; the one file.
export const needsPacked = () => self.origin === "null" || "pieces" in self;
export const shares = () => "SharedWorker" in self && !page.alone && !needsPacked();

// Where none is shared its name may be another, which says what it is for.
/** @type {(url: URL, alone?: string) => Worker | SharedWorker} */
export function opened(url, alone) {
  const name = page.whole ? "whole" : (!page.alone && meta("runtime").dataset.keeps) || "";
  if (!shares()) return new Worker(url, { name: alone ?? name });
  return new SharedWorker(url, { name, extendedLifetime: true }); // till the next page
}

/** @param {URL} url */
export async function fault(url) {
  if (needsPacked()) return null;
  const response = await fetch(url).catch(() => null);
  if (!response) return "the file boot.js could not be fetched";
  if (!response.ok) return `the file boot.js is missing (status ${response.status})`;
  response.text(); // to its end, or the browser would hold the connection
  const type = response.headers.get("content-type") ?? "no type";
  return type.includes("javascript") ? null : `the server sends the script boot.js as ${type}`;
}
