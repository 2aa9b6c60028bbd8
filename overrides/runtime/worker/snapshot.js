// Python's memory as it was when it had just started, kept by the browser for the next visit.
//
// It is taken before anybody has asked anything: no answer of a person can be in it. It is good for
// these very files only, whose folder is its key; gzip around it tells of damage; and it is marked
// as tried while it is used, so that one which crashed or hung is never used again.

const snapshot = (() => {
  const patience = 5_000; // ms for the browser or for Python to make use of it
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

  const through = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream));

  // What was kept, {memory, answers}, or null.
  async function take() {
    const kept = await opened(async (shelf) => {
      const [kept, tried] = await Promise.all([done(shelf.get(key)), done(shelf.get(mark))]);
      if (!kept || tried) return null;
      await done(shelf.put(true, mark));
      return kept;
    });
    if (!kept) return null;
    const memory = await through(kept.packed, new DecompressionStream("gzip")).arrayBuffer();
    return { memory, answers: kept.answers };
  }

  // Keeps a new one, made at once, in the place of all that this site has kept before.
  async function keep(make, answers) {
    const packing = through(make(), new CompressionStream("gzip"));
    const packed = await packing.arrayBuffer();
    await opened(async (shelf) => {
      const names = await done(shelf.getAllKeys());
      names.filter((name) => name.startsWith(site)).forEach((name) => shelf.delete(name));
      await done(shelf.put({ packed, answers }, key));
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
