// Where the functions of Pyodide's script stand, as V8 tells it once Python has started:
//
//     node functions.mjs PACKAGE

import { Session } from "node:inspector/promises";
import { pathToFileURL } from "node:url";

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
const { loadPyodide } = await import(pathToFileURL(`${process.argv[2]}/pyodide.mjs`).href);
await loadPyodide();
const { result } = await session.post("Profiler.takePreciseCoverage");
const { functions } = result.find(({ url }) => url.endsWith("/pyodide.asm.js"));
const ranges = functions.map(({ ranges: [whole] }) => [whole.startOffset, whole.endOffset]);
process.stdout.write(JSON.stringify(ranges));
