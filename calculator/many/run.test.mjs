import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf, otherKind, PIECE, textOf } from "./bytes.mjs";
import { Run } from "./run.mjs";

const COUNTS = { rows: 1, bad: 0, formulas: 0, dated: 1, undated: 0 };
const FED = { csv: "a,b\n", rows: [], header: ["a"], keys: {}, counts: COUNTS };

/**
 * A run in a Python that answers as it is told.
 *
 * @param {Blob} source
 * @param {(name: string, ...texts: string[]) => object | undefined} [answer]
 */
function set(source, answer = () => undefined) {
  /** @type {string[][]} */
  const asked = [];
  /** @type {unknown[]} */
  const heard = [];
  const python = {
    call: async (/** @type {string} */ name, /** @type {string[]} */ ...texts) => {
      asked.push([name, ...texts]);
      const said = answer(name, ...texts) ?? (name === "many_begin" ? { ruleset: "2026-01-01" } : FED);
      if (said instanceof Error) throw said;
      return JSON.stringify(said);
    },
  };
  const listener = {
    begun: () => heard.push("begun"),
    fed: (_, share) => heard.push(share),
    ended: (state, ending) => heard.push([state, ending]),
  };
  const run = new Run(python, { source, check: "cycle", asOf: "2026-11-26", chosen: {} }, listener);
  return { run, asked, heard };
}

const two = new Blob([new Uint8Array(PIECE + 10)]);

test("Every byte goes to Python as one character, and comes back as it was", () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  assert.deepEqual(bytesOf(textOf(bytes)), bytes);
});

test("A file goes in pieces, and what comes out is kept", async () => {
  const { run, asked, heard } = set(two);
  await run.go();
  assert.deepEqual(
    asked.map(([name, text, last]) => [name, text?.length, last]),
    [
      ["many_begin", 5, "2026-11-26"],
      ["many_feed", PIECE, ""],
      ["many_feed", 10, "1"],
    ],
  );
  assert.deepEqual([heard[0], heard.at(-2), heard.at(-1)], ["begun", 1, ["done", {}]]);
  assert.equal(await run.output().text(), "a,b\na,b\n");
});

test("An empty file is asked about too: it is Python that says what is wrong", async () => {
  const { run, heard } = set(new Blob([]), (name) =>
    name === "many_feed" ? { problems: [1], header: [] } : undefined,
  );
  await run.go();
  assert.deepEqual(heard.at(-1), ["problem", { problems: [1], header: [] }]);
});

test("Stopped, it goes on from where it was", async () => {
  const { run, asked, heard } = set(two, (name) => void (name === "many_begin" && run.stop()));
  await run.go();
  assert.deepEqual(heard.at(-1), ["stopped", {}]);
  await run.go();
  assert.deepEqual(heard.at(-1), ["done", {}]);
  assert.equal(asked.length, 3);
});

test("A file that Python has lost is begun again, with nothing twice", async () => {
  let feeds = 0;
  const { run, heard } = set(two, (name) => (name === "many_feed" && ++feeds === 2 ? { lost: true } : undefined));
  await run.go();
  assert.deepEqual(heard.filter((each) => each === "begun").length, 2);
  assert.equal(await run.output().text(), "a,b\na,b\n");
});

test("A file that is lost again and again ends in a sentence", async () => {
  const { run, heard } = set(two, (name) => (name === "many_feed" ? { lost: true } : undefined));
  await run.go();
  const [state, { failure }] = heard.at(-1);
  assert.equal(state, "failed");
  assert.match(failure.message, /memory.*\.$/u);
});

test("A Python that fails is told, and another attempt begins again", async () => {
  let isFirst = true;
  const { run, heard } = set(two, (name) => {
    if (name !== "many_feed" || !isFirst) return undefined;
    isFirst = false;
    return Object.assign(new Error("It broke."), { code: "evaluation_failed" });
  });
  await run.go();
  assert.deepEqual(heard.at(-1), ["failed", { failure: { code: "evaluation_failed", message: "It broke." } }]);
  await run.go();
  assert.deepEqual(heard.at(-1), ["done", {}]);
});

test("A run that is abandoned is heard no more", async () => {
  const { run, heard } = set(two, (name) => void (name === "many_begin" && run.abandon()));
  await run.go();
  assert.deepEqual(heard, ["begun"]);
});

for (const [begin, kind] of [
  ["PK\x03\x04", "a workbook or an archive"],
  ["%PDF-1.7", "a PDF"],
  ["name,partner", ""],
]) {
  test(`What begins with ${JSON.stringify(begin)} is ${kind || "taken for a table"}`, () => {
    assert.equal(otherKind(begin), kind);
  });
}

test("A workbook is refused in a sentence that says what to do", async () => {
  const { run, heard } = set(new Blob(["PK\x03\x04"]));
  await run.go();
  assert.match(heard.at(-1)[1].failure.message, /Save the sheet as CSV/u);
});

test("The calendar comes in pieces; where Python has lost the file there is none", async () => {
  const pieces = { 0: { text: "BEGIN\r\n", next: "500" }, 500: { text: "END\r\n", next: null } };
  const { run } = set(two, (name, start) => (name === "many_calendar" ? pieces[start] : undefined));
  assert.equal(await (await run.calendar())?.text(), "BEGIN\r\nEND\r\n");
  const { run: lost } = set(two, (name) => (name === "many_calendar" ? { lost: true } : undefined));
  assert.equal(await lost.calendar(), null);
});
