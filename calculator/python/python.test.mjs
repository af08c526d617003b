/** Which worker serves, what becomes of calls when one fails, and what the page hears of it: with workers that do as told. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

/** @typedef {import("./python.mjs")} Python */

/** A worker that records what it is sent, and says what the test has it say. */
class FakeWorker extends EventTarget {
  /** @type {FakeWorker[]} */ static all = [];
  /** @type {((event: any) => void) | null} */ onmessage = null;
  /** @type {((event: any) => void) | null} */ onerror = null;
  /** @type {any[]} */ sent = [];
  ended = false;

  /** @param {URL | string} address @param {{ name: string }} options */
  constructor(address, { name }) {
    super();
    this.file = String(address).split("/").at(-1);
    this.name = name;
    this.addEventListener("message", (event) => this.onmessage?.(event));
    this.addEventListener("error", (event) => this.onerror?.(event));
    FakeWorker.all.push(this);
  }

  /** @param {any} message */
  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.ended = true;
  }

  /** @param {any} data */
  says(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  /** @param {string} way */
  isReady(way) {
    this.says({ way, ready: true });
  }

  /** Answers the call that was sent last. @param {string} text */
  answers(text) {
    this.says({ id: this.sent.at(-1).id, text });
  }
}

class ErrorEventOfNode extends Event {
  message = "";
}

let fresh = 0;
/** Milliseconds. */
let now = 1000;
/** @type {Python} */ let python;
/** @type {string[]} */ let heard;
/** @type {any} */ const page = globalThis;

beforeEach(async () => {
  mock.timers.enable({ apis: ["setInterval"] });
  mock.method(performance, "now", () => now);
  FakeWorker.all = [];
  heard = [];
  const document = Object.assign(new EventTarget(), { hidden: false });
  Object.defineProperty(page, "navigator", { value: {}, configurable: true });
  Object.assign(page, { self: page, document, Worker: FakeWorker, ErrorEvent: ErrorEventOfNode });
  Object.assign(page, {
    location: { href: "https://guide.example/check/", origin: "https://guide.example", search: "" },
  });
  python = await import(`./python.mjs?${fresh++}`);
  python.from("https://guide.example/python/");
  for (const name of ["starting", "ready", "failed"])
    python.events.addEventListener(name, (/** @type {any} */ event) =>
      heard.push([name, event.share, event.way, event.code].filter((each) => each != null).join(" ")),
    );
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const last = () => /** @type {FakeWorker} */ (FakeWorker.all.at(-1));
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Lets time pass, a second at a time, as a page that is awake does. @param {number} count */
function seconds(count) {
  for (let second = 0; second < count; second++) {
    now += 1000;
    mock.timers.tick(1000);
  }
}

test("a call starts Python, and is answered when it is there", async () => {
  assert.equal(python.state(), "waiting");
  const text = python.call("check_json", "a", "b");
  assert.equal(python.state(), "starting");
  assert.deepEqual(last().sent, []);
  last().isReady("snapshot");
  assert.deepEqual(last().sent, [{ id: 1, name: "check_json", texts: ["a", "b"] }]);
  last().answers("c");
  assert.equal(await text, "c");
  assert.equal(python.way(), "snapshot");
  assert.deepEqual(heard, ["starting", "ready snapshot"]);
});

test("several elements share one Python", async () => {
  const both = Promise.all([python.start(), python.start()]);
  python.prepare();
  last().isReady("snapshot");
  await both;
  assert.equal(FakeWorker.all.length, 1);
});

test("answers find their calls, in whatever order they come", async () => {
  const texts = Promise.all([python.call("check_json", "1"), python.call("check_json", "2")]);
  last().isReady("snapshot");
  last().says({ id: 2, text: "two" });
  last().says({ id: 1, text: "one" });
  assert.deepEqual(await texts, ["one", "two"]);
});

test("a way that fails is followed by the next, which is asked again", async () => {
  const text = python.call("check_json", "a");
  const first = last();
  first.says({ way: "snapshot", failed: "start_failed" });
  assert.ok(first.ended);
  last().isReady("bundle");
  last().says({ way: "bundle", failed: "evaluation_failed" });
  assert.equal(last().file, "stock.mjs");
  last().isReady("stock");
  last().answers("b");
  assert.equal(await text, "b");
  assert.deepEqual(
    FakeWorker.all.map(({ file, name }) => `${file} ${name}`),
    ["worker.mjs snapshot ", "worker.mjs bundle ", "stock.mjs stock "],
  );
});

test("where a way was not built its worker takes the next one, and is followed by what comes after that", () => {
  python.prepare();
  last().says({ way: "bundle", failed: "start_failed" });
  assert.equal(last().file, "stock.mjs");
});

test("where every way fails that is said, and a later call tries again", async () => {
  const failed = assert.rejects(python.call("check_json"), { code: "network", message: /check the connection/ });
  for (const way of ["snapshot", "bundle", "stock"]) last().says({ way, failed: "network" });
  await failed;
  assert.equal(heard.at(-1), "failed network");
  assert.equal(python.state(), "waiting");
  const text = python.call("check_json");
  assert.equal(last().name, "snapshot ");
  last().isReady("snapshot");
  last().answers("a");
  assert.equal(await text, "a");
});

test("a call that no way can answer fails alone", async () => {
  const [bad, good] = [python.call("check_json", "bad"), python.call("check_json", "good")];
  bad.catch(() => {});
  for (const way of ["snapshot", "bundle", "stock"]) {
    last().isReady(way);
    last().says({ way, failed: "evaluation_failed" });
  }
  await assert.rejects(bad, { code: "evaluation_failed" });
  last().isReady("stock");
  last().answers("a");
  assert.equal(await good, "a");
});

test("a worker that the browser has ended is replaced in the same way, and the lost answer is asked for again", async () => {
  python.prepare();
  last().isReady("snapshot");
  const before = python.call("check_json", "before");
  last().answers("a");
  await before;
  const text = python.call("check_json", "lost");
  const dead = last();
  seconds(16);
  assert.ok(dead.ended);
  assert.equal(last().name, "snapshot ");
  last().isReady("snapshot");
  assert.deepEqual(last().sent[0].texts, ["lost"]);
  last().answers("b");
  assert.equal(await text, "b");
});

test("a way that says nothing from the start is not tried twice", async () => {
  const text = python.call("check_json");
  last().isReady("snapshot");
  seconds(16);
  assert.equal(last().name, "bundle ");
  last().isReady("bundle");
  last().answers("a");
  assert.equal(await text, "a");
});

test("a long text may take longer", () => {
  python.prepare();
  last().isReady("snapshot");
  python.call("batch_text", "x".repeat(100_000)).catch(() => {});
  seconds(20);
  assert.equal(FakeWorker.all.length, 1);
  seconds(10);
  assert.equal(FakeWorker.all.length, 2);
});

test("while the computer sleeps nobody waits", () => {
  python.prepare();
  last().isReady("snapshot");
  python.call("check_json").catch(() => {});
  now += 3_600_000;
  mock.timers.tick(1000);
  assert.equal(FakeWorker.all.length, 1);
});

test("whoever comes back after a while finds a Python that answers", async () => {
  python.prepare();
  last().isReady("snapshot");
  python.call("check_json").catch(() => {});
  last().answers("a");
  now += 3_600_000;
  page.document.dispatchEvent(new Event("visibilitychange"));
  assert.deepEqual(last().sent.at(-1), { ping: true });
  last().says({ pong: true });
  seconds(5);
  assert.equal(FakeWorker.all.length, 1);
  now += 3_600_000;
  page.document.dispatchEvent(new Event("visibilitychange"));
  seconds(5);
  assert.equal(FakeWorker.all.length, 2);
  await settled();
  assert.deepEqual(heard, ["starting", "ready snapshot"]); // nobody was waiting for it
});

test("a worker that was started before is taken over, with what it has said meanwhile", async () => {
  const worker = new FakeWorker("worker.mjs", { name: "snapshot br" });
  const messages = [
    { way: "snapshot", progress: { loaded: 1, total: 4 } },
    { way: "snapshot", ready: true },
  ];
  page.corPython = { worker, heard: messages.map((data) => new MessageEvent("message", { data })) };
  await python.start();
  assert.equal(FakeWorker.all.length, 1);
  assert.equal(page.corPython, undefined);
  assert.deepEqual(heard, ["starting", "starting 0.25", "ready snapshot"]);
});

test("a worker that was started before and could not be loaded is replaced", () => {
  const worker = new FakeWorker("worker.mjs", { name: "snapshot br" });
  page.corPython = { worker, heard: [new ErrorEventOfNode("error")] };
  python.prepare();
  assert.ok(worker.ended);
  assert.equal(last().name, "bundle ");
});

test("Python waits where data is to be saved, until it is needed", () => {
  Object.defineProperty(page, "navigator", { value: { connection: { saveData: true } }, configurable: true });
  python.prepare();
  assert.equal(FakeWorker.all.length, 0);
  python.start();
  assert.equal(FakeWorker.all.length, 1);
});

test("the page's address can ask for a way", () => {
  page.location.search = "?way=stock";
  python.prepare();
  assert.equal(last().file, "stock.mjs");
});

for (const [lacking, code] of [
  ["Worker", "no_worker"],
  ["WebAssembly", "no_webassembly"],
])
  test(`a browser without ${lacking} is told so`, async () => {
    const had = page[lacking];
    delete page[lacking];
    await assert.rejects(python.start(), { code, message: /^This browser cannot run/ });
    page[lacking] = had;
    assert.deepEqual(heard, [`failed ${code}`]);
  });

test("a browser whose WebAssembly is too old is told so, and asked for nothing", async () => {
  const { validate } = WebAssembly;
  WebAssembly.validate = () => false;
  await assert.rejects(python.start(), { code: "too_old", message: /^This browser is too old/ });
  WebAssembly.validate = validate;
  assert.deepEqual(heard, ["failed too_old"]);
  assert.equal(FakeWorker.all.length, 0);
});
