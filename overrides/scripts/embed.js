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

/** @typedef {OffscreenCanvasRenderingContext2D} Canvas */

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const site = new URL(".", script.src);
const START = "answer-";
const dark = matchMedia("(prefers-color-scheme: dark)");
/** @type {Record<string, EventTarget>} */
const heard = { message: self, transitionend: document, change: dark };

class DoseCalculator extends HTMLElement {
  /** @type {MessagePort | undefined} */
  #port;
  /** @type {Record<string, unknown> | undefined} */
  #answers; // to begin with
  #watch = new MutationObserver((changes) => this.#onChange(changes));

  connectedCallback() {
    const early = Object.getOwnPropertyDescriptor(this, "answers"); // set before this script came
    if (early && Reflect.deleteProperty(this, "answers")) this.answers = early.value;
    const greeting = { protocol: "1", host: location.origin, scheme: this.#scheme() };
    const page = `embed/${encodeURIComponent(this.getAttribute("name") ?? "")}/index.html`;
    const frame = document.createElement("iframe");
    if (this.hasAttribute("sandboxed")) frame.sandbox.add("allow-scripts");
    frame.allow = "clipboard-write";
    frame.title = this.title || "Calculator";
    frame.src = `${new URL(page, site)}#${new URLSearchParams(greeting)}`;
    Object.assign(frame.style, { border: "0", display: "block", height: "50rem", width: "100%" });
    Object.assign(this.style, { display: "block", position: "relative" });
    for (const [type, place] of Object.entries(heard)) place.addEventListener(type, this);
    for (const element of [document.documentElement, document.body, this])
      this.#watch.observe(element, { attributes: true });
    this.replaceChildren(frame);
  }

  disconnectedCallback() {
    for (const [type, place] of Object.entries(heard)) place.removeEventListener(type, this);
    this.#watch.disconnect();
    this.#port?.close();
  }

  /** @param {Record<string, unknown> | null} answers */
  set answers(answers) {
    this.#answers = answers ?? {}; // none at all is an answer too, and outdoes the attributes
    this.#port?.postMessage({ answers });
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (!(event instanceof MessageEvent)) return this.#sendScheme();
    const { source, origin, data, ports } = event;
    const expected = this.hasAttribute("sandboxed") ? "null" : site.origin;
    if (source !== this.querySelector("iframe")?.contentWindow || origin !== expected) return;
    if (data?.protocol !== 1 || !ports.length) return;
    this.#port?.close();
    [this.#port] = ports;
    this.#port.onmessage = (event) => this.#onMessage(event.data);
    const answers = this.#answers ?? this.#writtenAnswers();
    if (answers) this.answers = answers;
  }

  /** @param {MutationRecord[]} changes */
  #onChange(changes) {
    const own = changes.filter(({ target }) => target === this);
    const names = own.map(({ attributeName }) => `${attributeName}`);
    if (names.includes("name") || names.includes("sandboxed")) this.connectedCallback();
    else if (names.some((name) => name.startsWith(START))) this.answers = this.#writtenAnswers();
    this.#sendScheme();
  }

  #writtenAnswers() {
    const given = [...this.attributes].filter(({ name }) => name.startsWith(START));
    const answers = given.map(({ name, value }) => [name.slice(START.length), value]);
    return given.length ? Object.fromEntries(answers) : null;
  }

  /** @param {{ height?: number, top?: number } & Record<string, unknown>} message */
  #onMessage({ height, top, ...events }) {
    if (height) this.querySelector("iframe")?.style.setProperty("height", `${height}px`);
    if (top) this.#show(top);
    for (const [name, detail] of Object.entries(events))
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  // Brings a place of the frame into view, whatever scrolls here.
  /** @param {number} top */
  #show(top) {
    const mark = this.appendChild(document.createElement("span"));
    Object.assign(mark.style, { position: "absolute", top: `${top}px` });
    mark.scrollIntoView();
    mark.remove();
  }

  // Whatever made the page light or dark, its text shows which it is.
  #scheme() {
    // A canvas reads every kind of colour.
    const canvas = /** @type {Canvas} */ (new OffscreenCanvas(1, 1).getContext("2d"));
    canvas.fillStyle = getComputedStyle(this).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    const said = this.getAttribute("scheme");
    return said ?? (0.3 * red + 0.6 * green + 0.1 * blue > 127 ? "dark" : "light");
  }

  #sendScheme = () => this.#port?.postMessage({ scheme: this.#scheme() });
}

customElements.define("dose-calculator", DoseCalculator);
