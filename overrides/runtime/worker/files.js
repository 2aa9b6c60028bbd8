// The worker's files: fetched from its folder, or handed over by the page that made it from text.
// Each byte is told as it arrives; what is missing, damaged or of the wrong type is named.

const made = self.location.protocol === "blob:";
const folder = new URL(made ? "https://nowhere.invalid/" : ".", made ? undefined : self.location);
const bytes = { received: 0, total: 0 };

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

// What is made of a file while it arrives.
async function arrived(name, make, handed) {
  const stream = handed ? new Blob(handed[name].map(decoded)).stream() : await download(name);
  return make(stream).catch(() => {
    throw new Error(`the file ${name} is damaged or did not arrive whole`);
  });
}

const whole = (stream) => new Response(stream).arrayBuffer();

// A .bin holds gzip, whose own length and checksum tell of a file that was cut short.
const unzipped = (stream) => stream.pipeThrough(new DecompressionStream("gzip"));

function compiled(stream) {
  const headers = { "content-type": "application/wasm" };
  return WebAssembly.compileStreaming(new Response(stream, { headers }));
}

function decoded(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place++) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

// A script is fetched first to see its bytes arrive; then the browser's cache has it.
async function script(name) {
  await arrived(name, whole);
  try {
    self.importScripts(new URL(name, folder));
  } catch (error) {
    throw new Error(`the script ${name} could not be run (${error.name})`);
  }
}

// Pyodide asks for two files by its own names. It gets what is here, and nothing else.
function handOver(core, library) {
  const files = { "pyodide.asm.wasm": "", "python_stdlib.zip": library };
  self.fetch = async (url) => {
    const name = new URL(url).pathname.split("/").pop();
    if (name in files) return new Response(files[name]);
    throw new Error(`there is no file ${name}`);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: core,
    instance: await WebAssembly.instantiate(core, imports),
  });
}
