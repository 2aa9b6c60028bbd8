// The kinds of worker: shared where that works, a page's own elsewhere, or made from text where
// nothing can be fetched; and what is wrong with one that dies without a word.

import { damaged, refused } from "./arriving.js";
import { meta } from "./dom.js";
import { adler } from "./sum.js";

/** @typedef {(boot: URL, onMessage: (message: WorkerMessage) => void) => Promise<Worker>} FromText */

// After a failure it shares no Python, but has one of its own, and that the whole of it.
export const page = { alone: false, whole: false };

// A folder, a frame in a sandbox; the one file.
export const needsPacked = () => self.origin === "null" || "pieces" in self;
export const shares = () => "SharedWorker" in self && !page.alone && !needsPacked();
export const boot = () => new URL(`${meta("runtime").content}boot.js`, document.baseURI);

// Where none is shared its name may be another, which says what it is for.
/** @type {(alone?: string) => Worker | SharedWorker} */
export function opened(alone) {
  const name = page.whole ? "whole" : (!page.alone && meta("runtime").dataset.keeps) || "";
  if (!shares()) return new Worker(boot(), { name: alone ?? name });
  return new SharedWorker(boot(), { name, extendedLifetime: true }); // till the next page
}

// A worker sums every file but its own script: the page does that, which bears the sum.
export async function fault() {
  if (needsPacked()) return null;
  const response = await fetch(boot()).catch(() => null);
  const bytes = await response?.arrayBuffer().catch(() => null); // none, where it breaks off
  const found = `${adler(new Uint8Array(bytes ?? []))}`;
  const { sum = found } = meta("runtime").dataset;
  return refused("boot.js", response) ?? (sum === found ? null : damaged("boot.js"));
}
