import assert from "node:assert/strict";
import { test } from "node:test";
import { standingOf } from "./standing.mjs";

const CHECKS = [
  { name: "certification", keys: ["partner", "employees"] },
  { name: "cycle", keys: ["partner", "certified_on"] },
  { name: "plan", keys: ["partner", "certified_on"] },
];
const entry = (check, subject, tone, open = [], dates = []) => ({ check, subject, tone, open_questions: open, dates });
const EXPIRES = { name: "expires_on", date: "2028-05-10" };

function standing(answers, results, states = []) {
  return standingOf({ answers, results }, { results: states }, CHECKS);
}

test("A check is begun by an answer of its own, not by the partner alone", () => {
  const results = [entry("certification", "cor", "open"), entry("cycle", "certificate", "open")];
  const names = ({ begun, rest }) => [begun.map(({ check }) => check), rest.map(({ check }) => check)];
  assert.deepEqual(names(standing({ partner: "esc" }, results)), [[], ["certification", "cycle"]]);
  assert.deepEqual(names(standing({ employees: 9 }, results)), [["certification"], ["cycle"]]);
  assert.deepEqual(names(standing({ employees: "unsure" }, results)), [[], ["certification", "cycle"]]);
});

test("A check that cannot apply is told apart, and asks nothing", () => {
  const results = [
    entry("certification", "cor", "open", ["assessor"]),
    entry("cycle", "certificate", "open", ["certified_on"]),
  ];
  const idle = "It is about a certificate that you hold, and none is named.";
  const drawn = {
    results: [{ check: "cycle", subject: "certificate", dates: [], next: [], ahead: [], idle, doors: [] }],
  };
  const told = standingOf(
    { answers: { employees: 9, certified_on: "…" }, results },
    { head: "certification", ...drawn },
    CHECKS,
  );
  assert.deepEqual([told.head?.check, told.begun.length], ["certification", 1]);
  assert.deepEqual(
    told.idle.map(({ check, idle: words }) => [check, words]),
    [["cycle", idle]],
  );
  assert.deepEqual(
    told.questions.map(({ key }) => key),
    ["assessor"],
  );
});

test("A date that two checks give is told once, and what is done or gone not at all", () => {
  const results = [
    entry("cycle", "certificate", "yes", [], [EXPIRES, { name: "first_maintenance_by", date: "2026-05-10" }]),
    entry("plan", "plan", "info", [], [EXPIRES]),
  ];
  const states = [
    {
      check: "cycle",
      subject: "certificate",
      dates: [
        { name: "first_maintenance_by", state: "done" },
        { name: "expires_on", state: "ends" },
      ],
      next: ["expires_on"],
      ahead: ["expires_on"],
    },
    {
      check: "plan",
      subject: "plan",
      dates: [{ name: "expires_on", state: "ends" }],
      next: ["expires_on"],
      ahead: ["expires_on"],
    },
  ];
  assert.deepEqual(
    standing({}, results, states).dates.map(({ name, check }) => [name, check]),
    [["expires_on", "cycle"]],
  );
});

test("The question that most results wait for comes first", () => {
  const results = [
    entry("certification", "cor", "open", ["employees", "assessor"]),
    entry("certification", "secor", "open", ["employees"]),
    entry("cycle", "certificate", "open", ["certified_on"]),
  ];
  assert.deepEqual(standing({ employees: "unsure" }, results).questions[0], { key: "employees", decides: 2 });
});

test("A check that cannot be read is shown without dates", () => {
  const broken = { check: "cycle", problems: [{ path: "first_maintenance", code: "contradiction", message: "…" }] };
  const told = standing({ certified_on: "2020-01-01" }, [broken]);
  assert.deepEqual(told.begun[0].told[0].dates, []);
});
