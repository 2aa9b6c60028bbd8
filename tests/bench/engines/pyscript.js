// PyScript as it ships, on the page's own thread, with `calc` as a zip, in place of the site's own.

"use strict";
const python = (() => {
  const folder = new URL("../../engine/", document.currentScript.src);
  const at = (name) => new URL(name, folder).href;
  const code = `
from pyscript import ffi, window
from calc.browser import answer
window.pythonIsReady(ffi.create_proxy(answer))
`;
  let isReady;
  const answer = new Promise((ready) => (isReady = ready));

  function start(told) {
    told("starting", "Python is starting …");
    self.pythonIsReady = (calculate) => {
      isReady(calculate);
      told("ready", "");
    };
    const script = document.createElement("script");
    script.type = "py";
    const config = { interpreter: at("pyodide/pyodide.mjs"), files: { [at("calc.zip")]: "./*" } };
    script.setAttribute("config", JSON.stringify(config));
    script.textContent = code;
    const core = document.createElement("script");
    core.type = "module";
    core.src = at("pyscript/core.js");
    document.head.append(script, core);
  }

  const ask = async (text) => (await answer)(text);
  return { start, ask };
})();
