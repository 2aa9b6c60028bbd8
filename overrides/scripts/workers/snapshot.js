// Python's memory as it was when it had just started, kept by the browser for the next visit.
//
// It is taken before anybody has asked anything: no input of a person can be in it. It is good for
// these very files only, whose folder is its key; a sum tells of damage; and it is marked as tried
// while it is used, so that one which crashed or hung is never used again.
// Whatever the browser does not allow or does not manage, Python does without.

import { adler } from "../sum.js";
import { folder, letGo } from "./files.js";
import { after } from "./reach.js";

const patience = 5_000; // ms for the browser or for Python to make use of it
const key = folder.pathname;
const mark = `${key}tried`;
const site = key.replace(/[^/]+\/$/, ""); // where the folders of other versions would stand

/** @type {<Result>(request: IDBRequest<Result>) => Promise<Result>} */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @type {<Result>(work: (shelf: IDBObjectStore) => Promise<Result>) => Promise<Result>} */
async function opened(work) {
  const opening = indexedDB.open("python");
  opening.onupgradeneeded = () => opening.result.createObjectStore("snapshots");
  const database = await done(opening);
  try {
    return await work(database.transaction("snapshots", "readwrite").objectStore("snapshots"));
  } finally {
    database.close();
  }
}

async function taken() {
  const found = await opened(async (shelf) => {
    const [found, tried] = await Promise.all([done(shelf.get(key)), done(shelf.get(mark))]);
    if (!found || tried) return null;
    await done(shelf.put(true, mark));
    return /** @type {Kept} */ (found);
  });
  if (found && adler(found.kept) !== found.sum) throw new Error("damaged");
  return found;
}

/** @type {(make: () => Uint8Array<ArrayBuffer>, answers: string) => Promise<void>} */
async function kept(make, answers) {
  const kept = make();
  await opened(async (shelf) => {
    const names = /** @type {string[]} */ (await done(shelf.getAllKeys()));
    for (const name of names) if (name.startsWith(site)) shelf.delete(name);
    shelf.put({ kept, sum: adler(kept), answers }, key);
    letGo(kept); // at once: the store has a copy of its own, until that is written
  });
}

// Pyodide may neither take a memory nor refuse it.
/** @type {<Result>(work: Promise<Result>) => Promise<Result | null>} */
export const inTime = (work) => Promise.race([work, after(patience, null)]);

// What was kept, or null.
export const take = () => inTime(taken()).catch(() => null);

// Keeps a new one, made at once, in the place of all that this site has kept before.
/** @type {typeof kept} */
export const keep = (make, answers) => kept(make, answers).catch(() => {});

// The one that is used is not used again: whatever went wrong, it may be at fault.
export const doubted = () => inTime(opened((shelf) => done(shelf.put(true, mark)))).catch(() => {});

// The one that is used has proved itself.
export const proved = () => opened((shelf) => done(shelf.delete(mark))).catch(() => {});
