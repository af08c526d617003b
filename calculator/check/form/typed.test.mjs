import assert from "node:assert/strict";
import { test } from "node:test";
import { saysNotApplicable, several, tidy, withPoint } from "./typed.mjs";

test("Numbers are read as people write them", () => {
  const rows = [
    ["$ 1,250.00", "1250.00"],
    ["$45000", "45000"],
    ["85 %", "85"],
    ["1,234,567", "1234567"],
    [" 9 ", "9"],
    ["85,5", "85,5"],
    ["12,34,56", "12,34,56"],
    ["nine", "nine"],
  ];
  for (const [typed, read] of rows) assert.equal(tidy(typed), read);
});

test("A comma for a decimal point is noticed, and one for thousands is not", () => {
  for (const [typed, read] of [
    ["85,5", "85.5"],
    ["85,25 %", "85.25"],
    ["1,250", null],
    ["85.5", null],
    ["80,90,75", null],
  ])
    assert.equal(withPoint(typed), read);
});

test("Several numbers in one field are told from one", () => {
  assert.deepEqual(several("80, 90, 75"), ["80", "90", "75"]);
  assert.deepEqual(several("80 90"), ["80", "90"]);
  assert.deepEqual(several("80,90,75"), ["80", "90", "75"]);
  for (const one of ["80,5", "80", "n/a", "not applicable"]) assert.equal(several(one), null);
});

test("The ways of saying that something does not apply", () => {
  for (const text of ["N/A", "n/a", "NA", "n.a.", "Not applicable", "does not apply"])
    assert.ok(saysNotApplicable(text));
  for (const text of ["", "0", "-", "Nan", "no"]) assert.ok(!saysNotApplicable(text));
});
