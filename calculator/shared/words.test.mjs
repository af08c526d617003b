import assert from "node:assert/strict";
import { test } from "node:test";
import { dayWords, distance, listed, plain, shortDay } from "./words.mjs";

test("Days are written out", () => {
  assert.equal(dayWords("2026-03-01"), "1 March 2026");
  assert.equal(shortDay("2026-12-31"), "31\u00a0Dec\u00a02026");
});

test("How far a day is, over the days on which clocks change", () => {
  assert.equal(distance("2026-11-26", "2026-11-26"), "today");
  assert.equal(distance("2026-11-26", "2026-11-27"), "in 1 day");
  assert.equal(distance("2026-03-07", "2026-03-09"), "in 2 days");
  assert.equal(distance("2026-11-26", "2023-11-26"), "1,096 days ago");
});

test("A percent has the decimals that people write", () => {
  for (const [number, words] of [
    ["80.00", "80"],
    ["79.50", "79.5"],
    ["10", "10"],
  ])
    assert.equal(plain(number), words);
});

test("Lists read as sentences do", () => {
  assert.equal(listed([]), "");
  assert.equal(listed(["a"]), "a");
  assert.equal(listed(["a", "b", "c"]), "a, b and c");
});
