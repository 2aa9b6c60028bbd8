// The worker: starts Python, then answers the questions of its pages.
//
// It is one page's own, or shared by all pages of the site, and fetches the other four files of its
// folder; or a page made it from text (asm.js, loader.js and this) and hands it the other two.
// It tells of every step and every byte (signs of life), then {ready: true}, or {failure: words}
// when it cannot go on. It stores nothing and, once started, fetches nothing.

const made = self.location.protocol === "blob:";
const folder = new URL(made ? "https://nowhere.invalid/" : ".", made ? undefined : self.location);
const bytes = { received: 0, total: 0 };
const pages = [];
let news = { step: "Fetching Python" }; // what was told last, for a page that comes later
let answer;

function tell(message) {
  if (news.failure) return; // nothing comes after it
  news = message;
  for (const page of pages) page.postMessage(message);
}

// There is no way on. A page that hears of it takes its leave, and starts a worker of its own.
const fail = (words) => tell({ failure: words });

function preflight() {
  if (typeof WebAssembly === "undefined") {
    throw new Error("this browser has no WebAssembly, or it is switched off");
  }
  if (typeof DecompressionStream === "undefined") {
    throw new Error("this browser is too old: it cannot open compressed files (DecompressionStream)");
  }
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw new Error("a Content Security Policy forbids WebAssembly ('wasm-unsafe-eval' is missing)");
  }
}

// The bytes of a file, each counted as it arrives.
async function download(name) {
  const response = await fetch(new URL(name, folder)).catch(() => {
    throw new Error(`the file ${name} could not be fetched`);
  });
  if (!response.ok) throw new Error(`the file ${name} is missing (status ${response.status})`);
  const type = response.headers.get("content-type") ?? "no type";
  if (name.endsWith(".js") && !type.includes("javascript")) {
    throw new Error(`the server sends the script ${name} as ${type}`);
  }
  const packedOnTheWay = response.headers.has("content-encoding"); // then the length says nothing
  bytes.total += packedOnTheWay ? NaN : Number(response.headers.get("content-length") ?? NaN);
  const counter = new TransformStream({
    transform(chunk, controller) {
      bytes.received += chunk.length;
      tell({ step: "Fetching Python", ...bytes });
      controller.enqueue(chunk);
    },
  });
  return response.body.pipeThrough(counter);
}

async function whole(name, stream) {
  return new Response(stream).arrayBuffer().catch(() => {
    throw new Error(`the file ${name} is damaged or did not arrive whole`);
  });
}

// A .bin holds gzip, whose own length and checksum tell of a file that was cut short.
async function unpacked(name, handed) {
  const stream = handed ? new Blob(handed.map(decoded)).stream() : await download(name);
  return whole(name, stream.pipeThrough(new DecompressionStream("gzip")));
}

function decoded(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place++) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

// A script is fetched first to see its bytes arrive; then the browser's cache has it.
async function fetchedScript(name) {
  await whole(name, await download(name));
  try {
    self.importScripts(new URL(name, folder));
  } catch (error) {
    throw new Error(`the script ${name} could not be run (${error.name})`);
  }
}

// Pyodide asks for two files by their old names. It gets the bytes that are here, and no others.
function handOver(files) {
  self.fetch = async (url) => {
    const [bytes, type] = files[new URL(url).pathname.split("/").pop()];
    return new Response(bytes, { headers: { "content-type": type } });
  };
}

async function start(handed) {
  preflight();
  const [core, library] = await Promise.all([
    unpacked("core.bin", handed?.["core.bin"]),
    unpacked("py.bin", handed?.["py.bin"]),
    handed ?? fetchedScript("loader.js"),
    handed ?? fetchedScript("asm.js"),
  ]);
  handOver({
    "pyodide.asm.wasm": [core, "application/wasm"],
    "python_stdlib.zip": [library, "application/zip"],
  });
  tell({ step: "Starting Python" });
  const python = await self.loadPyodide({
    indexURL: folder.href,
    lockFileContents: { info: { abi_version: "2025_0" }, packages: {} },
    stdout() {}, // what Python prints goes nowhere
    stderr() {},
  });
  tell({ step: "Loading the calculators" });
  ({ answer } = python.pyimport("calc.browser"));
  tell({ ready: true });
}

function begin(handed) {
  start(handed).catch((error) => fail(error.message.trim().split("\n").pop()));
}

function hear(page) {
  pages.push(page);
  page.onmessage = ({ data: { files, id, text } }) => {
    if (files) return begin(files);
    if (!id) return news.failure && self.close(); // a page takes its leave
    try {
      page.postMessage({ id, text: answer(text) });
    } catch (error) {
      fail(`Python stopped (${error.type ?? error.name})`);
    }
  };
  page.postMessage(news);
}

self.onerror = () => fail("Python's worker crashed");
if ("onconnect" in self) self.onconnect = ({ ports: [page] }) => hear(page);
else hear(self);
if (!made) begin();
