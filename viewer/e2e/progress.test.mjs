// The page of progress: what is solved and what was seen, and the way back.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as desk from "./desk-kit.mjs";
import { STUB } from "./fixture/desk.mjs";
import { judge } from "./fixture/own.mjs";
import { stage } from "./kit.mjs";

const kit = stage();
const { FILE } = desk;
const ROW = '[data-exercise-row="semaphore"]';
const MINE = STUB.replace("todo!", "panic!");

beforeEach(async () => {
  const { page, server } = kit;
  await desk.fresh(kit);
  server.files.judge = judge;
  server.files.write(FILE, MINE);
  server.exercises[0].hints = [0, 1];
  server.exercises[0].solution_revealed = true;
  await page.openLive(`${server.url}/progress.html`);
  await page.until(() => page.visible(ROW), "the list");
});

const button = (label) =>
  kit.page.run(
    `const found = Array.from(document.querySelectorAll(arguments[0] + " button"))
       .find(({ textContent }) => textContent === arguments[1]);
     found?.focus(); found?.click(); return found !== undefined`,
    label.includes("all") ? ".progress-all" : ROW,
    label,
  );
const press = (label) => kit.page.until(() => button(label), label);
const disk = () => kit.server.files.text(FILE);

test("each exercise has its state, and what was seen", async () => {
  const { page, server } = kit;
  assert.match(await page.text(".progress-total"), /^1 of 2/);
  assert.match(
    await page.text(ROW),
    /At most three ?✕ A check fails ?2 of 3 hints seen · solution seen/,
  );
  const date = await page.run(
    "return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(1763300000000)",
  );
  const queue = await page.text('[data-exercise-row="queue"]');
  assert.ok(queue.includes(`solved ${date}`), queue);
  server.exercises[1].outdated = true;
  await page.openLive(`${server.url}/progress.html`);
  await page.untilText(
    '[data-exercise-row="queue"] .progress-state',
    /its checks have changed since/,
  );
  server.exercises[1].outdated = false;
});

test("one is reset after a question, and brought back", async () => {
  const { page } = kit;
  await press("Reset");
  await page.until(() => page.focused("[data-confirm=yes]"), "the question");
  await page.keys("\uE00C");
  await page.until(
    () => page.focused(`${ROW} .progress-buttons button`),
    "the focus where it was",
  );
  assert.equal(disk(), MINE);
  await press("Reset");
  await page.click("[data-confirm=yes]");
  await page.until(() => disk() === STUB, "the first text");
  await page.untilText(
    ".progress-told",
    /At most three: Reset\. Your text was kept in/,
  );
  await press("Bring back");
  await page.click("[data-confirm=yes]");
  await page.until(() => disk() === MINE, "the text of before");
  await page.untilText(".progress-told", /Brought back/);
});

test("all are reset after a question, and brought back", async () => {
  const { page } = kit;
  await press("Reset all");
  await page.click("[data-confirm=yes]");
  await page.until(() => disk() === STUB, "the first text");
  await page.untilText(
    ".progress-told",
    /1 exercise was reset\. 1 text was kept/,
  );
  await press("Bring all back");
  await page.click("[data-confirm=yes]");
  await page.until(() => disk() === MINE, "the text of before");
  await page.untilText(".progress-told", /One text was brought back/);
});

test("it follows what happens in other pages", async () => {
  const { page, server } = kit;
  server.files.write(FILE, `${STUB}// SOLVED`.replace("todo!", "panic!"));
  await page.untilText(`${ROW} .progress-state`, /Solved/);
  await page.untilText(".progress-total", /^2 of 2/);
});

test("without a server one line says how to get it", async () => {
  const { page, server } = kit;
  assert.equal(await page.visible(".progress-static"), false);
  await page.open(`${server.url}/progress.html?static`);
  assert.equal(await page.visible(".progress-static"), true);
  assert.equal(await page.visible(".progress"), false);
});
