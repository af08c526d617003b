import assert from "node:assert/strict";
import { test } from "node:test";
import { answerWords, dayWords, distance, listed, plain, shortDay, withUnit } from "./words.mjs";

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

test("Numbers have the unit and the decimals that people write", () => {
  for (const [number, unit, words] of [
    ["80.00", "%", "80%"],
    ["79.50", "%", "79.5%"],
    ["45000.50", "$", "$45,000.50"],
    ["1232.5", "$", "$1,232.50"],
    ["4930.00", "$", "$4,930"],
    ["1", "months", "1\u00a0month"],
    ["12345", "", "12,345"],
  ])
    assert.equal(withUnit(number, unit), words);
  assert.equal(plain("10"), "10");
});

test("Lists read as sentences do", () => {
  assert.equal(listed([]), "");
  assert.equal(listed(["a"]), "a");
  assert.equal(listed(["a", "b", "c"]), "a, b and c");
});

test("An answer is in the words beside its control; what is not known is said", () => {
  const date = { kind: "date", options: [{ value: "not_yet", label: "Not yet" }] };
  assert.equal(answerWords(date, "2026-03-01"), "1 March 2026");
  assert.equal(answerWords(date, "not_yet"), "Not yet");
  assert.equal(answerWords(date, "unsure"), "not sure");
  const scores = { kind: "list", item: { kind: "percent", unit: "%" } };
  assert.equal(answerWords(scores, ["80.00", null]), "80%; not known");
  assert.equal(answerWords({ ...scores, kind: "rows", fields: [] }, []), "none");
});
