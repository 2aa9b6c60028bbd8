// What the workers find in their scope, beside what the browser puts there.

/** Adler's sum of each file of the runtime: the build begins boot.js with them. */
declare var sums: Record<string, number>;

/** The build, and each file of the site with its hash: the build begins sw.js with them. */
declare var release: { build: string; files: Record<string, string> };

/** Called by the smaller script of Pyodide where a function was cut from it. */
declare var onTrap: () => void;

/** loader.js, of Pyodide. */
declare var loadPyodide: (options: object) => Promise<Pyodide>;

/** Of a shared worker only. */
declare var onconnect: ((event: MessageEvent) => void) | null;

interface Pyodide {
  pyimport(name: "calc.browser"): Calculators;
  makeMemorySnapshot(): Uint8Array<ArrayBuffer>;
}

interface Calculators {
  answer(text: string): string;
  known_answers(): string;
}

/** A page of this worker: the port to it, or the worker's own scope. */
interface Port {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: WorkerMessage): void;
}

/** What is kept: Python's memory, its sum, and the known answers that it gave. */
interface Kept {
  kept: Uint8Array<ArrayBuffer>;
  sum: number;
  answers: string;
}
