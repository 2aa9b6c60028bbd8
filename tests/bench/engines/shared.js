// Plain JavaScript, asked in a shared worker: the least that an answer from another process takes.
// The worker is engine/shared.js. Asked {id, text} it answers {id, text}.

"use strict";
const python = (() => {
  const place = new URL("../../engine/shared.js", document.currentScript.src);
  const questions = new Map(); // id -> answered
  let port;

  function start(told) {
    ({ port } = new SharedWorker(place));
    port.onmessage = ({ data: { id, text } }) => questions.get(id)(text);
    told("ready", "");
  }

  function ask(text) {
    return new Promise((answered) => {
      const id = questions.size;
      questions.set(id, answered);
      port.postMessage({ id, text });
    });
  }

  return { start, ask };
})();
