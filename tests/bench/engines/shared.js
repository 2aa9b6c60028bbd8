// Plain JavaScript, asked in a shared worker: the least that an answer from another process takes.
// The worker is engine/shared.js. Asked {id, text} it answers {id, text}.

"use strict";
const python = (() => {
  const place = new URL("../../engine/shared.js", document.currentScript.src);
  const questions = new Map(); // id -> answered
  const { port } = new SharedWorker(place, { extendedLifetime: true }); // till the next page
  port.onmessage = ({ data: { id, text } }) => questions.get(id)(text);

  function start(told) {
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
