import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsWords, saidFor, twice, withChoice } from "./columns.mjs";

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
  const words = columnsWords("independence", { header, keys: { links: "links" }, guessed: {} });
  assert.match(words, /“Certifying partner” and “1st maintenance” answer no question and pass through unchanged\./u);
  const many = Array.from({ length: 12 }, (_, at) => `Column ${at}`);
  assert.match(columnsWords("independence", { header: many, keys: {}, guessed: {} }), /“Column 7” and 4 more answer/u);
});

test("What was understood is said in sentences", () => {
  assert.equal(
    columnsWords("independence", { header: ["Firm", "links"], keys: { links: "links" }, guessed: {} }),
    "1 of 2 columns answers a question. “Firm” answers no question and passes through unchanged. Not in the file, and so not answered: the purpose of the audit and the first day of the audit.",
  );
});

test("A guess is said, so that it can be looked at", () => {
  const header = ["Firm", "Certifying partner"];
  const keys = { "Certifying partner": "partner" };
  const words = columnsWords("cycle", { header, keys, guessed: keys });
  assert.match(words, /we took “Certifying partner” for your certifying partner: see that this is right\./u);
});

test("What was said of a column goes on to a check that asks it, and to no other", () => {
  const said = { Firm: "", Size: "employees", Date: "certified_on" };
  assert.deepEqual(saidFor("cycle", said), { Firm: "", Date: "certified_on" });
  assert.deepEqual(saidFor("certification", said), { Firm: "", Size: "employees" });
});
