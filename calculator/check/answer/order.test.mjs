import assert from "node:assert/strict";
import { test } from "node:test";
import { datesOf, drawnOf, ordered } from "./order.mjs";

const result = (subject, tone, met = "unknown") => ({ subject, tone, findings: [{ rule: "size", met }] });
const names = (results) => results.map(({ subject }) => subject);

test("Of many results what is nearest to a yes is told first; equals keep the check's order", () => {
  assert.deepEqual(names(ordered([result("a", "no"), result("b", "open"), result("c", "yes"), result("d", "open")])), [
    "c",
    "b",
    "d",
    "a",
  ]);
});

test("A subject that has the lead comes first while its rule is met, and only then", () => {
  const first = { subject: "secor", rule: "size" };
  assert.deepEqual(names(ordered([result("cor", "open"), result("secor", "open", "yes")], first)), ["secor", "cor"]);
  assert.deepEqual(names(ordered([result("cor", "yes"), result("secor", "not_yet", "yes")], first)), ["secor", "cor"]);
  assert.deepEqual(names(ordered([result("cor", "no"), result("secor", "yes")], first)), ["cor", "secor"]);
});

test("What is shown beside a result is found by its check and its subject, wherever it stands", () => {
  const [one, other] = [
    { check: "plan", subject: "plan" },
    { check: "cycle", subject: "certificate" },
  ];
  assert.equal(drawnOf({ results: [one, other] }, "cycle", "certificate"), other);
  assert.equal(drawnOf({ results: [one, other] }, "cycle", "plan"), undefined);
});

test("Dates stand as Python has ordered them, each in its tense, with those to act on next", () => {
  const dates = [
    { name: "b_by", date: "2027-01-01" },
    { name: "a_from", date: "2026-01-01" },
  ];
  const drawn = {
    check: "plan",
    dates: [
      { name: "a_from", state: "open_since" },
      { name: "b_by", state: "due" },
    ],
    next: ["b_by"],
  };
  const told = datesOf({ subject: "plan", dates }, drawn);
  assert.deepEqual(
    told.dates.map(({ name, date, state, check }) => [name, date, state, check]),
    [
      ["a_from", "2026-01-01", "open_since", "plan"],
      ["b_by", "2027-01-01", "due", "plan"],
    ],
  );
  assert.deepEqual(
    told.next.map(({ name }) => name),
    ["b_by"],
  );
});
