import assert from "node:assert/strict";
import { test } from "node:test";
import { Rules } from "./rules.mjs";

const OUTCOME = '{"check":"score","results":[]}';

/** @param {Record<string, unknown>} [over] */
function set(over = {}) {
  /** @type {string[][]} */
  const asked = [];
  /** @type {string[]} */
  const heard = [];
  const python = {
    start: async () => {},
    call: async (/** @type {string[]} */ ...texts) => {
      asked.push(texts);
      return texts[0] === "check_json" ? OUTCOME : '{"results":[]}';
    },
    ...over,
  };
  const listener = {
    working: () => heard.push("working"),
    failed: ({ code }) => heard.push(code),
  };
  return { asked, heard, rules: new Rules(python, "score", listener) };
}

const question = (answers) => () => ({ answers, asOf: "2026-11-26", about: answers });

test("An outcome comes with its drawings", async () => {
  const { rules, asked } = set();
  const replies = [];
  await rules.ask(question("{}"), (reply, about) => replies.push([reply, about]));
  assert.deepEqual(asked, [
    ["check_json", "score", "{}", "2026-11-26"],
    ["drawings_json", OUTCOME],
  ]);
  assert.equal(replies[0][0].text, OUTCOME);
  assert.deepEqual(replies[0][0].drawings, { results: [] });
});

test("Of questions that pile up only the latest is answered", async () => {
  const { rules } = set();
  const answered = [];
  const receive = (_reply, about) => answered.push(about);
  const first = rules.ask(question("1"), receive);
  rules.ask(question("2"), receive);
  rules.ask(question("3"), receive);
  await first;
  assert.deepEqual(answered, ["3"]);
});

test("Answers that cannot be read ask for no drawing", async () => {
  const problems = [{ path: "a", code: "bad_date", message: "…" }];
  const { rules, asked } = set({ call: async () => JSON.stringify({ problems }) });
  let got;
  await rules.ask(question("{}"), (reply) => {
    got = reply;
  });
  assert.deepEqual(got, { problems });
  assert.equal(asked.length, 0);
});

test("A start that failed is told by its code, and the next question tries again", async () => {
  let broken = true;
  const start = async () => {
    if (broken) throw Object.assign(new Error("Check the connection."), { code: "network" });
  };
  const { rules, heard } = set({ start });
  const answered = [];
  await rules.ask(question("1"), (_reply, about) => answered.push(about));
  assert.deepEqual(heard, ["network"]);
  broken = false;
  await rules.ask(question("2"), (_reply, about) => answered.push(about));
  assert.deepEqual(answered, ["2"]);
});
