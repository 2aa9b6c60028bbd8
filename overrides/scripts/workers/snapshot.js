// Python's memory as it was when it had just started, kept by the browser for the next visit.
//
// It is taken before anybody has asked anything: no input of a person can be in it. It is good for
// these very files only, whose folder is its key; a sum tells of damage; and it is marked as tried
// while it is used, so that one which crashed or hung is never used again.
// Whatever the browser does not allow or does not manage, Python does without.

import { folder } from "./files.js";
import { after } from "./reach.js";
import { adler } from "./sum.js";

const patience = 5_000; // ms for the browser or for Python to make use of it
const page = 1_024; // words of four bytes; a page of zeros, and half of all are, is not kept
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

/** @type {(words: Uint32Array<ArrayBuffer>, sum?: number) => number} */
const sumOf = ({ buffer }, sum) => adler(new Uint8Array(buffer), sum);

/** @param {Uint8Array<ArrayBuffer>} memory @param {string} answers */
function folded(memory, answers) {
  const words = new Uint32Array(memory.buffer);
  const used = [];
  for (let place = 0; place < words.length; place += page)
    if (words.subarray(place, place + page).some((word) => word)) used.push(place);
  const places = Uint32Array.from(used);
  const kept = new Uint32Array(places.length * page);
  places.forEach((place, at) => kept.set(words.subarray(place, place + page), at * page));
  return { kept, places, length: words.length, sum: sumOf(places, sumOf(kept)), answers };
}

/** @param {Kept} record */
function unfolded({ kept, places, length, sum }) {
  if (sumOf(places, sumOf(kept)) !== sum) throw new Error("damaged");
  const words = new Uint32Array(length);
  places.forEach((place, at) => words.set(kept.subarray(at * page, (at + 1) * page), place));
  return words.buffer;
}

async function taken() {
  const found = await opened(async (shelf) => {
    const [found, tried] = await Promise.all([done(shelf.get(key)), done(shelf.get(mark))]);
    if (!found || tried) return null;
    await done(shelf.put(true, mark));
    return /** @type {Kept} */ (found);
  });
  return found && { memory: unfolded(found), answers: found.answers };
}

/** @type {(make: () => Uint8Array<ArrayBuffer>, answers: string) => Promise<void>} */
async function kept(make, answers) {
  const memory = make();
  await after(500, null);
  const record = folded(memory, answers);
  await opened(async (shelf) => {
    const names = /** @type {string[]} */ (await done(shelf.getAllKeys()));
    for (const name of names) if (name.startsWith(site)) shelf.delete(name);
    await done(shelf.put(record, key));
  });
}

// Pyodide may neither take a memory nor refuse it.
/** @type {<Result>(work: Promise<Result>) => Promise<Result | null>} */
export const inTime = (work) => Promise.race([work, after(patience, null)]);

// What was kept, or null.
export const take = () => inTime(taken()).catch(() => null);

// Keeps a new one, made at once, in the place of all that this site has kept before. The rest of
// the work comes after the first responses.
/** @type {typeof kept} */
export const keep = (make, answers) => kept(make, answers).catch(() => {});

// The one that is used is not used again: whatever went wrong, it may be at fault.
export const doubted = () => inTime(opened((shelf) => done(shelf.put(true, mark)))).catch(() => {});

// The one that is used has proved itself.
export const proved = () => opened((shelf) => done(shelf.delete(mark))).catch(() => {});
