// The worker with MicroPython as it ships, and a port of one sum: `calc` itself it cannot run.

import { loadMicroPython } from "./micropython/micropython.mjs";

const source = new URL("./clearance.py", import.meta.url);

async function start() {
  const fetched = fetch(source).then((response) => response.text());
  const python = await loadMicroPython();
  python.runPython(await fetched);
  const answer = python.globals.get("answer");
  self.onmessage = ({ data: { id, text } }) => postMessage({ id, text: answer(text) });
  postMessage({ ready: true });
}

start().catch((error) => postMessage({ failure: error.message }));
