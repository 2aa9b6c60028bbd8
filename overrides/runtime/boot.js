// The worker: starts Python from the five files of this folder, then answers the page's questions.
//
// It tells the page of every step and every byte (signs of life), then {ready: true}, or
// {failure: words} when it cannot go on. It stores nothing and, once started, fetches nothing.

const folder = new URL(".", self.location);
const tell = (message) => self.postMessage(message);
const bytes = { received: 0, total: 0 };

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
async function unpacked(name) {
  return whole(name, (await download(name)).pipeThrough(new DecompressionStream("gzip")));
}

// A script is fetched first to see its bytes arrive; the import finds it in the browser's cache.
async function imported(name) {
  await whole(name, await download(name));
  return import(new URL(name, folder)).catch((error) => {
    throw new Error(`the script ${name} could not be run (${error.name})`);
  });
}

// Pyodide asks for two files by their old names. It gets the bytes that are here, and no others.
function handOver(files) {
  self.fetch = async (url) => {
    const [bytes, type] = files[new URL(url).pathname.split("/").pop()];
    return new Response(bytes, { headers: { "content-type": type } });
  };
}

async function start() {
  tell({ step: "Fetching Python" });
  preflight();
  const [core, library, { loadPyodide }] = await Promise.all([
    unpacked("core.bin"),
    unpacked("py.bin"),
    imported("loader.js"),
    imported("asm.js"),
  ]);
  handOver({
    "pyodide.asm.wasm": [core, "application/wasm"],
    "python_stdlib.zip": [library, "application/zip"],
  });
  tell({ step: "Starting Python" });
  const python = await loadPyodide({
    indexURL: folder.href,
    lockFileContents: { info: { abi_version: "2025_0" }, packages: {} },
    stdout() {}, // what Python prints goes nowhere
    stderr() {},
  });
  tell({ step: "Loading the calculators" });
  const { answer } = python.pyimport("calc.browser");
  self.onmessage = ({ data: { id, text } }) => {
    try {
      tell({ id, text: answer(text) });
    } catch (error) {
      tell({ id, failure: `Python stopped (${error.type ?? error.name})` });
    }
  };
  tell({ ready: true });
}

start().catch((error) => tell({ failure: error.message.trim().split("\n").pop() }));
