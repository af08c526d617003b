import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_KEPT, PAGE, pageOf, Rows } from "./rows.mjs";

/** @param {number} line @param {object} [over] */
const row = (line, over) => ({ line, name: `Row ${line}`, results: {}, next: null, problems: [], href: null, ...over });
const result = (tone) => ({ results: { cor: { tone } } });
const problem = (message) => ({ problems: [{ path: "partner", code: "bad_choice", message }] });

/** @param {...object} rows */
function of(...rows) {
  const made = new Rows();
  made.add(rows);
  return made;
}

const lines = (rows) => rows.map(({ line }) => line);
const VIEW = { filter: null, text: "", order: "file" };

test("Rows are counted by subject and tone, and by whether they can be read", () => {
  const rows = of(row(2, result("yes")), row(3, result("no")), row(4, result("yes")), row(5, problem("Mend it.")));
  assert.deepEqual(
    [...(rows.tones.get("cor") ?? [])],
    [
      ["yes", 2],
      ["no", 1],
    ],
  );
  assert.deepEqual([rows.all, rows.bad], [4, 1]);
});

test("Problems that are mended in the same way stand together, those of most rows first", () => {
  const rows = of(row(2, problem("One.")), ...Array.from({ length: 20 }, (_, at) => row(3 + at, problem("Other."))));
  const [first, second] = rows.kinds();
  assert.deepEqual([first?.message, first?.count, first?.lines.length], ["Other.", 20, 8]);
  assert.deepEqual([second?.message, second?.lines], ["One.", [2]]);
});

for (const [what, view, expected] of [
  ["as in the file", {}, [2, 3, 4, 5]],
  ["problems first", { order: "problems" }, [4, 2, 3, 5]],
  ["by name, numbers as numbers", { order: "name" }, [3, 2, 5, 4]],
  ["by the next date, those without one last", { order: "date" }, [5, 2, 3, 4]],
  ["one tone alone", { filter: { subject: "cor", tone: "yes" } }, [2]],
  ["a tone that none has", { filter: { subject: "secor", tone: "yes" } }, []],
  ["problems alone", { filter: "problems" }, [4]],
  ["by a part of the name", { text: " SHOP 1" }, [2, 5]],
]) {
  test(`Shown: ${what}`, () => {
    const rows = of(
      row(2, { name: "Shop 10", ...result("yes"), next: { name: "expires_on", date: "2027-01-01" } }),
      row(3, { name: "Depot", ...result("no") }),
      row(4, { name: "Yard", ...problem("Mend it.") }),
      row(5, { name: "shop 12", ...result("no"), next: { name: "expires_on", date: "2026-12-01" } }),
    );
    assert.deepEqual(lines(rows.shown({ ...VIEW, ...view })), expected);
  });
}

test("The order of the file stays, whatever was asked for between", () => {
  const rows = of(row(2, { name: "b" }), row(3, { name: "a" }));
  rows.shown({ ...VIEW, order: "name" });
  assert.deepEqual(lines(rows.shown(VIEW)), [2, 3]);
});

test("A page that is not there is the last one", () => {
  const all = Array.from({ length: 2 * PAGE + 1 }, (_, at) => row(at));
  assert.deepEqual(
    { ...pageOf(all, 99), rows: 0 },
    { page: 2, last: 2, from: 2 * PAGE + 1, to: 2 * PAGE + 1, rows: 0 },
  );
  assert.equal(pageOf(all, 0).rows.length, PAGE);
});

test("Rows beyond what the table holds are counted all the same", () => {
  const rows = new Rows();
  for (let at = 0; at < MOST_KEPT + 5; at += 1) rows.add([row(at, result("yes"))]);
  assert.equal(rows.kept.length, MOST_KEPT);
  assert.equal(rows.all, MOST_KEPT + 5);
});
