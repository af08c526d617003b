/** Numbers as WebAssembly writes them. */

/** @param {Uint8Array} bytes @param {number} at @returns {[value: number, next: number]} an unsigned number */
export function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * shift;
    if (byte < 128) return [value, at];
  }
}

/** @param {Uint8Array} bytes @param {number} at @returns {[value: number, next: number]} a signed number of at most 32 bits */
export function signed(bytes, at) {
  let value = 0;
  for (let shift = 0; ; ) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) return [shift < 32 && byte & 64 ? value | (-1 << shift) : value, at];
  }
}

/** @param {Uint8Array} bytes @param {number} at @returns {number} where the number that begins here ends */
export function past(bytes, at) {
  while (bytes[at++] >= 128);
  return at;
}

/** @param {number} value */
export function encodedUnsigned(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return Buffer.from(bytes);
}

/** @param {number} value of at most 32 bits */
export function encodedSigned(value) {
  const bytes = [];
  for (let rest = value | 0; ; ) {
    const low = rest & 127;
    rest >>= 7;
    if (rest === (low & 64 ? -1 : 0)) return Buffer.from([...bytes, low]);
    bytes.push(low | 128);
  }
}
