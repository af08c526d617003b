import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "./fragment.mjs";

const ask = (key, kind, more = {}) => ({ key, question: { label: key, noun: key, kind, ...more } });
const LINK = [{ key: "who" }, { key: "kind" }, { key: "ended" }];
const ASKED = [
  ask("partner", "choice"),
  ask("employees", "whole"),
  ask("element_scores", "list", { most: 50 }),
  ask("audits", "list", { most: 50, may_be_empty: true }),
  ask("links", "rows", { most: 50, may_be_empty: true, fields: LINK }),
  ask("maintenance_score", "percent"),
];

const ROUND = [
  ["one value each, in the questions' order", { employees: "9", partner: "esc" }, "#v=2&partner=esc&employees=9"],
  ["a list, with an item left empty", { element_scores: ["80", "", "90.5"] }, "#v=2&element_scores=80,,90.5"],
  ["an empty list", { audits: [], links: [] }, "#v=2&audits=none&links=none"],
  [
    "rows, with what a comma separates and a field left out",
    { links: [{ who: "auditor", ended: "2025-03-01" }, { kind: "a,b&c" }] },
    "#v=2&links=auditor,,2025-03-01&links=,a%2Cb%26c,",
  ],
  ["a whole question that someone is not sure of", { element_scores: "unsure" }, "#v=2&element_scores=unsure"],
  ["a list whose only item is such a word", { element_scores: ["unsure"] }, "#v=2&element_scores=%75nsure"],
  ["a list whose only item is the word for none", { audits: ["none"] }, "#v=2&audits=%6eone"],
];

for (const [what, answers, hash] of ROUND) {
  test(`There and back: ${what}`, () => {
    assert.equal(write(ASKED, answers), hash);
    assert.deepEqual(read(ASKED, hash)?.answers, answers);
  });
}

test("Nothing answered leaves no fragment", () => assert.equal(write(ASKED, {}), ""));

test("The name of a heading is no link with answers", () => {
  for (const hash of ["", "#", "#the-conditions"]) assert.equal(read(ASKED, hash), null);
});

test("A link of version 1 opens, under the names of now", () => {
  const link = read(ASKED, "#v=1&employees=9&overall_score=71", { overall_score: "maintenance_score" });
  assert.deepEqual(link, { answers: { employees: "9", maintenance_score: "71" }, left: [], cut: [], refused: null });
});

test("In a link of version 2 an old name is a key that is not asked", () => {
  const link = read(ASKED, "#v=2&overall_score=71", { overall_score: "maintenance_score" });
  assert.deepEqual([link?.answers, link?.left], [{}, ["overall_score"]]);
});

test("A link of another version is refused whole", () => {
  for (const [hash, version] of [
    ["#v=3&employees=9", "3"],
    ["#employees=9", ""],
  ])
    assert.deepEqual(read(ASKED, hash), { answers: {}, left: [], cut: [], refused: version });
});

test("What is too long is cut to one more than is allowed, so that the rules refuse it, and is told", () => {
  const link = read(ASKED, `#v=2&element_scores=${Array(70).fill("80").join(",")}`);
  assert.equal(link?.answers.element_scores.length, 51);
  assert.deepEqual(link?.cut, ["element_scores"]);
});

test("No text makes it throw", () => {
  for (const hash of ["#v=2&employees=%", "#=&&=", "#v=2&links=%zz,,,,,", "#v=%ff", "#v=2&v=2&=x"]) read(ASKED, hash);
  assert.equal(write(ASKED, { employees: "\ud800" }), "#v=2&employees=%EF%BF%BD");
});
