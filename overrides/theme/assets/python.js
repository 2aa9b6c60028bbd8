// Python for the page: starts it in the kind of worker that this place allows, asks it, and never
// waits without a word. It knows no form.
//
//   python.start(told)   told(state, words): "starting", "ready" or "failed", and what there is to say
//   python.ask(text)     a promise of the answer; broken when there will be none
//
// On a page with a form it stands in the head: a Python that runs is found while the page arrives.

"use strict";
const python = (() => {
  const patience = 10_000; // ms without a sign of life, or without an answer
  const instead = "Use the tables below, by hand.";
  const questions = new Map(); // id -> {text, answered, broken, timer}: as yet without an answer

  let worker = null; // {post, close, spoke}: the one that is listened to
  let state; // "starting", then "ready"; or "failed", which may still turn into the others
  let alone = false; // after a failure this page shares no Python, but has one of its own
  let words = "";
  let told = () => {};
  let watchdog;
  let lastId = 0;

  function start(listener) {
    told = listener;
    if (state) told(state, words);
    else begin();
  }

  function begin() {
    tell("starting", "Python is starting …");
    open();
    watch();
  }

  // The page comes first: Python is told when that is drawn, and is fetched and started only then.
  const drawn = new Promise((done) => {
    addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(done)));
  });

  // ---- The kinds of worker

  async function open() {
    const { content } = document.querySelector('meta[name="runtime"]');
    const folder = new URL(content, document.baseURI);
    const url = new URL("boot.js", folder);
    const shared = shares();
    const mine = (worker = { post() {}, close() {}, spoke: false });
    const current = () => worker === mine;
    const hear = (message) => {
      mine.spoke = true;
      if (current()) heard(message);
    };
    const refuse = async () => {
      const cause = mine.spoke ? "Python's worker crashed" : await fault(url);
      if (!current()) return;
      if (cause || !shared) return stop(cause ?? refused);
      alone = true; // a frame of another site may share nothing in some browsers
      open();
    };
    try {
      const opened = await opener()(url, folder, hear);
      const port = opened.port ?? opened;
      mine.close = () => (opened.port ? port.postMessage({}) : opened.terminate());
      if (!current()) return mine.close();
      mine.post = (message) => port.postMessage(message);
      drawn.then(() => mine.post({ drawn: true }));
      port.onmessage = ({ data }) => hear(data);
      opened.onerror = (event) => {
        event.preventDefault();
        refuse();
      };
    } catch (error) {
      if (error.name !== "Missing") refuse();
      else if (current()) stop(error.message);
    }
    const cause = shared && (await fault(url)); // of a shared worker's file a browser may not tell
    if (cause && !mine.spoke && current()) stop(cause);
  }

  const refused = "the browser refused to start Python (a Content Security Policy, or too old)";
  const shares = () => "SharedWorker" in self && !alone && !needsPacked();
  const needsPacked = () => self.origin === "null" || "pieces" in self; // a folder, a sandbox; one file

  function opener() {
    if (needsPacked()) return (_, folder, hear) => packed.worker(folder, hear);
    const { keeps } = document.querySelector('meta[name="runtime"]').dataset;
    const name = alone || keeps !== "snapshot" ? "afresh" : "";
    if (!shares()) return (url) => new Worker(url, { name });
    return (url) => new SharedWorker(url, { name, extendedLifetime: true }); // till the next page
  }

  // What is wrong with a script: where a worker dies without a word, its file is looked at.
  async function fault(url) {
    if (needsPacked()) return null;
    const response = await fetch(url).catch(() => null);
    if (!response) return "the file boot.js could not be fetched";
    if (!response.ok) return `the file boot.js is missing (status ${response.status})`;
    response.text(); // to its end, or the browser would hold the connection
    const type = response.headers.get("content-type") ?? "no type";
    return type.includes("javascript") ? null : `the server sends the script boot.js as ${type}`;
  }

  // ---- What the worker says

  function heard({ id, text, failure, ready, step, received, total }) {
    if (failure) return stop(failure);
    if (id) return answered(id, text);
    clearTimeout(watchdog);
    if (ready) {
      tell("ready", "");
      questions.forEach(send);
    } else {
      watch();
      tell("starting", `${step} …${amount(received, total)}`);
    }
  }

  function tell(newState, newWords) {
    [state, words] = [newState, newWords];
    told(state, words);
  }

  // A worker that starts and says nothing for long may yet come round: it is left alone.
  function watch() {
    clearTimeout(watchdog);
    const what = "The calculator has not started: nothing has arrived for 10 seconds.";
    const hope = "Should Python arrive after all, the calculator will work.";
    watchdog = setTimeout(() => {
      tell("failed", `${what} ${instead} ${hope}`);
      if (worker.spoke || !shares()) return;
      worker.close(); // a shared worker that says nothing at all may be one that has ended
      alone = true;
      open();
    }, patience);
  }

  // There is no way on with this worker. The next question starts another.
  function stop(cause) {
    clearTimeout(watchdog);
    worker.close();
    worker = null;
    alone = true;
    for (const question of questions.values()) {
      clearTimeout(question.timer);
      question.broken();
    }
    questions.clear();
    tell("failed", `The calculator cannot answer: ${cause}. ${instead}`);
  }

  // Whole megabytes, so that a screen reader hears a few steps and not a hundred.
  function amount(received, total) {
    const [have, all] = [received, total].map((bytes) => Math.round(bytes / 1e6));
    if (!have) return "";
    return all >= have ? ` ${have} of ${all} MB` : ` ${have} MB`;
  }

  // ---- Questions

  function ask(text) {
    return new Promise((answered, broken) => {
      const question = { text, answered, broken };
      questions.set(++lastId, question);
      if (!worker) begin();
      if (state === "ready") send(question, lastId);
    });
  }

  function send(question, id) {
    question.timer = setTimeout(() => stop("no answer came within 10 seconds"), patience);
    worker.post({ id, text: question.text });
  }

  function answered(id, text) {
    const question = questions.get(id);
    clearTimeout(question?.timer);
    questions.delete(id);
    question?.answered(text);
  }

  if ("early" in document.currentScript.dataset && !needsPacked()) begin();
  return { start, ask };
})();
