import assert from "node:assert/strict";
import { test } from "node:test";
import { datesOf, nextDates, ordered } from "./order.mjs";

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

test("Dates stand in the order of their days, each in its own tense", () => {
  const dates = [
    { name: "b_by", date: "2027-01-01" },
    { name: "a_from", date: "2026-01-01" },
  ];
  const drawings = {
    results: [
      { dates: [] },
      {
        dates: [
          { name: "a_from", state: "open_since" },
          { name: "b_by", state: "due" },
        ],
      },
    ],
  };
  const told = datesOf({ subject: "plan", dates }, 1, drawings);
  assert.deepEqual(
    told.map(({ name, state }) => [name, state]),
    [
      ["a_from", "open_since"],
      ["b_by", "due"],
    ],
  );
});

test("The next dates are what is due first, what is possible already and what is possible next, at most two", () => {
  const date = (state, day) => ({ name: `${state} ${day}`, date: day, state });
  const rows = [
    [["overdue 2026-01-01", "due 2027-01-01"], ["overdue 2026-01-01"]],
    [
      ["opens 2026-12-01", "due 2027-01-01", "due 2027-05-01"],
      ["opens 2026-12-01", "due 2027-01-01"],
    ],
    [
      ["open_since 2026-03-01", "open_since 2026-09-01", "opens 2027-01-01"],
      ["open_since 2026-09-01", "opens 2027-01-01"],
    ],
    [["ends 2027-03-01"], ["ends 2027-03-01"]],
    [["done 2026-03-01", "missed 2026-09-01", "passed 2026-09-02"], []],
  ];
  for (const [given, next] of rows) {
    const dates = given.map((one) => date(...one.split(" ")));
    assert.deepEqual(
      nextDates(dates).map(({ name }) => name),
      next,
    );
  }
});
