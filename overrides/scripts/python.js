// Python for the page: starts it in the kind of worker that this place allows, sends it requests, and
// never waits without a word. It knows no form.
//
//   python.start(listener, fromText)   listener(state, words, cause): "starting", "ready" or "failed",
//                                      what there is to say, and why it failed, for the host alone;
//                                      fromText makes a worker of packed.js
//   python.ask(text)                   a promise of the response; broken when there will be none,
//                                      as where freshness.js locked the page, withdrawn
//
// On a page with a form it stands in the head: a Python that runs is found while the page arrives.

import { damaged } from "./arriving.js";
import { boot, fault, needsPacked, opened, page, shares } from "./opening.js";

/** @typedef {"starting" | "ready" | "failed"} State */
/** @typedef {{ text: string, timer: number, resolve: (text: string) => void, reject: () => void }} Request */
/** @typedef {{ post: (message: PageMessage) => void, close: () => void, spoke: boolean }} Connection */

const refused = "the browser refused to start Python (a Content Security Policy, or too old)";
const patience = 10_000; // ms without a sign of life, or without a response
const byHand = "Try again, or work by hand.";
/** @type {Map<number, Request>} */
const requests = new Map(); // id -> what has no response yet

/** @type {Connection | null} */
let connection = null; // the one that is listened to
/** @type {[State | undefined, string, string]} */
let [state, words, why] = [undefined, "", ""]; // "failed" may still turn into "ready"
/** @type {(state: State, words: string, cause: string) => void} */
let listener = () => {};
/** @type {import("./opening.js").FromText} */
let makeFromText;
let [watchdog, lastId] = [0, 0];

/** @param {typeof listener} onState @param {typeof makeFromText} fromText */
function start(onState, fromText) {
  [listener, makeFromText] = [onState, fromText];
  if (state) listener(state, words, why);
  else begin();
}

function begin() {
  wait();
  open();
}

// The page comes first: Python is told when its document and scripts are there and have run, and is
// fetched and started only then.
const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));

async function open() {
  const shared = shares();
  /** @type {Connection} */
  const own = { post() {}, close() {}, spoke: false };
  connection = own;
  const current = () => connection === own;
  /** @param {WorkerMessage} message */
  const onMessage = (message) => {
    own.spoke = true;
    if (current()) receive(message);
  };
  /** @param {Event} [event] */
  const onCrash = async (event) => {
    event?.preventDefault();
    const cause = own.spoke ? "Python's worker crashed" : await fault();
    if (!current()) return;
    if (cause || !shared) return stop(cause ?? refused);
    page.alone = true; // a frame of another site may share nothing in some browsers
    open();
  };
  try {
    const worker = needsPacked() ? await makeFromText(boot(), onMessage) : opened();
    const port = "port" in worker ? worker.port : worker;
    own.close = () => ("port" in worker ? own.post({ disconnect: true }) : worker.terminate());
    own.post = (message) => port.postMessage(message);
    if (!current()) return own.close();
    parsed.then(() => own.post({ parsed: true }));
    port.onmessage = ({ data }) => onMessage(data);
    worker.onerror = onCrash;
  } catch (/** @type {any} */ error) {
    if (error.name !== "Missing") onCrash();
    else if (current()) stop(error.message);
  }
  // Of a shared worker's file a browser may not tell; and what is damaged may speak all the same.
  const cause = await fault();
  if (cause === damaged("boot.js") || (cause && !own.spoke && current())) stop(cause);
}

// ---- What the worker says

/** @param {WorkerMessage} message */
function receive({ id, text, failure, again, ready, received, total }) {
  if (failure) return stop(failure, again);
  if (id) return respond(id, text ?? "");
  if (!ready) return wait(received, total);
  clearTimeout(watchdog);
  notify("ready", "");
  requests.forEach(send);
}

/** @param {State} newState @param {string} newWords @param {string} [cause] */
function notify(newState, newWords, cause = "") {
  [state, words, why] = [newState, newWords, cause];
  listener(state, words, why);
}

// A worker that starts and says nothing for long may yet come round: it is left alone.
function wait(received = 0, total = NaN) {
  clearTimeout(watchdog);
  notify("starting", starting(received, total));
  watchdog = setTimeout(() => {
    notify("failed", `The calculator did not start: nothing has arrived for 10 seconds. ${byHand}`);
    if (connection?.spoke || !shares()) return;
    connection?.close(); // a shared worker that says nothing at all may be one that has ended
    page.alone = true;
    open();
  }, patience);
}

// There is no way on with this worker. The next request starts another; or another starts now, which
// is asked all that this one left without a response.
/** @param {string} cause @param {boolean} [again] */
function stop(cause, again) {
  clearTimeout(watchdog);
  connection?.close();
  connection = null;
  page.alone = page.whole = true;
  for (const { timer } of requests.values()) clearTimeout(timer);
  if (again) return begin();
  for (const { reject } of requests.values()) reject();
  requests.clear();
  const what = state === "ready" ? "has stopped" : "did not start";
  notify("failed", `The calculator ${what}. ${byHand}`, `${cause}.`);
}

// Whole megabytes, so that a screen reader hears a few steps and not a hundred.
/** @param {number} received @param {number} total */
function starting(received, total) {
  const [have, all] = [received, total].map((bytes) => Math.round(bytes / 1e6));
  const amount = have ? `, ${have} ${all >= have ? `of ${all} ` : ""}MB` : "";
  return `Getting the calculator ready${amount}. What you answer is kept.`;
}

// ---- Requests

/** @type {(text: string) => Promise<string>} */
function ask(text) {
  if (self.locked) return Promise.reject();
  return new Promise((resolve, reject) => {
    const request = { text, resolve, reject, timer: 0 };
    requests.set(++lastId, request);
    if (!connection) begin();
    if (state === "ready") send(request, lastId);
  });
}

/** @param {Request} request @param {number} id */
function send(request, id) {
  request.timer = setTimeout(() => stop("no answer came within 10 seconds"), patience);
  connection?.post({ id, text: request.text });
}

/** @param {number} id @param {string} text */
function respond(id, text) {
  const request = requests.get(id);
  clearTimeout(request?.timer);
  requests.delete(id);
  request?.resolve(text);
}

self.python = { start, ask };
if (document.currentScript?.dataset.early !== undefined && !needsPacked()) begin();
