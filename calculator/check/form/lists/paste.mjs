/** What a spreadsheet puts on the clipboard, as rows of cells. */

/**
 * Splits a pasted text: lines into rows; tabs (else semicolons, else commas) into cells. A first line without any digit,
 * above lines that have some, is a heading and is left out.
 *
 * @param {string} text
 * @param {boolean} flat  a list of single values: every cell is a row of its own
 * @returns {string[][]}
 */
export function cells(text, flat) {
  if (flat)
    return text
      .split(/[\s,;]+/u)
      .filter(Boolean)
      .map((cell) => [cell]);
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim());
  const separator = ["\t", ";", ","].find((mark) => text.includes(mark)) ?? "\t";
  const body = lines.length > 1 && !/\d/u.test(lines[0] ?? "") && /\d/u.test(lines[1] ?? "") ? lines.slice(1) : lines;
  return body.map((line) => line.split(separator).map((cell) => cell.trim()));
}
