// The worker's files: fetched from its folder, or handed over by the page that made it from text.
// Each byte is told as it arrives; what is missing, damaged or of the wrong type is named.

import { damaged, refused } from "../arriving.js";
import { decoded } from "../base64.js";
import { adler } from "../sum.js";
import { tell } from "./pages.js";
import { inReach, patience } from "./reach.js";

/** @typedef {ReadableStream<Uint8Array<ArrayBuffer>>} Stream */
/** @template Made @typedef {(stream: Stream, sent?: Response) => Promise<Made>} Make */

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

// The bytes of a file, each counted as it arrives; and WebAssembly that a server sends as such, of which
// the browser keeps what it compiles: then the bytes are those of a copy.
/** @type {(name: string, handed?: Record<string, string[]>) => Promise<[Stream, Response?]>} */
async function download(name, handed) {
  if (handed) return [new Blob(handed[name].map(decoded)).stream()];
  const response = await got(new URL(name, folder)).catch(() => null);
  const cause = refused(name, response);
  if (!response || cause) throw new Error(`${cause}`);
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
  const isWasm = response.headers.get("content-type") === "application/wasm";
  const sent = isWasm && !packed(name) ? response : undefined;
  const { body } = sent ? response.clone() : response;
  return [/** @type {Stream} */ (body).pipeThrough(counter), sent];
}

// Not in plain/, a .bin holds gzip.
/** @param {string} name */
const packed = (name) => /^\w+\.bin$/.test(name);

// What is made of a file while it arrives.
/** @type {<Made>(name: string, make: Make<Made>, handed?: Record<string, string[]>) => Promise<Made>} */
export async function arrived(name, make, handed) {
  const [came, sent] = await download(name, handed);
  const stream = packed(name) ? came.pipeThrough(new DecompressionStream("gzip")) : came;
  return make(stream, sent).catch(() => {
    const sent = encodings[name] ? ` (it was sent with Content-Encoding: ${encodings[name]})` : "";
    throw new Error(`${damaged(name)}${sent}`);
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
export const whole = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());

/** @type {Make<WebAssembly.Module>} */
export async function compiled(stream, sent) {
  const headers = { "content-type": "application/wasm" };
  if (!sent) return WebAssembly.compileStreaming(new Response(stream, { headers }));
  const counted = stream.pipeTo(new WritableStream()); // to its end: only then it is what it must be
  return (await Promise.all([WebAssembly.compileStreaming(sent), counted]))[0];
}

// A script is fetched first to see its bytes arrive; then the browser's cache has it, or it is run as
// what was packed.
/** @param {string} name */
export async function script(name) {
  const code = await arrived(name, whole);
  const opened = new Blob([code], { type: "text/javascript" });
  const url = packed(name) ? URL.createObjectURL(opened) : `${new URL(name, folder)}`;
  try {
    self.importScripts(url);
  } catch (error) {
    throw new Error(`the script ${name} could not be run (${/** @type {Error} */ (error).name})`);
  }
  URL.revokeObjectURL(url); // or its text would stay
}

// Pyodide asks for its core and its library by its own names. It gets these, and nothing else; not a
// Response, which would copy the library once more.
/** @param {WebAssembly.Module} core @param {Uint8Array<ArrayBuffer>} library */
export function handOver(core, library) {
  self.fetch = async () => /** @type {any} */ ({ ok: true, arrayBuffer: () => library.buffer });
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: core,
    instance: await WebAssembly.instantiate(core, imports),
  });
}

// Memory that nobody reads any more, at once: whoever still holds it would keep it for ever.
/** @param {ArrayBufferView<ArrayBuffer> | undefined} view */
export const letGo = (view) => view?.buffer.transfer?.(0);
