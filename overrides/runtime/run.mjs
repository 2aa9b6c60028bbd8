// Runs Python inside Pyodide, under Node:
//
//     node run.mjs '{"package": FOLDER, "library": ZIP or null, "mounts": {"/place": FOLDER},
//                    "code": PYTHON}'
//
// The code finds the mounted folders at their places. What it prints goes to standard output; an
// exception ends the run with status 1 and goes to standard error.

import { pathToFileURL } from "node:url";

const order = JSON.parse(process.argv[2]);
try {
  const { loadPyodide } = await import(pathToFileURL(`${order.package}/pyodide.mjs`).href);
  const python = await loadPyodide(order.library ? { stdLibURL: order.library } : {});
  for (const [place, folder] of Object.entries(order.mounts)) python.mountNodeFS(place, folder);
  python.runPython(order.code);
} catch (error) {
  // Left uncaught, Node would print a line of Pyodide's minified source, a megabyte long.
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
}
