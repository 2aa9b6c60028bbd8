// An engine in a module worker of the page, engine/worker.mjs, in place of the site's own. It tells
// {ready: true}, or {failure: words}; asked {id, text} it answers {id, text}.

"use strict";
const python = (() => {
  const place = new URL("../../engine/worker.mjs", document.currentScript.src);
  const questions = new Map(); // id -> {text, answered, broken}
  let worker = null;
  let ready = false;
  let lastId = 0;
  let told;

  function start(listener) {
    told = listener;
    told("starting", "Python is starting …");
    worker = new Worker(place, { type: "module" });
    worker.onmessage = ({ data }) => heard(data);
    worker.onerror = () => heard({ failure: "the worker could not be started" });
  }

  function heard({ id, text, failure, ready: isReady }) {
    if (isReady) {
      ready = true;
      told("ready", "");
      questions.forEach(send);
    } else if (failure) {
      told("failed", failure);
      questions.forEach(({ broken }) => broken());
    } else {
      questions.get(id).answered(text);
      questions.delete(id);
    }
  }

  const send = ({ text }, id) => worker.postMessage({ id, text });

  function ask(text) {
    return new Promise((answered, broken) => {
      const question = { text, answered, broken };
      questions.set(++lastId, question);
      if (ready) send(question, lastId);
    });
  }

  return { start, ask };
})();
