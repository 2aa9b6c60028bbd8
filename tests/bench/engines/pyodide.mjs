// The worker with Pyodide as it ships, and the wheel of `calc` as flit makes it.

import { loadPyodide } from "./pyodide/pyodide.mjs";

const wheel = new URL("./calc.whl", import.meta.url);

async function start() {
  const fetched = fetch(wheel).then((response) => response.arrayBuffer());
  const python = await loadPyodide();
  python.unpackArchive(await fetched, "wheel");
  const { answer } = python.pyimport("calc.browser");
  self.onmessage = ({ data: { id, text } }) => postMessage({ id, text: answer(text) });
  postMessage({ ready: true });
}

start().catch((error) => postMessage({ failure: error.message }));
