import assert from "node:assert/strict";
import { test } from "node:test";
import { FileError, read, write } from "./file.mjs";

const KNOWN = new Set(["partner", "links", "element_scores", "maintenance_score"]);
const ANSWERS = { partner: "esc", links: [{ who: "auditor" }], element_scores: ["80", ""] };

test("A file that is saved can be opened", () => {
  const text = write("certification", ANSWERS, "2026-11-26");
  assert.deepEqual(read(text, KNOWN), { answers: ANSWERS, left: [], saved: "2026-11-26" });
});

test("Numbers that someone wrote by hand are read as typed", () => {
  const text = write("certification", { element_scores: [80, null, 71.5] }, "2026-11-26");
  assert.deepEqual(read(text, KNOWN).answers, { element_scores: ["80", "", "71.5"] });
});

test("A file of version 1 is read under the names of now", () => {
  const text = JSON.stringify({
    format: "alberta-cor-guide-answers",
    version: 1,
    check: "maintenance",
    answers: { overall_score: "71" },
  });
  const renamed = { maintenance: { overall_score: "maintenance_score" } };
  assert.deepEqual(read(text, KNOWN, renamed).answers, { maintenance_score: "71" });
});

test("What no check asks, and what is no answer, is left out and told", () => {
  const text = write("score", { partner: "esc", colour: "red", links: { a: 1 } }, "2026-11-26");
  assert.deepEqual(read(text, KNOWN).left, ["colour", "links"]);
});

for (const [what, text] of [
  ["a picture", "\x89PNG\r\n"],
  ["nothing", ""],
  ["a list", "[1]"],
  ["an outcome", '{"check":"score","results":[]}'],
  ["another version", '{"format":"alberta-cor-guide-answers","version":9,"answers":{"partner":"esc"}}'],
  ["no answers", '{"format":"alberta-cor-guide-answers","version":2,"answers":{}}'],
  ["something huge", `"${"x".repeat(300_000)}"`],
]) {
  test(`Refused in a sentence: ${what}`, () => {
    assert.throws(
      () => read(text, KNOWN),
      (error) => error instanceof FileError && /^[A-Z].*\.$/u.test(error.message),
    );
  });
}
