// Adler's sum of bytes, as zlib has it: of what is fetched, while it arrives, and of what is kept. The
// browser's own checks either hold a file back until it is whole, or need https (decision 0020).

const most = 4_096; // bytes before a sum must be cut back, or it would no longer be exact

// The sum of these bytes, after those whose sum is given.
/** @param {Uint8Array} bytes */
export function adler(bytes, sum = 1) {
  let [first, second] = [sum % 65_536, Math.floor(sum / 65_536)];
  // By index, because that takes half the time.
  for (let place = 0; place < bytes.length; place++) {
    first += bytes[place];
    second += first;
    if (place % most) continue;
    first %= 65_521;
    second %= 65_521;
  }
  return (second % 65_521) * 65_536 + (first % 65_521);
}
