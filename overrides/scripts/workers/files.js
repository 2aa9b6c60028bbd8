// The worker's files: fetched from its folder, or handed over by the page that made it from text.
// Each byte is told as it arrives; what is missing, damaged or of the wrong type is named.

import { decoded } from "../base64.js";
import { tell } from "./pages.js";
import { inReach, patience } from "./reach.js";
import { adler } from "./sum.js";

/** @typedef {ReadableStream<Uint8Array<ArrayBuffer>>} Stream */

export const fromText = self.location.protocol === "blob:";
export const folder = new URL(".", fromText ? "https://nowhere.invalid/" : self.location.href);
const bytes = { received: 0, total: 0 };
/** @type {Record<string, string | null>} */
const encodings = {}; // name -> how the server says that it packed the file on the way

// Out of reach, a file comes from the copy that sw.js keeps: through sw.js itself it would come late.
/** @type {(url: URL, options?: RequestInit) => Promise<Response>} */
async function got(url, options) {
  const network = fetch(url, options);
  return (await inReach(network)) ?? (await self.caches?.match(url)) ?? network;
}

// The bytes of a file, each counted as it arrives.
/** @type {(name: string) => Promise<Stream>} */
async function download(name) {
  const response = await got(new URL(name, folder)).catch(() => {
    throw new Error(`the file ${name} could not be fetched`);
  });
  if (!response.ok) throw new Error(`the file ${name} is missing (status ${response.status})`);
  const type = response.headers.get("content-type") ?? "no type";
  if (name.endsWith(".js") && !type.includes("javascript"))
    throw new Error(`the server sends the script ${name} as ${type}`);
  encodings[name] = response.headers.get("content-encoding"); // then the length says nothing
  bytes.total += encodings[name] ? NaN : Number(response.headers.get("content-length") ?? NaN);
  tell(bytes);
  let sum = 1;
  /** @type {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>} */
  const counter = new TransformStream({
    transform(chunk, controller) {
      bytes.received += chunk.length;
      sum = adler(chunk, sum);
      tell(bytes);
      controller.enqueue(chunk);
    },
    flush(controller) {
      if (sum !== self.sums[name]) controller.error(new Error("damaged"));
    },
  });
  return /** @type {Stream} */ (response.body).pipeThrough(counter);
}

// What is made of a file while it arrives.
/** @type {<Made>(name: string, make: (stream: Stream) => Promise<Made>, handed?: Record<string, string[]>) => Promise<Made>} */
export async function arrived(name, make, handed) {
  const stream = handed ? new Blob(handed[name].map(decoded)).stream() : await download(name);
  return make(stream).catch(() => {
    const sent = encodings[name] ? ` (it was sent with Content-Encoding: ${encodings[name]})` : "";
    throw new Error(`the file ${name} is damaged or did not arrive whole${sent}`);
  });
}

// A server that compresses on the way does it better than gzip inside the files: it sends plain ones.
// One with a Content Security Policy lets a worker run no script that comes out of a file.
export async function served() {
  const request = { method: "HEAD", signal: AbortSignal.timeout?.(patience) };
  const head = await got(new URL("plain/core.bin", folder), request).catch(() => null);
  /** @param {string} header */
  const has = (header) => Boolean(head?.ok && head.headers.has(header));
  return { plain: has("content-encoding"), strict: has("content-security-policy") };
}

/** @param {Stream} stream */
export const whole = (stream) => new Response(stream).arrayBuffer();

// Not in plain/, a .bin holds gzip.
/** @type {(stream: Stream) => Stream} */
export const unzipped = (stream) => stream.pipeThrough(new DecompressionStream("gzip"));

/** @param {Stream} stream */
export function compiled(stream) {
  const headers = { "content-type": "application/wasm" };
  return WebAssembly.compileStreaming(new Response(stream, { headers }));
}

// A script is fetched first to see its bytes arrive; then the browser's cache has it.
/** @param {string} name */
export async function script(name) {
  await arrived(name, whole);
  run(name, `${new URL(name, folder)}`);
}

/** @param {string} name */
export async function unzippedScript(name) {
  const code = await arrived(name, (stream) => whole(unzipped(stream)));
  run(name, URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
}

/** @param {string} name @param {string} url */
function run(name, url) {
  try {
    self.importScripts(url);
  } catch (error) {
    throw new Error(`the script ${name} could not be run (${/** @type {Error} */ (error).name})`);
  }
}

// Pyodide asks for its core and its library by its own names. It gets these, and nothing else.
/** @param {WebAssembly.Module} core @param {ArrayBuffer} library */
export function handOver(core, library) {
  self.fetch = async (url) => new Response(`${url}`.endsWith(".zip") ? library : "");
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: core,
    instance: await WebAssembly.instantiate(core, imports),
  });
}
