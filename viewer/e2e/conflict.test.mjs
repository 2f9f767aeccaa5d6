// A file that was changed in the page and elsewhere: both are shown, and what
// is not chosen is kept.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { viewport } from "./browser.mjs";
import * as desk from "./desk-kit.mjs";
import { STUB } from "./fixture/desk.mjs";
import { stage } from "./kit.mjs";

const kit = stage();
const { FILE, PANEL } = desk;
const file = () => kit.server.files.of(FILE);
const MINE = `${STUB}// mine`;
const THEIRS = `//! Theirs.\n${STUB}`;

async function clash() {
  const { page, server } = kit;
  await desk.fresh(kit);
  await page.openLive(`${server.url}/`);
  await desk.openEditor(page);
  server.files.refuse = Array.from({ length: 40 }, () => ({
    path: "/api/save",
    status: 500,
    body: { error: "Not now." },
  }));
  await desk.typeAtEnd(page, "// mine");
  await desk.untilSave(page, "failed");
  server.files.refuse = [];
  server.files.write(FILE, THEIRS);
  await desk.untilSave(page, "conflict");
  await page.untilFocused(".desk-merge .cm-content");
}

beforeEach(clash);

const choose = (name) => kit.page.click(`[data-choose=${name}]`);

test("both versions are shown, and the writing hand stays where it was", async () => {
  const { page } = kit;
  const sides = await page.texts(".desk-merge .cm-content");
  assert.equal(sides.length, 2);
  assert.match(sides[0], /Theirs/);
  assert.match(sides[1], /mine/);
  assert.equal(
    await page.focused(".desk-merge [aria-label='Your text']"),
    true,
  );
  await page.untilText(`${PANEL} > [role=status]`, /changed elsewhere too/);
  assert.equal(await page.visible("[data-choose=merged]"), false);
  assert.equal(await page.visible(`${PANEL} .desk-text`), false);
});

test("keep mine", async () => {
  const { page } = kit;
  await choose("mine");
  await desk.untilSave(page, "saved");
  assert.equal(file().text, MINE);
  assert.deepEqual(file().kept, [THEIRS]);
  await page.untilText(`${PANEL} .desk-note`, /file's was kept in/);
  assert.match(await desk.textOf(page), /mine/);
  assert.equal(await page.count(".desk-conflict"), 0);
});

test("take the file's", async () => {
  const { page } = kit;
  await choose("theirs");
  await desk.untilSave(page, "saved");
  assert.equal(file().text, THEIRS);
  assert.deepEqual(file().kept, [MINE]);
  await page.untilText(`${PANEL} .desk-note`, /Yours was kept in/);
  assert.equal((await desk.textOf(page)).trimEnd(), THEIRS.trimEnd());
});

test("a text made out of both", async () => {
  const { page } = kit;
  await page.untilVisible(".cm-merge-revert button");
  await page.click(".cm-merge-revert button");
  await page.until(() => page.visible("[data-choose=merged]"), "the choice");
  await choose("merged");
  await desk.untilSave(page, "saved");
  assert.match(file().text, /Theirs[\s\S]*mine/);
  assert.deepEqual(file().kept, [MINE, THEIRS]);
  assert.match(await desk.textOf(page), /Theirs[\s\S]*mine/);
});

test("a choice that fails says why, and both are still there", async () => {
  const { page, server } = kit;
  const body = { error: "The disk is full." };
  server.files.refuse = [{ path: "/api/keep", status: 500, body }];
  await choose("theirs");
  await page.untilText(".desk-problem", /disk is full/);
  assert.equal(await page.count(".desk-merge .cm-content"), 2);
  await choose("theirs");
  await desk.untilSave(page, "saved");
});

test("a page does not go away while one has to choose", async () => {
  const { page, server } = kit;
  await page.run("window.before = true; document.activeElement.blur()");
  server.send({ kind: "reload" });
  await page.untilText(".book-newer", /This page has changed/);
  assert.equal(await page.run("return window.before"), true);
  await choose("mine");
  await desk.untilSave(page, "saved");
});

test("a conflict outlives the page", async () => {
  const { page, server } = kit;
  await page.openLive(`${server.url}/`);
  await desk.untilSave(page, "conflict");
  await page.untilVisible(".desk-merge .cm-content");
  assert.match((await page.texts(".desk-merge .cm-content"))[1], /mine/);
});

describe("on a narrow page", () => {
  beforeEach(async () => {
    await viewport(kit.driver, 360);
    await clash();
  });

  test("one text stands in the other, part by part", async (t) => {
    t.after(() => viewport(kit.driver, 1400));
    const { page } = kit;
    assert.equal(await page.count(".desk-merge .cm-content"), 1);
    assert.equal(await page.overflow(), 0);
    assert.match(await page.text(".desk-merge"), /Theirs/);
    await page.run(
      `Array.from(document.querySelectorAll(".desk-part"))
         .find((found) => /file's/.test(found.textContent)).click()`,
    );
    await page.until(() => page.visible("[data-choose=merged]"), "the choice");
    await choose("merged");
    await desk.untilSave(page, "saved");
    assert.match(file().text, /Theirs[\s\S]*mine/);
  });
});
