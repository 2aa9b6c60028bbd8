// The worker: starts Python, then responds to the requests of its pages.
//
// It is one page's own, or shared by all pages of the site, and fetches the other files of its
// folder; or a page made it from text (whole.js, loader.js and this) and hands it the other two.
// It tells of every step and every byte (signs of life), then {ready: true}, or {failure: words}
// when it cannot go on. Of a person's inputs it stores nothing and, once started, fetches nothing.

import * as files from "./files.js";
import { connect, fail, hasFailed, tell } from "./pages.js";
import * as snapshot from "./snapshot.js";

const keeps = self.name === "snapshot"; // or nothing is kept and nothing kept is used
const fetches = self.name === "files"; // and does no more: for a page that cannot share Python
// The core that comes first and its script lack the functions that no calculator was ever seen to
// need: one that is called all the same stops Python, and the page starts one that is whole.
const whole = files.fromText || self.name === "whole";
/** @type {(text: string) => string} */
let answer;

// The page comes first: nothing keeps the line or a processor busy until it and its scripts are there,
// or not much longer.
/** @type {() => void} */
let release;
/** @type {Promise<void>} */
const parsed = new Promise((resolve) => {
  release = resolve;
  setTimeout(resolve, 2_000);
});

// What this browser lacks, in words.
function lacking() {
  if (!self.WebAssembly) return "this browser has no WebAssembly, or it is switched off";
  if (!self.DecompressionStream) return "this browser is too old: it has no DecompressionStream";
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return "a Content Security Policy forbids WebAssembly ('wasm-unsafe-eval' is missing)";
  }
  return null;
}

/** @param {Record<string, string[]>} [handed] */
async function start(handed) {
  const lack = lacking();
  if (lack) throw new Error(lack);
  const { plain, strict } = handed ? { plain: false, strict: false } : await files.served();
  await parsed;
  /** @type {<Made>(name: string, make: (stream: import("./files.js").Stream) => Promise<Made>) => Promise<Made>} */
  const file = (name, make) => files.arrived(plain ? `plain/${name}` : name, make, handed);
  const asIs = () => files.script(whole ? "whole.js" : "asm.js");
  const [core, library, kept] = await Promise.all([
    file(whole ? "whole.bin" : "core.bin", files.compiled),
    file("py.bin", files.whole),
    keeps ? snapshot.take() : null,
    handed ?? files.script("loader.js"),
    handed ?? (whole || plain || strict ? asIs() : files.script("asm.bin").catch(asIs)),
  ]);
  if (fetches) return tell({ ready: true });
  files.handOver(core, library);
  tell({});
  answer = (kept && (await restored(kept))) || (await started());
  for (const each of [library, kept?.kept]) files.letGo(each); // Pyodide has copied what it needs
  tell({ ready: true });
}

async function started() {
  const { python, calculators, answers } = await loaded({ _makeSnapshot: keeps });
  if (keeps) snapshot.keep(() => python.makeMemorySnapshot(), answers);
  return calculators.answer;
}

// A snapshot is good if the known cases are answered from it as they were when it was taken.
/** @param {Kept} kept */
async function restored({ kept, answers }) {
  const python = await snapshot.inTime(loaded({ _loadSnapshot: kept })).catch(() => null);
  if (!python || python.answers !== answers) return null;
  snapshot.proved();
  return python.calculators.answer;
}

// Python with the calculators, which have answered the known cases.
/** @param {object} options */
async function loaded(options) {
  const python = await self.loadPyodide({
    indexURL: files.folder.href,
    lockFileContents: { info: { abi_version: "2025_0" }, packages: {} },
    stdout() {}, // what Python prints goes nowhere
    stderr() {},
    ...options,
  });
  tell({});
  const calculators = python.pyimport("calc.browser");
  return { python, calculators, answers: calculators.known_answers() };
}

/** @param {Record<string, string[]>} [handed] */
const begin = (handed) =>
  start(handed).catch((error) => fail(error.message.trim().split("\n").pop(), trapped(error)));

// The smaller script says that a function was cut, whoever then catches its error.
self.onTrap = () => fail("Python stopped", true);

// Of WebAssembly, which a browser may lack: an error of Python has another name.
/** @param {Error} error */
const trapped = ({ name }) => !whole && name === "RuntimeError";

/** @param {Port} page @param {PageMessage} message */
async function onMessage(page, { parsed, files, disconnect, id, text }) {
  if (parsed) return release();
  if (files) return begin(files);
  if (disconnect) return (fetches || hasFailed()) && self.close();
  try {
    page.postMessage({ id, text: answer(text ?? "") });
  } catch (/** @type {any} */ error) {
    if (keeps) await snapshot.doubted();
    fail(`Python stopped (${error.type ?? error.name})`, trapped(error));
  }
}

self.onerror = () => fail("Python's worker crashed");
self.onunhandledrejection = ({ reason }) => trapped(reason) && fail("Python stopped", true);
if ("onconnect" in self) self.onconnect = ({ ports: [page] }) => connect(page, onMessage);
else connect(self, onMessage);
if (!files.fromText) begin();
