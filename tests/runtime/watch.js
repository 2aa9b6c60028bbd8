// Runs before Pyodide, in Node and in the worker: keeps the marks of a core that counts, and hides
// them from Pyodide, which would link them. `ran()` is a number for each mark, and what the script
// around the core notes of itself, `called`.
{
  const plainly = WebAssembly.instantiate;
  let marks = [];
  WebAssembly.instantiate = async (core, imports) => {
    const made = await plainly(core, imports);
    const all = Object.entries((made.instance ?? made).exports);
    const isMark = ([name]) => /^ran\d+$/.test(name);
    marks = all.filter(isMark).map(([, mark]) => mark);
    const instance = { exports: Object.fromEntries(all.filter((each) => !isMark(each))) };
    return made.instance ? { ...made, instance } : instance;
  };
  globalThis.ran = () => [marks.map((mark) => mark.value), [...called]];
  globalThis.process?.on("exit", () => {
    require("node:fs").writeFileSync(process.env.RAN, JSON.stringify(ran()));
  });
}
