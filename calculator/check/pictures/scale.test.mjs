import assert from "node:assert/strict";
import { test } from "node:test";
import { levelsOf, scaleOf, yearsIn } from "./scale.mjs";

test("Days keep their order and their distances, and stay inside", () => {
  const at = scaleOf(["2026-01-01", "2026-12-31"], 0, 100);
  assert.deepEqual([at("2026-01-01"), at("2026-12-31")], [0, 100]);
  assert.ok(Math.abs(at("2026-07-02") - 50) < 0.1);
  assert.equal(scaleOf(["2026-01-01"])("2026-01-01"), 4);
});

test("Marks that would touch stand on levels of their own", () => {
  assert.deepEqual(levelsOf([0, 2, 20, 21, 22], 7), [0, 1, 0, 1, 2]);
});

test("Few years are all named, many are thinned out", () => {
  assert.deepEqual(yearsIn(["2026-05-01", "2028-02-01"]), [2027, 2028]);
  assert.ok(yearsIn(["2000-05-01", "2028-02-01"]).length <= 6);
  assert.deepEqual(yearsIn(["2026-01-01", "2026-02-01"]), []);
});
