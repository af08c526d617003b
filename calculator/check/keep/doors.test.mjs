import assert from "node:assert/strict";
import { test } from "node:test";
import { doorsOf } from "./doors.mjs";

const outcome = (check, answers = {}) => ({ check, partner: "esc", answers });

test("Scores are carried with every element in its place; one that does not apply says so", () => {
  const elements = [{ percent: "80.00" }, { percent: null }, { percent: "40.50" }];
  const [door] = doorsOf({ subject: "certification", figures: { overall: "77.77" }, elements }, outcome("score"));
  assert.equal(
    door.href,
    "check/certification/#v=2&partner=esc&overall_score=77.77&element_scores=80.00,not_applicable,40.50",
  );
  const [other] = doorsOf({ subject: "maintenance", figures: { overall: "77.77" }, elements }, outcome("score"));
  assert.equal(other.href, "check/maintenance/#v=2&partner=esc&maintenance_score=77.77");
});

test("Without an overall score there is nothing to carry", () => {
  assert.deepEqual(doorsOf({ subject: "certification", figures: {}, elements: [] }, outcome("score")), []);
  assert.deepEqual(doorsOf({ subject: "cor", figures: {} }, outcome("certification")), []);
});

test("Elements with evidence become elements to score, by their names", () => {
  const evidence = [{ element: "Hazards, all", documents: "missing" }, { documents: "in_place" }];
  const [door] = doorsOf({ subject: "readiness", figures: {} }, outcome("readiness", { evidence }));
  assert.equal(door.href, "check/score/#v=2&partner=esc&elements=Hazards%2C%20all,,&elements=,,");
});
