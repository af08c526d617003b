import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsWords, twice, withChoice } from "./columns.mjs";

const COLUMNS = { header: ["Firm", "Date", "Partner"], keys: { Partner: "partner" }, chosen: {} };

test("A column gets the question that is chosen for it", () => {
  assert.deepEqual(withChoice(COLUMNS, "Date", "certified_on"), { Date: "certified_on" });
});

test("A question has one column: the one that had it is taken for none", () => {
  assert.deepEqual(withChoice(COLUMNS, "Firm", "partner"), { Partner: "", Firm: "partner" });
  const chosen = { Partner: "", Firm: "partner" };
  assert.deepEqual(withChoice({ ...COLUMNS, chosen }, "Date", "partner"), { Partner: "", Firm: "", Date: "partner" });
});

test("Taking a question from a column takes it from no other", () => {
  assert.deepEqual(withChoice(COLUMNS, "Firm", ""), { Firm: "" });
});

test("Headers that stand there twice are known", () => {
  assert.deepEqual([...twice(["a", "b", "a"])], ["a"]);
});

test("Columns that were not understood are named", () => {
  const header = ["Certifying partner", "1st maintenance", "links"];
  const words = columnsWords("independence", { header, keys: { links: "links" }, chosen: {} });
  assert.match(words, /“Certifying partner” and “1st maintenance” answer no question and pass through unchanged\./u);
  const many = Array.from({ length: 12 }, (_, at) => `Column ${at}`);
  assert.match(columnsWords("independence", { header: many, keys: {}, chosen: {} }), /“Column 7” and 4 more answer/u);
});

test("What was understood is said in sentences", () => {
  assert.equal(
    columnsWords("independence", { header: ["Firm", "links"], keys: { links: "links" }, chosen: {} }),
    "1 of 2 columns answers a question. “Firm” answers no question and passes through unchanged. Not in the file, and so not answered: audit_purpose and audit_date.",
  );
});
