// The worker's files: fetched from its folder, or handed over by the page that made it from text.
// Each byte is told as it arrives; what is missing, damaged or of the wrong type is named. `sums`, of
// each file, stands before this: the build writes it.

const made = self.location.protocol === "blob:";
const folder = new URL(made ? "https://nowhere.invalid/" : ".", made ? undefined : self.location);
const bytes = { received: 0, total: 0 };
const encodings = {}; // name -> how the server says that it packed the file on the way
const reach = 4_000; // ms for the head of a file: then the site counts as out of reach

// The page comes first: nothing keeps the line or a processor busy until it is drawn, or not much
// longer: a tab behind another is not drawn at all.
let goOn;
const drawn = new Promise((done) => setTimeout((goOn = done), 2_000));

// Out of reach, a file comes from the copy that sw.js keeps: through sw.js itself it would come late.
async function got(url, options) {
  const network = fetch(url, options);
  const late = new Promise((done) => setTimeout(done, reach));
  const response = await Promise.race([network, late]).catch(() => null);
  if (response?.status < 500) return response;
  return (await self.caches?.match(url)) ?? network;
}

// The bytes of a file, each counted as it arrives.
async function download(name) {
  const response = await got(new URL(name, folder)).catch(() => {
    throw new Error(`the file ${name} could not be fetched`);
  });
  if (!response.ok) throw new Error(`the file ${name} is missing (status ${response.status})`);
  const type = response.headers.get("content-type") ?? "no type";
  if (name.endsWith(".js") && !type.includes("javascript")) {
    throw new Error(`the server sends the script ${name} as ${type}`);
  }
  encodings[name] = response.headers.get("content-encoding"); // then the length says nothing
  bytes.total += encodings[name] ? NaN : Number(response.headers.get("content-length") ?? NaN);
  const tellAmount = () => tell({ step: "Fetching Python", ...bytes });
  tellAmount();
  const sum = adler();
  const counter = new TransformStream({
    transform(chunk, controller) {
      bytes.received += chunk.length;
      sum.add(chunk);
      tellAmount();
      controller.enqueue(chunk);
    },
    flush(controller) {
      if (sum.value() !== sums[name]) controller.error(new Error("damaged"));
    },
  });
  return response.body.pipeThrough(counter);
}

// Adler's sum of all bytes, as zlib has it.
function adler() {
  let [first, second] = [1, 0];
  return {
    add(chunk) {
      for (let start = 0; start < chunk.length; start += 4_096) {
        for (const byte of chunk.subarray(start, start + 4_096)) {
          first += byte;
          second += first;
        }
        first %= 65_521;
        second %= 65_521;
      }
    },
    value: () => second * 65_536 + first,
  };
}

// What is made of a file while it arrives.
async function arrived(name, make, handed) {
  const stream = handed ? new Blob(handed[name].map(decoded)).stream() : await download(name);
  return make(stream).catch(() => {
    const sent = encodings[name] ? ` (it was sent with Content-Encoding: ${encodings[name]})` : "";
    throw new Error(`the file ${name} is damaged or did not arrive whole${sent}`);
  });
}

// A server that compresses on the way does it better than gzip inside the files: it sends plain ones.
// One with a Content Security Policy lets a worker run no script that comes out of a file.
async function served() {
  const asked = { method: "HEAD", signal: AbortSignal.timeout?.(reach) };
  const head = await got(new URL("plain/core.bin", folder), asked).catch(() => null);
  const has = (header) => head?.ok && head.headers.has(header);
  return { plain: has("content-encoding"), strict: has("content-security-policy") };
}

const whole = (stream) => new Response(stream).arrayBuffer();

// Not in plain/, a .bin holds gzip.
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
  run(name, new URL(name, folder));
}

async function unzippedScript(name) {
  const code = await arrived(name, (stream) => whole(unzipped(stream)));
  run(name, URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
}

function run(name, url) {
  try {
    self.importScripts(url);
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
