// <dose-calculator name="foscarnet-plan">: a calculator of this site in a page of another, in a frame
// that is as high as its content and as light or dark as the page around it.
//
//   name="…"        which calculator
//   answer-…="…"    an answer to begin with, such as answer-age="68"
//   scheme="…"      "light" or "dark", where what the page's text colour says is not meant
//   sandboxed       the frame may run scripts and nothing else; it then has a Python of its own
//   .answers = {…}  begins anew, as for another patient; null empties the form
//   "result"        when a person hands a result over; its detail: {outcome, record, text, warnings}
//   "refused"       the event when answers were not taken; its detail: their names

"use strict";
{
  const site = new URL(".", document.currentScript.src);
  const START = "answer-";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  class DoseCalculator extends HTMLElement {
    #frame;
    #port;
    #answers; // to begin with
    #told; // the scheme that the frame was told last
    #watch = new MutationObserver((changes) => this.#changed(changes));

    connectedCallback() {
      if (Object.hasOwn(this, "answers")) {
        const { answers } = this; // set before this script came
        delete this.answers;
        this.answers = answers;
      }
      const told = { protocol: 1, host: location.origin, scheme: (this.#told = this.#scheme()) };
      const page = `embed/${encodeURIComponent(this.getAttribute("name"))}/index.html`;
      const frame = (this.#frame = document.createElement("iframe"));
      if (this.hasAttribute("sandboxed")) frame.sandbox = "allow-scripts";
      frame.allow = "clipboard-write";
      frame.title = this.title || "Calculator";
      frame.src = `${new URL(page, site)}#${new URLSearchParams(told)}`;
      Object.assign(frame.style, { border: "0", display: "block", height: "50rem", width: "100%" });
      Object.assign(this.style, { display: "block", position: "relative" });
      addEventListener("message", this);
      document.addEventListener("transitionend", this);
      dark.addEventListener("change", this);
      for (const element of [document.documentElement, document.body, this]) {
        this.#watch.observe(element, { attributes: true });
      }
      this.replaceChildren(frame);
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      document.removeEventListener("transitionend", this);
      dark.removeEventListener("change", this);
      this.#watch.disconnect();
      this.#port?.close();
    }

    set answers(answers) {
      this.#answers = answers ?? {}; // none at all is an answer too, and outdoes the attributes
      this.#port?.postMessage({ answers });
    }

    handleEvent({ type, source, origin, data, ports }) {
      if (type !== "message") return this.#tellScheme();
      const expected = this.hasAttribute("sandboxed") ? "null" : site.origin;
      if (source !== this.#frame.contentWindow || origin !== expected) return;
      if (data?.protocol !== 1 || !ports.length) return;
      this.#port?.close();
      [this.#port] = ports;
      this.#port.onmessage = (event) => this.#hear(event.data);
      const answers = this.#answers ?? this.#written();
      if (answers) this.answers = answers;
    }

    #changed(changes) {
      const own = changes.filter(({ target }) => target === this);
      const names = own.map(({ attributeName }) => attributeName);
      if (names.includes("name") || names.includes("sandboxed")) {
        this.disconnectedCallback();
        this.connectedCallback();
      } else if (names.some((name) => name.startsWith(START))) {
        this.answers = this.#written() ?? {};
      }
      this.#tellScheme();
    }

    #written() {
      const given = [...this.attributes].filter(({ name }) => name.startsWith(START));
      const answers = given.map(({ name, value }) => [name.slice(START.length), value]);
      return given.length ? Object.fromEntries(answers) : null;
    }

    #hear({ height, top, ...news }) {
      if (height) this.#frame.style.height = `${height}px`;
      if (top) this.#show(top);
      for (const [name, detail] of Object.entries(news)) {
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
      }
    }

    // Brings a place of the frame into view, whatever scrolls here.
    #show(top) {
      const mark = this.appendChild(document.createElement("span"));
      Object.assign(mark.style, { position: "absolute", top: `${top}px` });
      mark.scrollIntoView();
      mark.remove();
    }

    // Whatever made the page light or dark, its text shows which it is.
    #scheme() {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d"); // it reads every kind of colour
      canvas.fillStyle = getComputedStyle(this).color;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
      const said = this.getAttribute("scheme");
      return said ?? (0.3 * red + 0.6 * green + 0.1 * blue > 127 ? "dark" : "light");
    }

    #tellScheme() {
      const scheme = this.#scheme();
      if (scheme === this.#told) return;
      this.#told = scheme;
      this.#port?.postMessage({ scheme });
    }
  }

  customElements.define("dose-calculator", DoseCalculator);
}
