// How long the network may take to begin a response, before the site counts as out of reach.

export const patience = 4_000; // ms

/** @type {<Value>(time: number, value: Value) => Promise<Value>} */
export const after = (time, value) => new Promise((resolve) => setTimeout(resolve, time, value));

// The response, or null where it comes late, not at all, or from a proxy whose server is gone.
/** @param {Promise<Response>} network */
export async function inReach(network) {
  const response = await Promise.race([network, after(patience, null)]).catch(() => null);
  return response && response.status < 500 ? response : null;
}
