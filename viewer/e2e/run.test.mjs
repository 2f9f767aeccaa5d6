// The Run button: it streams, stops, and says how a run ended.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { stage } from "./kit.mjs";

const kit = stage();
const BUTTON = ".listing-run";
const STATE = ".run-state";

const line = (stream, text) => ({ kind: "line", stream, text });

beforeEach(async () => {
  kit.server.log.length = 0;
  await kit.page.openLive(`${kit.server.url}/`);
});

test("only listings of an example have the button, and only with a server", async () => {
  const { page, server } = kit;
  assert.equal(await page.count(BUTTON), 1);
  await page.open(`${server.url}/?static`);
  assert.equal(await page.count(BUTTON), 0);
});

test("a run builds, prints line by line, and ends", async () => {
  const { page, server } = kit;
  // Each part waits until the one before has been looked at.
  let build, end;
  server.script = [
    [0, { kind: "started", run: 7 }],
    [0, { kind: "building" }],
    [
      new Promise((done) => (build = done)),
      line("stdout", "download 1 is done"),
    ],
    [0, line("stderr", "a warning")],
    [new Promise((done) => (end = done)), line("stdout", "  indented <b>")],
    [0, { kind: "ended", code: 0, why: "exit", ms: 152 }],
  ];
  await page.click(BUTTON);
  await page.untilText(STATE, /^Building…$/);
  assert.equal(await page.text(BUTTON), "Stop");
  build();
  await page.untilText(".run-log", /download 1 is done/);
  assert.equal(await page.text(STATE), "Running…");
  end();
  await page.untilText(STATE, /^Ended with exit code 0\.$/);
  assert.deepEqual(await page.texts(".run-line"), [
    "download 1 is done",
    "erra warning",
    "indented <b>",
  ]);
  assert.equal(await page.attribute(".run-log", "role"), "log");
  assert.equal(await page.text(BUTTON), "Run");
  assert.ok(server.log.includes('POST /api/run {"example":"semaphore"}'));
  // A second run begins with an empty panel.
  server.script = [[0, { kind: "ended", code: 101, why: "exit", ms: 9 }]];
  await page.click(BUTTON);
  await page.untilText(STATE, /exit code 101/);
  assert.equal(await page.count(".run-line"), 0);
});

test("what a run prints opens under the button, and says whose it is", async () => {
  const { page, server } = kit;
  server.script = [
    [0, { kind: "started", run: 12 }],
    ...Array.from({ length: 40 }, (_, i) => [0, line("stdout", `line ${i}`)]),
    [0, { kind: "ended", code: 0, why: "exit", ms: 5 }],
  ];
  // At the lower edge of the window there is no room below the button.
  await page.run(
    "document.querySelector(arguments[0]).scrollIntoView({ block: 'end' })",
    BUTTON,
  );
  await page.click(BUTTON);
  await page.untilText(STATE, /exit code 0/);
  const [top, bottom, head, code, height] = await page.run(
    `const box = (selector) => document.querySelector(selector).getBoundingClientRect();
     return [box(".run-output").top, box(".run-output").bottom, box(".listing-head").bottom,
       box(".listing pre").top, innerHeight]`,
  );
  assert.ok(Math.abs(top - head) < 2, `${top} under ${head}`);
  assert.ok(bottom <= code + 2, "above the code");
  assert.ok(top >= 0 && bottom <= height + 1, `${top} to ${bottom}`);
  assert.equal(await page.text(".run-title"), "Your run, just now");
  await page.click(".run-hide");
  assert.equal(await page.visible(".run-output"), false);
  await page.untilFocused(BUTTON);
});

test("a run is stopped", async () => {
  const { page, server } = kit;
  server.script = [
    [0, { kind: "started", run: 8 }],
    [0, line("stdout", "for ever")],
    [60_000, { kind: "ended", code: 0, why: "exit", ms: 1 }],
  ];
  await page.click(BUTTON);
  await page.untilText(".run-log", /for ever/);
  await page.click(BUTTON);
  await page.untilText(STATE, /^Stopped after 300 ms\.$/);
  assert.ok(server.log.includes('POST /api/stop {"run":8}'));
});

test("limits and compiler errors are said", async () => {
  const { page, server } = kit;
  for (const [why, said] of [
    ["timeout", /still running/],
    ["output-limit", /more than a page can show/],
    ["build-failed", /does not compile/],
  ]) {
    server.script = [
      [0, { kind: "started", run: 9 }],
      [0, { kind: "ended", code: null, why, ms: 10_000 }],
    ];
    await page.click(BUTTON);
    await page.untilText(STATE, said);
  }
});

test("a flood of lines keeps the page alive and shows the last ones", async () => {
  const { page, server } = kit;
  server.script = [
    [0, { kind: "started", run: 10 }],
    ...Array.from({ length: 5000 }, (_, i) => [0, line("stdout", `line ${i}`)]),
    [0, { kind: "ended", code: null, why: "output-limit", ms: 900 }],
  ];
  await page.click(BUTTON);
  await page.untilText(STATE, /more than a page/);
  assert.equal(await page.count(".run-stdout"), 1000);
  assert.match(await page.text(".run-dropped"), /4000 earlier lines/);
  assert.match(await page.text(".run-line:last-child"), /line 4999/);
});

test("a connection that breaks, and a refusal, are said in words", async () => {
  const { page, server } = kit;
  server.script = [[0, { kind: "started", run: 11 }]];
  await page.click(BUTTON);
  await page.untilText(STATE, /connection to the server was lost/);
  const { startName } = server;
  server.startName = "another";
  try {
    await page.click(BUTTON);
    await page.untilText(STATE, /Wrong token\. Reload the page\./);
  } finally {
    server.startName = startName;
  }
});
