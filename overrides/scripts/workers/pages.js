// The pages of this worker: each is told every step, and one that comes later the last of them.

/** @type {Port[]} */
const pages = [];
/** @type {WorkerMessage} */
let lastMessage = {};

/** @param {WorkerMessage} message */
export function tell(message) {
  // Nothing comes after a failure; nor of a start that was given up, and came late.
  if (hasFailed() || (lastMessage.ready && !message.failure)) return;
  lastMessage = message;
  for (const page of pages) page.postMessage(message);
}

// There is no way on. A page that is told of it disconnects, and starts a worker of its own: at once
// where that would manage what this one cannot, and again asks what has no response.
/** @param {string} failure @param {boolean} [again] */
export const fail = (failure, again) => tell({ failure, again });

export const hasFailed = () => Boolean(lastMessage.failure);

/** @param {Port} page @param {(page: Port, message: PageMessage) => void} onMessage */
export function connect(page, onMessage) {
  pages.push(page);
  page.onmessage = ({ data }) => onMessage(page, data);
  page.postMessage(lastMessage);
}
