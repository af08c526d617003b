/**
 * Leaves out the data of the WebAssembly that is never read.
 *
 *     node trim-data.mjs FOLDER CALLS
 *
 * FOLDER is the snapshot's, after trim-wasm.mjs. Most of the data that a WebAssembly brings are tables and texts that our
 * program never looks at. Zeros in their place would be wrong answers without a sound, so every read is guarded: a map in
 * memory says which blocks are left out, and a read of one traps. Then the page starts the bundle, as at a function that was
 * left out. What is read is found out by making the calls with a WebAssembly that records its reads.
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { restoring } from "../python/restore.mjs";
import { boot } from "./boot.mjs";
import { BLOCK, decoded, encoded, instantiated, withBytes } from "./delta.mjs";
import { addresses, constantReads, guarded, traced } from "./guard.mjs";
import { dataSegments, withData, withMarks } from "./wasm.mjs";
import { exerciseSeldom, readWorkload } from "./workload.mjs";

/** Of a table that is read at a computed place, all is kept, up to so many bytes: other answers may need other parts. */
const LARGEST_TABLE = 2 ** 17;
/** The memory that the calls may use while reads are recorded, in bytes. */
const MOST_MEMORY = 2 ** 27;
/** Blocks beside one that is read are kept too. */
const BESIDE = 1;

const [folder, calls] = process.argv.slice(2).map((given) => path.resolve(given));
const [wasm, memory] = ["pyodide.asm.wasm", "memory.bin"].map((name) => path.join(folder, name));
const { map } = JSON.parse(fs.readFileSync(path.join(folder, "map.json"), "utf8"));
const whole = fs.readFileSync(wasm);
const segments = dataSegments(whole);
const end = Math.max(...segments.map(({ at, content }) => at + content.length));
const blockCount = Math.ceil(end / BLOCK);

/** @returns {Promise<{ early: Uint8Array, all: Uint8Array }>} a byte for each block: whether it was read before the snapshot was restored, and whether at all */
async function reads() {
  const { module, marks, taken } = withMarks(whole, MOST_MEMORY / BLOCK);
  fs.writeFileSync(wasm, traced(module, marks));
  const { default: create } = await import(pathToFileURL(path.join(folder, "pyodide.asm.mjs")).href);
  const content = fs.readFileSync(memory);
  let early;
  const creating = async (settings) => {
    const created = await create(settings);
    early = created.HEAPU8.slice(marks, marks + blockCount);
    return created;
  };
  const python = await boot(
    restoring(creating, content.buffer.slice(content.byteOffset, content.byteOffset + content.length)),
    folder,
  );
  exerciseSeldom(python, readWorkload(calls));
  return { early, all: taken(python._module.HEAPU8).subarray(0, blockCount) };
}

/** @param {Uint8Array} read @returns {Uint8Array} a byte for each block: whether our program may read it */
function wanted(read) {
  const kept = new Uint8Array(blockCount);
  const keep = (from, to) => kept.fill(1, Math.floor(from / BLOCK), Math.ceil(to / BLOCK));
  read.forEach((was, block) => was && keep((block - BESIDE) * BLOCK, (block + BESIDE + 1) * BLOCK));
  for (const at of constantReads(whole)) if (at < end) keep(at, at + 8);
  const { tables, named } = addresses(whole);
  const bounds = [...named, end].filter((at) => at <= end).sort((one, other) => one - other);
  for (const at of tables.filter((each) => each >= segments[0].at && each < end)) {
    const next = bounds.find((bound) => bound > at);
    keep(at, Math.min(next, at + LARGEST_TABLE));
  }
  return kept;
}

/** @param {Uint8Array} bytes @param {Uint8Array} kept @returns {import("./wasm.mjs").Piece[]} the runs of blocks that are kept and are not empty */
function pieces(bytes, kept) {
  const found = [];
  for (let block = 0; block < blockCount; block++) {
    const content = bytes.subarray(block * BLOCK, (block + 1) * BLOCK);
    if (!kept[block] || !content.some(Boolean)) continue;
    const last = found.at(-1);
    if (last && last.to === block * BLOCK) last.to += BLOCK;
    else found.push({ from: block * BLOCK, to: (block + 1) * BLOCK });
  }
  return found.map(({ from, to }) => ({ at: from, content: Buffer.from(bytes.subarray(from, Math.min(to, end))) }));
}

const bytes = instantiated(whole);
const { early, all } = await reads();
const allowed = wanted(all);
const snapshot = decoded(fs.readFileSync(memory));
const restored = new Uint8Array(blockCount);
for (const { at, content } of snapshot.blocks) restored.fill(1, at / BLOCK, (at + content.length) / BLOCK);

/** A read can end in the second block after the one that was looked up: see guard.mjs. */
const content = allowed.map((may, block) => may || allowed[block - 1] || allowed[block - 2]);
const kept = content.map((is, block) => (is && !restored[block]) || early[block]);
const forbidden = allowed.map((may, block) =>
  may || restored[block] || !bytes.subarray(block * BLOCK, (block + 1) * BLOCK).some(Boolean) ? 0 : 1,
);
fs.writeFileSync(wasm, withData(guarded(whole, map), pieces(bytes, kept)));
fs.writeFileSync(memory, encoded(withBytes(snapshot, map, forbidden)));
fs.rmSync(path.join(folder, "map.json"));
const left = pieces(bytes, kept).reduce((sum, piece) => sum + piece.content.length, 0);
console.log(`${left} of ${end} bytes of data`);
process.exit(0);
