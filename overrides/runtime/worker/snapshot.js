// Python's memory as it was when it had just started, kept by the browser for the next visit.
//
// It is taken before anybody has asked anything: no answer of a person can be in it. It is good for
// these very files only, whose folder is its key; a sum tells of damage; and it is marked as tried
// while it is used, so that one which crashed or hung is never used again.

const snapshot = (() => {
  const patience = 5_000; // ms for the browser or for Python to make use of it
  const page = 1_024; // words of four bytes; a page of zeros, and half of all are, is not kept
  const key = folder.pathname;
  const mark = `${key}tried`;
  const site = key.replace(/[^/]+\/$/, ""); // where the folders of other versions would stand

  function done(request) {
    return new Promise((succeeded, failed) => {
      request.onsuccess = () => succeeded(request.result);
      request.onerror = () => failed(request.error);
    });
  }

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

  // Fletcher's: of the words and of their order.
  function sum(words) {
    let [first, second] = [0, 0];
    for (let place = 0; place < words.length; place++) {
      first = (first + words[place]) | 0;
      second = (second + first) | 0;
    }
    return `${first} ${second}`;
  }

  const sumOf = (kept, places, length) => `${sum(kept)} ${sum(places)} ${length}`;

  function folded(memory) {
    const words = new Uint32Array(memory.buffer);
    const used = [];
    for (let place = 0; place < words.length; place += page) {
      if (words.subarray(place, place + page).some((word) => word)) used.push(place);
    }
    const places = Uint32Array.from(used);
    const kept = new Uint32Array(places.length * page);
    places.forEach((place, at) => kept.set(words.subarray(place, place + page), at * page));
    return { kept, places, length: words.length, sum: sumOf(kept, places, words.length) };
  }

  function unfolded({ kept, places, length, sum: said }) {
    if (sumOf(kept, places, length) !== said) throw new Error("damaged");
    const words = new Uint32Array(length);
    places.forEach((place, at) => words.set(kept.subarray(at * page, (at + 1) * page), place));
    return words.buffer;
  }

  // What was kept, {memory, answers}, or null.
  async function take() {
    const found = await opened(async (shelf) => {
      const [found, tried] = await Promise.all([done(shelf.get(key)), done(shelf.get(mark))]);
      if (!found || tried) return null;
      await done(shelf.put(true, mark));
      return found;
    });
    return found && { memory: unfolded(found), answers: found.answers };
  }

  // Keeps a new one, made at once, in the place of all that this site has kept before. The rest of
  // the work comes after the first answers.
  async function keep(make, answers) {
    const memory = make();
    await new Promise((later) => setTimeout(later, 500));
    const record = { ...folded(memory), answers };
    await opened(async (shelf) => {
      const names = await done(shelf.getAllKeys());
      names.filter((name) => name.startsWith(site)).forEach((name) => shelf.delete(name));
      await done(shelf.put(record, key));
    });
  }

  // Pyodide may neither take a memory nor refuse it.
  const inTime = (work) => Promise.race([work, new Promise((over) => setTimeout(over, patience))]);
  const proved = () => opened((shelf) => done(shelf.delete(mark)));

  // Whatever the browser does not allow or does not manage, Python does without.
  return {
    inTime,
    take: () => inTime(take()).catch(() => null),
    keep: (make, answers) => keep(make, answers).catch(() => {}),
    proved: () => proved().catch(() => {}),
  };
})();
