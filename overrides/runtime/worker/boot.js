// The worker: starts Python, then answers the questions of its pages.
//
// It is one page's own, or shared by all pages of the site, and fetches the other files of its
// folder; or a page made it from text (asm.js, loader.js and this) and hands it the other two.
// It tells of every step and every byte (signs of life), then {ready: true}, or {failure: words}
// when it cannot go on. Of a person's answers it stores nothing and, once started, fetches nothing.

const afresh = made || self.name === "afresh"; // then nothing is kept and nothing kept is used
const pages = [];
let news = { step: "Fetching Python" }; // what was told last, for a page that comes later
let answer;

function tell(message) {
  if (news.failure) return; // nothing comes after it
  if (news.ready && message.step) return; // of a start that was given up, and came late
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

async function start(handed) {
  preflight();
  const { plain, strict } = handed ? {} : await served();
  await drawn;
  const file = (name, make) =>
    plain ? arrived(`plain/${name}`, make) : arrived(name, (gzip) => make(unzipped(gzip)), handed);
  const asIs = () => script("asm.js");
  const machine = () => (plain || strict ? asIs() : unzippedScript("asm.bin").catch(asIs));
  const [core, library, kept] = await Promise.all([
    file("core.bin", compiled),
    file("py.bin", whole),
    afresh ? null : snapshot.take(),
    handed ?? script("loader.js"),
    handed ?? machine(),
  ]);
  handOver(core, library);
  tell({ step: "Starting Python" });
  answer = (kept && (await restored(kept))) || (await started());
  tell({ ready: true });
}

async function started() {
  const { python, calculators, answers } = await loaded({ _makeSnapshot: !afresh });
  if (!afresh) snapshot.keep(() => python.makeMemorySnapshot(), answers);
  return calculators.answer;
}

// A snapshot is good if the known cases are answered from it as they were when it was taken.
async function restored({ memory, answers }) {
  const python = await snapshot.inTime(loaded({ _loadSnapshot: memory })).catch(() => null);
  if (!python || python.answers !== answers) return null;
  snapshot.proved();
  return python.calculators.answer;
}

// Python with the calculators, which have answered the known cases.
async function loaded(options) {
  const python = await self.loadPyodide({
    indexURL: folder.href,
    lockFileContents: { info: { abi_version: "2025_0" }, packages: {} },
    stdout() {}, // what Python prints goes nowhere
    stderr() {},
    ...options,
  });
  tell({ step: "Loading the calculators" });
  const calculators = python.pyimport("calc.browser");
  return { python, calculators, answers: calculators.known() };
}

function begin(handed) {
  start(handed).catch((error) => fail(error.message.trim().split("\n").pop()));
}

function hear(page) {
  pages.push(page);
  page.onmessage = ({ data: { drawn, files, id, text } }) => {
    if (drawn) return goOn();
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
