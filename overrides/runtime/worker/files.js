// The worker's files: fetched from its folder, or handed over by the page that made it from text.
// Each byte is told as it arrives; what is missing, damaged or of the wrong type is named.

const made = self.location.protocol === "blob:";
const folder = new URL(made ? "https://nowhere.invalid/" : ".", made ? undefined : self.location);
const fetched = self.fetch.bind(self); // Pyodide is given another
const bytes = { received: 0, total: 0, coming: 0 }; // the last: files that are still to come

const damaged = (name) => `the file ${name} is damaged or did not arrive whole`;

// The bytes of a file, each counted as it arrives.
async function download(name) {
  bytes.coming++;
  const response = await fetched(new URL(name, folder)).catch(() => {
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
    flush() {
      bytes.coming--;
      if (!bytes.coming) tell({ step: "Starting Python" });
    },
  });
  return response.body.pipeThrough(counter);
}

// The two files that Pyodide asks for, under its own names for them; they may still be arriving.
async function opened(handed) {
  const [core, library] = await Promise.all(
    ["core.bin", "py.bin"].map((name) => unpacked(name, handed?.[name])),
  );
  return {
    "pyodide.asm.wasm": [core, "application/wasm"],
    "python_stdlib.zip": [library, "application/zip"],
  };
}

// A .bin holds gzip, whose own length and checksum tell of a file that was cut short. It is read on,
// whether or not Pyodide takes it yet.
async function unpacked(name, handed) {
  const stream = handed ? new Blob(handed.map(decoded)).stream() : await download(name);
  const reader = stream.pipeThrough(new DecompressionStream("gzip")).getReader();
  async function readOn(sink) {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return sink.close();
        sink.enqueue(value);
      }
    } catch (error) {
      fail(damaged(name)); // Pyodide would wait for ever
      sink.error(error);
    }
  }
  return new ReadableStream({ start: (sink) => void readOn(sink) });
}

function decoded(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place++) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

// A script is fetched first to see its bytes arrive; then the browser's cache has it.
async function script(name) {
  const stream = await download(name);
  await new Response(stream).arrayBuffer().catch(() => {
    throw new Error(damaged(name));
  });
  try {
    self.importScripts(new URL(name, folder));
  } catch (error) {
    throw new Error(`the script ${name} could not be run (${error.name})`);
  }
}

// Pyodide gets the files that are here, and no others.
function handOver(files) {
  self.fetch = async (url) => {
    const [stream, type] = files[new URL(url).pathname.split("/").pop()];
    return new Response(stream, { headers: { "content-type": type } });
  };
}
