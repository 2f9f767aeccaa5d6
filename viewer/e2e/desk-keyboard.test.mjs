// The way of an exercise with the keyboard alone: edit, leave, read, look, be
// told, compare. The focus is never lost and never trapped.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as desk from "./desk-kit.mjs";
import { STUB } from "./fixture/desk.mjs";
import { judge } from "./fixture/own.mjs";
import { Key, stage } from "./kit.mjs";

const kit = stage();
const { FILE, PANEL } = desk;
const CONTENT = `${PANEL} .cm-content`;
const disk = () => kit.server.files.text(FILE);

beforeEach(async () => {
  await desk.fresh(kit);
  kit.server.files.judge = judge;
  await kit.page.openLive(`${kit.server.url}/`);
  await kit.page.until(() => kit.page.visible(desk.EDIT), "the card");
});

const back = () =>
  kit.driver
    .actions()
    .keyDown(Key.SHIFT)
    .sendKeys(Key.TAB)
    .keyUp(Key.SHIFT)
    .perform();

/** Presses Tab until `selector` has the focus. */
async function tabTo(selector, most = 40) {
  const { page } = kit;
  for (let i = 0; i < most; i += 1) {
    if (await page.focused(selector)) return;
    await page.keys(Key.TAB);
  }
  const at = await page.run("return document.activeElement.outerHTML");
  throw new Error(`${selector} is not reached; the focus is at ${at}`);
}

test("Tab indents, Escape and Tab leave, however long that takes", async () => {
  const { page } = kit;
  await page.focus(desk.EDIT);
  await page.keys(Key.ENTER);
  await page.until(() => page.focused(CONTENT), "the editor");
  const hint = await page.attribute(CONTENT, "aria-describedby");
  assert.match(await page.text(`#${hint}`), /Tab indents.*Escape, then Tab/);
  await desk.chord(page, Key.END);
  await page.keys(Key.TAB, "x");
  await page.until(() => disk().endsWith("    x"), "an indent");
  await page.keys(Key.ESCAPE);
  await page.untilText(`#${hint}`, /Tab now leaves/);
  await page.untilText(`${PANEL} > [role=status]`, /Tab now leaves/);
  // A key in between: one goes on writing.
  await page.keys("y", Key.TAB);
  assert.equal(await page.focused(CONTENT), true);
  await page.keys(Key.ESCAPE, Key.TAB);
  assert.equal(await page.focused(CONTENT), false);
  await back();
  assert.equal(await page.focused(CONTENT), true, "and back in");
  assert.match(await page.text(`#${hint}`), /Tab indents/);
});

test("mdBook's keys do nothing inside an editor", async () => {
  const { page } = kit;
  await page.focus(desk.EDIT);
  await page.keys(Key.ENTER);
  await page.until(() => page.focused(CONTENT), "the editor");
  await page.keys(Key.ARROW_RIGHT, Key.ARROW_LEFT, "s", "/", "?");
  await desk.untilSave(page, "saved");
  assert.equal(await page.path(), "/");
  assert.equal(await page.run("return document.title"), "Semaphores");
});

test("from the first key to the next exercise", async () => {
  const { page, server } = kit;
  await tabTo(desk.EDIT, 60);
  await page.keys(Key.ENTER);
  await page.until(() => page.focused(CONTENT), "the editor");
  // A text that does not compile: to its line and back.
  await desk.chord(page, "a");
  const broken = STUB.split("\n").slice(0, 11).join(Key.ENTER);
  await page.keys("// BROKEN", Key.ENTER, ...broken);
  await page.untilText(".exercise-state", /does not compile/);
  await page.keys(Key.ESCAPE, Key.TAB);
  await tabTo("[data-go]");
  await page.keys(Key.ENTER);
  await page.until(() => page.focused(CONTENT), "the line");
  // One that fails: its figure.
  await desk.chord(page, "a");
  await page.keys("fn a() {}");
  await page.untilText(".exercise-state", /fails/);
  await page.until(() => page.visible(".own figure.tlv"), "the figure");
  await page.keys(Key.ESCAPE, Key.TAB);
  await tabTo("[data-action=check-run]");
  await tabTo(".own input[type=range]");
  await page.keys(Key.ARROW_RIGHT);
  await page.untilText(".own .tlv-count", /^step 2/);
  // A hint.
  await tabTo("[data-action=hint]");
  await page.keys(Key.ENTER);
  await page.until(() => page.focused(".hint[open] summary"), "the hint");
  // The solution, after a question.
  await tabTo("details.solution summary");
  await page.keys(Key.ENTER);
  await page.until(() => page.focused(".solution-question button"), "it");
  await page.keys(Key.ENTER);
  await page.until(
    () => page.run("return document.querySelector('details.solution').open"),
    "the solution",
  );
  // Solved: the comparison, its words, and on.
  server.files.write(FILE, "fn a() {} // SOLVED\n");
  await page.untilText(".exercise-state", /Solved/);
  await page.focus(CONTENT);
  await page.keys(Key.ESCAPE, Key.TAB);
  await tabTo("[data-action=compare]");
  await page.keys(Key.ENTER);
  await page.untilFocused(".solved-title");
  await page.untilVisible(".solved [aria-label='The solution']");
  await tabTo(".solved [aria-label='The solution']");
  await tabTo(".solved-words summary");
  await page.keys(Key.ENTER);
  await page.untilVisible(".solved-words li");
});

test("a conflict is settled with the keyboard", async () => {
  const { page, server } = kit;
  await page.focus(desk.EDIT);
  await page.keys(Key.ENTER);
  await page.until(() => page.focused(CONTENT), "the editor");
  server.files.refuse = Array.from({ length: 40 }, () => ({
    path: "/api/save",
    status: 500,
    body: { error: "Not now." },
  }));
  await desk.typeAtEnd(page, "// mine");
  await desk.untilSave(page, "failed");
  server.files.refuse = [];
  server.files.write(FILE, `//! Theirs.\n${STUB}`);
  await desk.untilSave(page, "conflict");
  await page.untilFocused(".desk-merge [aria-label='Your text']");
  await page.untilVisible("[data-chunk='0']");
  await page.keys(Key.ESCAPE);
  // Two parts differ; the first is theirs.
  await back();
  await back();
  assert.equal(await page.focused("[data-chunk='0']"), true);
  await page.keys(Key.ENTER);
  await page.until(() => page.visible("[data-choose=merged]"), "the choice");
  await page.focus("[data-choose=merged]");
  await page.keys(Key.ENTER);
  await desk.untilSave(page, "saved");
  assert.match(disk(), /Theirs[\s\S]*mine/);
  assert.equal(
    await page.run("return document.activeElement !== document.body"),
    true,
    "the focus is not lost",
  );
});
