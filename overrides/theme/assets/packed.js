// The runtime in its packed form, for a place where nothing can be fetched: scripts that hold the
// runtime's files as text, in pieces. They are on the page already, or are loaded one by one.
//
//   packed.worker(folder, tell)   a promise of the worker; tell(message) at each piece. Broken by an
//                                 error of the name Missing where a file cannot be loaded

"use strict";
const packed = (() => {
  const missing = (words) => Object.assign(new Error(words), { name: "Missing" });

  async function worker(folder, tell) {
    const place = new URL("packed/", folder);
    if (!self.pieces) await script(place, "index");
    const { names, bytes, texts } = self.pieces;
    const loading = names.filter((name) => !(name in texts)).map(async (name) => {
      await script(place, name);
      const received = (bytes * Object.keys(texts).length) / names.length;
      tell({ step: "Fetching Python", received, total: bytes });
    });
    await Promise.all(loading);
    const held = (file) => names.filter((name) => name.startsWith(file)).map((name) => texts[name]);
    const scripts = await Promise.all(["asm.js", "loader.js", "boot.js"].map(held).map(opened));
    const made = new Worker(URL.createObjectURL(new Blob(scripts)));
    made.postMessage({ files: { "core.bin": held("core.bin"), "py.bin": held("py.bin") } });
    return made;
  }

  function script(place, name) {
    return new Promise((loaded, failed) => {
      const element = document.createElement("script");
      element.src = new URL(`${name}.js`, place);
      element.onload = () => {
        if (self.pieces && (name === "index" || name in self.pieces.texts)) loaded();
        else failed(missing(`the file packed/${name}.js is damaged or did not arrive whole`));
      };
      element.onerror = () => failed(missing(`the file packed/${name}.js could not be loaded`));
      document.head.append(element);
    });
  }

  // Each piece stands for itself: base64 of a part of the file, which is gzip.
  function opened(texts) {
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob(texts.map(bytes)).stream();
    return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).text();
  }

  return { worker };
})();
