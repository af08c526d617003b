import assert from "node:assert/strict";
import { test } from "node:test";
import { readSheet } from "./paste.mjs";

const POINTS = [
  { key: "name", words: "Name", number: false },
  { key: "awarded", words: "Points awarded", number: true },
  { key: "possible", words: "Points possible", number: true },
];
const PERCENTS = [{ key: "item", words: "Score", number: true }];
const sheet = (...lines) => lines.join("\n");

test("Rows of a sheet, with a heading and a column of percents that nobody asked for", () => {
  const read = readSheet(sheet("Element\tPoints\tMax\t%", "Leadership\t41\t50\t82%", "Hazards\t90\t100\t90%"), POINTS);
  assert.deepEqual(read?.rows, [
    ["Leadership", "41", "50"],
    ["Hazards", "90", "100"],
  ]);
  assert.deepEqual([read?.totals, read?.doubts, read?.swapped], [[], [], false]);
});

test("A heading says which column is which", () => {
  const read = readSheet(sheet("Max;Element;Points awarded", "50;Leadership;41", "100;Hazards;90"), POINTS);
  assert.deepEqual(read?.rows, [
    ["Leadership", "41", "50"],
    ["Hazards", "90", "100"],
  ]);
});

test("A column that only numbers the rows is left out", () => {
  const read = readSheet(sheet("1\tLeadership\t41\t50", "2\tHazards\t90\t100"), POINTS);
  assert.deepEqual(read?.rows[1], ["Hazards", "90", "100"]);
});

test("A row of totals is told apart, by its name or by its sums", () => {
  for (const last of ["Total\t131\t150", "\t131\t150", "Overall score\t131\t150"]) {
    const read = readSheet(sheet("Leadership\t41\t50", "Hazards\t90\t100", last), POINTS);
    assert.equal(read?.rows.length, 2);
    assert.equal(read?.totals.length, 1);
  }
  const named = readSheet(sheet("Leadership\t41\t50", "Hazards\t90\t100", "Records\t131\t150"), POINTS);
  assert.equal(named?.totals.length, 0);
});

test("N/A, a blank and nought are told apart", () => {
  const read = readSheet(
    sheet("Leadership\t41\t50", "Committees\tN/A\t30", "Records\t\t20", "Training\t0\t40"),
    POINTS,
  );
  assert.deepEqual(read?.doubts, [
    { row: 1, doubt: "not_applicable" },
    { row: 2, doubt: "blank" },
    { row: 3, doubt: "zero" },
  ]);
});

test("Columns the other way round are noticed", () => {
  assert.equal(readSheet(sheet("Leadership\t50\t41", "Hazards\t100\t100"), POINTS)?.swapped, true);
  assert.equal(readSheet(sheet("Leadership\t50\t50", "Hazards\t100\t100"), POINTS)?.swapped, false);
});

test("Commas for decimal points, spaces for thousands", () => {
  const read = readSheet(sheet("Leadership\t41,5\t50", "Hazards\t1 090\t1 100"), POINTS);
  assert.deepEqual(read?.rows, [
    ["Leadership", "41.5", "50"],
    ["Hazards", "1090", "1100"],
  ]);
  assert.equal(read?.commas, true);
});

test("Single values, one to a row, whatever is between them", () => {
  for (const text of ["80\n90\n75", "80, 90, 75", "80\t90\t75", "80;90;75", "80 90 75"])
    assert.deepEqual(readSheet(text, PERCENTS)?.rows, [["80"], ["90"], ["75"]]);
  assert.deepEqual(readSheet("85,5\n90,25", PERCENTS)?.rows, [["85.5"], ["90.25"]]);
  assert.deepEqual(readSheet("80\nN/A\n75", PERCENTS)?.doubts, [{ row: 1, doubt: "not_applicable" }]);
});

test("A single value is left to the browser", () => {
  for (const text of ["80", "85,5", "N/A", " ", ""]) assert.equal(readSheet(text, PERCENTS), null);
  assert.equal(readSheet("Leadership and commitment", POINTS), null);
});
