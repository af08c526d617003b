import assert from "node:assert/strict";
import { test } from "node:test";
import { visitOf } from "./arrived.mjs";

const ROOT = "https://guide.example/cor/";
const visit = (more) =>
  visitOf({ type: "navigate", referrer: "", root: ROOT, here: "certification", left: undefined, ...more });

test("Answers of a link are anyone's, and the page opens at the answer", () => {
  assert.deepEqual(visit({}), { origin: "link", from: "", landing: "answer" });
  assert.deepEqual(visit({ referrer: "https://elsewhere.example/check/score/" }).origin, "link");
  assert.deepEqual(visit({ referrer: `${ROOT}employers/` }).origin, "link");
});

test("Answers from another check of the guide are carried, from the overview too", () => {
  assert.deepEqual(visit({ referrer: `${ROOT}check/score/?a#b` }), {
    origin: "carried",
    from: "score",
    landing: "answer",
  });
  assert.equal(visit({ referrer: `${ROOT}check/` }).from, "overview");
  assert.equal(visit({ referrer: `${ROOT}check/certification/` }).origin, "link");
});

test("Whoever comes back finds the own answers, and the page where it was left", () => {
  assert.deepEqual(visit({ type: "back_forward", left: { y: 740 } }), { origin: "own", from: "", landing: 740 });
  assert.deepEqual(visit({ type: "reload", left: { y: 10 } }).landing, 10);
  assert.deepEqual(visit({ type: "reload" }), { origin: "link", from: "", landing: null });
});
