/**
 * Bytes as texts in which each character stands for one byte. Python gets them and gives them so: a file leaves with the
 * very bytes that the command line writes, whatever is in it.
 */

/** How many bytes are read, answered and shown at a time. */
export const PIECE = 64 * 1024;
/** More arguments than this in one call are too many for some browsers. */
const AT_ONCE = 8 * 1024;

/** @param {Uint8Array} bytes */
export function textOf(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return text;
}

/** @param {string} text */
export function bytesOf(text) {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** How files begin that people take for a table of text. @type {[begin: string, what: string][]} */
const OTHERS = [
  ["PK\x03\x04", "a workbook or an archive"],
  ["\xd0\xcf\x11\xe0", "a workbook"],
  ["%PDF", "a PDF"],
];

/** What a file is instead of a table of text; "" where its first bytes do not tell. @param {string} text  its first bytes */
export function otherKind(text) {
  return OTHERS.find(([begin]) => text.startsWith(begin))?.[1] ?? "";
}
