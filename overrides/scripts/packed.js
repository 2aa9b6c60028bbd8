// The runtime in its packed form, for a place where nothing can be fetched: scripts that hold the
// runtime's files as text, in pieces. They are on the page already, or are loaded one by one.

import { damaged } from "./arriving.js";
import { decoded } from "./base64.js";
import { adler } from "./sum.js";

/** @type {(words: string) => Error} */
const missing = (words) => Object.assign(new Error(words), { name: "Missing" });

// A worker made of that text; each piece is reported. Broken by an error of the name Missing where
// a file cannot be loaded or is damaged.
/** @param {URL} boot @param {(message: WorkerMessage) => void} report */
export async function workerFromText(boot, report) {
  const place = new URL("packed/", boot);
  if (!self.pieces) await load(place, "index");
  const { sums, bytes, texts } = /** @type {NonNullable<Window["pieces"]>} */ (self.pieces);
  const names = Object.keys(sums);
  const loading = names.map(async (name) => {
    if (name in texts) return;
    await load(place, name);
    report({ received: (bytes * Object.keys(texts).length) / names.length, total: bytes });
  });
  await Promise.all(loading);
  const spoilt = names.find((name) => adler(new TextEncoder().encode(texts[name])) !== sums[name]);
  if (spoilt) throw missing(damaged(`packed/${spoilt}.js`));
  /** @param {string} file */
  const held = (file) => names.filter((name) => name.startsWith(file)).map((name) => texts[name]);
  const scripts = await Promise.all(["whole.js", "loader.js", "boot.js"].map(held).map(unpacked));
  const worker = new Worker(URL.createObjectURL(new Blob(scripts)));
  worker.postMessage({ files: { "py.bin": held("py.bin"), "whole.bin": held("whole.bin") } });
  return worker;
}

/** @type {(place: URL, name: string) => Promise<void>} */
function load(place, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${new URL(`${name}.js`, place)}`;
    script.onload = () => (self.pieces ? resolve() : reject(missing(damaged(`packed/${name}.js`))));
    script.onerror = () => reject(missing(`the file packed/${name}.js could not be loaded`));
    document.head.append(script);
  });
}

// Each piece stands for itself: base64 of a part of the file, which is gzip.
/** @param {string[]} texts */
function unpacked(texts) {
  const stream = new Blob(texts.map(decoded)).stream();
  return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).text();
}
