import assert from "node:assert/strict";
import { test } from "node:test";
import { betterCheck, guessed } from "./guess.mjs";

/** @param {string[]} header @param {Record<string, string>} [keys] @param {Record<string, string>} [chosen] */
const cycle = (header, keys = {}, chosen = {}) => guessed("cycle", { header, keys, chosen });

for (const [header, key] of [
  ["Certifying partner", "partner"],
  ["Certificate date", "certified_on"],
  ["Type of certificate", "certificate"],
  ["1st maintenance", "first_maintenance"],
  ["Second maintenance audit", "second_maintenance"],
])
  test(`“${header}” is taken for ${key}`, () => assert.deepEqual(cycle([header]), { [header]: key }));

for (const header of ["Company", "Date", "City", "Contact", "Score", ""])
  test(`“${header}” is taken for nothing`, () => assert.deepEqual(cycle([header]), {}));

test("A question that the check does not ask is not guessed", () => {
  assert.deepEqual(cycle(["Headcount"]), {});
  assert.deepEqual(guessed("certification", { header: ["Headcount"], keys: {}, chosen: {} }), {
    Headcount: "employees",
  });
});

test("A question that has its column gets no second one", () => {
  assert.deepEqual(cycle(["partner", "Certifying partner"], { partner: "partner" }), {});
});

test("Of two columns that could answer the same question none is taken", () => {
  assert.deepEqual(cycle(["Certificate date", "Issue date"]), {});
  assert.deepEqual(cycle(["Certificate date", "Certificate date"]), {});
});

test("What a person has said of a column stands", () => {
  assert.deepEqual(cycle(["Certifying partner"], {}, { "Certifying partner": "" }), {});
});

test("A check that reads more columns is known", () => {
  const header = ["Company", "partner", "Type of certificate", "Certificate date", "1st maintenance"];
  const better = betterCheck("certification", header);
  assert.deepEqual([better?.check.name, better?.read], ["cycle", 4]);
});

test("No other check is offered where none reads more columns, or none reads any", () => {
  assert.equal(betterCheck("cycle", ["partner", "certificate", "certified_on"]), null);
  assert.equal(betterCheck("cycle", ["Company", "City"]), null);
});
