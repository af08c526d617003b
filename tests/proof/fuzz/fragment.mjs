/**
 * Reads `[questions, link][]` from a JSON file and writes, for each, null or what went wrong.
 *
 *     node fragment.mjs path/to/calculator/fragment.mjs examples.json
 */

import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";

const { read, write } = await import(pathToFileURL(argv[2]).href);
const examples = JSON.parse(readFileSync(argv[3], "utf-8"));
stdout.write(JSON.stringify(examples.map(([questions, hash]) => fault(questions, hash))));

/** What goes wrong when a link is read, written and read again; null where nothing does. */
function fault(questions, hash) {
  try {
    const first = read(questions, hash);
    if (first === null) return null;
    const link = write(questions, first.answers);
    const second = read(questions, link);
    if (second === null) return Object.keys(first.answers).length ? `answers lost in ${link}` : null;
    if (same(second.answers) !== same(first.answers)) return `${same(first.answers)} became ${same(second.answers)} by ${link}`;
    if (write(questions, second.answers) !== link) return `${link} is written otherwise the second time`;
    if (second.left.length || second.refused !== null) return `${link} is not read whole`;
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Half of a character cannot stand in an address: it counts as the mark for an unreadable one. */
function same(answers) {
  return JSON.stringify(answers).replace(/\\ud[89a-f]../g, "\ufffd");
}
