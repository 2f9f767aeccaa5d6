// An editor in the page: it saves by itself, follows the disk, and loses
// nothing when the page, the server or both end.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as desk from "./desk-kit.mjs";
import { STUB } from "./fixture/desk.mjs";
import { stage } from "./kit.mjs";

const kit = stage();
const { FILE, PANEL } = desk;
const disk = () => kit.server.files.text(FILE);
const FIRST = STUB.split("\n")[0];

beforeEach(async () => {
  await desk.fresh(kit);
  await kit.page.openLive(`${kit.server.url}/`);
});

const saves = () =>
  kit.server.log.filter((entry) => entry.startsWith("POST /api/save"));

test("the editor is fetched only when one is opened, at the TODO", async () => {
  const { page } = kit;
  const loaded = () =>
    page.run(
      "return performance.getEntriesByType('resource').some(({ name }) => name.includes('editor.min'))",
    );
  assert.equal(await loaded(), false);
  await desk.openEditor(page);
  assert.equal(await loaded(), true);
  assert.equal((await desk.textOf(page)).trimEnd(), STUB.trimEnd());
  assert.match(await page.text(`${PANEL} .cm-activeLine`), /TODO/);
  assert.equal(await page.focused(`${PANEL} .cm-content`), true);
  assert.deepEqual(saves(), []);
});

test("what is typed is saved, said, and not said at every key", async () => {
  const { page } = kit;
  await desk.openEditor(page);
  await desk.typeAtEnd(page, "// one");
  await page.until(() => disk().endsWith("// one"), "the file");
  await desk.untilSave(page, "saved");
  assert.equal(await page.text(`${PANEL} .desk-save`), "Saved");
  await page.untilText(`${PANEL} [role=status]`, /^Saved$/);
  // Some keys came within one pause.
  assert.ok(saves().length < "// one".length, `${saves().length} saves`);
});

test("a save that is refused says why, and is tried again", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  const body = { error: "The disk is full.", remedy: "Make room." };
  server.files.refuse.push({ path: "/api/save", status: 500, body });
  await desk.typeAtEnd(page, "x");
  await desk.untilSave(page, "failed");
  assert.equal(
    await page.text(`${PANEL} .desk-save`),
    "Not saved: The disk is full. Make room.",
  );
  await page.run(
    `Array.from(document.querySelectorAll(arguments[0] + " button"))
       .find((found) => found.textContent === "Try again").click()`,
    PANEL,
  );
  await desk.untilSave(page, "saved");
  assert.ok(disk().endsWith("x"));
});

test("a page that is loaded again has the text that was never saved", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  for (let i = 0; i < 40; i += 1) {
    const body = { error: "Not now." };
    server.files.refuse.push({ path: "/api/save", status: 500, body });
  }
  await desk.typeAtEnd(page, "// kept");
  await desk.untilSave(page, "failed");
  assert.equal(disk(), STUB);
  server.files.refuse = [];
  await page.openLive(`${server.url}/`);
  await desk.untilSave(page, "saved");
  assert.equal(disk(), `${STUB}// kept`);
  assert.match(await desk.textOf(page), /\/\/ kept$/);
  assert.equal(
    await page.run(
      "return Object.keys(localStorage).filter((key) => key.includes('draft')).length",
    ),
    0,
  );
});

test("a draft over a file that has changed meanwhile is a conflict", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  const body = { error: "Not now." };
  for (let i = 0; i < 40; i += 1) {
    server.files.refuse.push({ path: "/api/save", status: 500, body });
  }
  await desk.typeAtEnd(page, "// mine");
  await desk.untilSave(page, "failed");
  await page.open(`${server.url}/?static`);
  server.files.refuse = [];
  server.files.write(FILE, `${STUB}// theirs`);
  await page.openLive(`${server.url}/`);
  await desk.untilSave(page, "conflict");
  assert.equal(disk(), `${STUB}// theirs`);
});

test("the server is killed and comes back: nothing is lost", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  const { port } = server;
  await server.stop();
  await desk.typeAtEnd(page, "// while away");
  await desk.untilSave(page, "failed");
  assert.match(await page.text(`${PANEL} .desk-save`), /kept in this browser/);
  await server.start(port);
  await desk.untilSave(page, "saved");
  assert.equal(disk(), `${STUB}// while away`);
});

test("it comes back with another token, under a writing hand", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  await page.run("window.before = true");
  const { port } = server;
  await server.stop();
  await desk.typeAtEnd(page, "// while away");
  await desk.untilSave(page, "failed");
  server.startName = "another-token";
  await server.start(port);
  await desk.untilSave(page, "saved");
  assert.equal(disk(), `${STUB}// while away`);
  assert.equal(await page.run("return window.before"), true);
  assert.equal(await page.focused(`${PANEL} .cm-content`), true);
  await page.untilText(".book-newer", /started again/);
});

test("it comes back with another token, and nobody is writing", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  const { port } = server;
  await server.stop();
  await desk.typeAtEnd(page, "// while away");
  await desk.untilSave(page, "failed");
  await page.run("window.before = true; document.activeElement.blur()");
  server.startName = "a-third-token";
  await server.start(port);
  await page.until(
    () => page.run("return window.before === undefined"),
    "the new page",
  );
  await page.ready();
  await desk.untilSave(page, "saved");
  assert.equal(disk(), `${STUB}// while away`);
});

test("a reload is put off while one writes", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  await page.run("window.before = true");
  server.send({ kind: "reload" });
  await page.untilText(".book-newer", /This page has changed/);
  await desk.typeAtEnd(page, "// on");
  await page.until(() => disk().endsWith("// on"), "the file");
  assert.equal(await page.run("return window.before"), true);
  await page.run("document.querySelector('.book-newer button').click()");
  await page.until(
    () => page.run("return window.before === undefined"),
    "the new page",
  );
});

test("a page that is loaded again has its editor as it was", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  await desk.typeAtEnd(page, "// abc");
  await desk.untilSave(page, "saved");
  await page.run("document.activeElement.blur(); window.before = true");
  server.send({ kind: "reload" });
  await page.until(
    () => page.run("return window.before === undefined"),
    "the new page",
  );
  await page.ready();
  assert.equal(await desk.isOpen(page), true);
  assert.equal(await page.focused(`${PANEL} .cm-content`), false);
  // The reader goes on where they were, and can take back what they did.
  await page.focus(`${PANEL} .cm-content`);
  await page.keys("d");
  await page.until(() => disk().endsWith("// abcd"), "the cursor's place");
  await desk.chord(page, "z");
  await desk.chord(page, "z");
  await page.until(() => disk() === STUB, "the history");
});

test("the focus comes back with the page", async () => {
  const { page, driver } = { ...kit, driver: kit.driver };
  await desk.openEditor(page);
  await desk.typeAtEnd(page, "// abc");
  await desk.untilSave(page, "saved");
  await driver.navigate().refresh();
  await page.ready();
  await page.until(() => page.focused(`${PANEL} .cm-content`), "the focus");
  await page.keys("d");
  await page.until(() => disk().endsWith("// abcd"), "the cursor's place");
});

test("another editor's text appears, and the cursor stays in its word", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  await desk.typeAtEnd(page, "// mine");
  await desk.untilSave(page, "saved");
  server.files.write(FILE, disk().replace(FIRST, `${FIRST}\n//! More.`));
  await page.until(
    async () => /More/.test(await desk.textOf(page)),
    "the new line",
  );
  await page.untilText(`${PANEL} [role=status]`, /changed elsewhere/);
  await page.keys("!");
  await page.until(() => disk().endsWith("// mine!"), "the cursor's place");
  assert.match(disk(), /More/);
  await desk.untilSave(page, "saved");
});

test("two pages with one file follow each other, and ask when both wrote", async () => {
  const { page, server, driver } = kit;
  await desk.openEditor(page);
  const first = await driver.getWindowHandle();
  await driver.switchTo().newWindow("tab");
  try {
    await page.openLive(`${server.url}/`);
    await desk.openEditor(page);
    await desk.typeAtEnd(page, "// two");
    await desk.untilSave(page, "saved");
    const second = await driver.getWindowHandle();
    await driver.switchTo().window(first);
    await page.until(
      async () => (await desk.textOf(page)).endsWith("// two"),
      "the other page's text",
    );
    // Now both write before either hears of the other.
    const body = { error: "Not now." };
    server.files.refuse = Array.from({ length: 40 }, () => ({
      path: "/api/save",
      status: 500,
      body,
    }));
    await desk.typeAtEnd(page, "// first");
    await desk.untilSave(page, "failed");
    server.files.refuse = [];
    await driver.switchTo().window(second);
    // The draft of a page that lives is not taken.
    assert.equal((await desk.textOf(page)).includes("first"), false);
    await desk.typeAtEnd(page, "// second");
    await page.until(() => disk().endsWith("// second"), "the file");
    await driver.close();
    await driver.switchTo().window(first);
    await desk.untilSave(page, "conflict");
    assert.match(disk(), /second$/);
  } finally {
    for (const handle of await driver.getAllWindowHandles()) {
      await driver.switchTo().window(handle);
      if (handle !== first) await driver.close();
    }
    await driver.switchTo().window(first);
  }
});

test("a reset keeps the text, and it can be brought back", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  await desk.typeAtEnd(page, "// mine");
  await desk.untilSave(page, "saved");
  const reset = `${PANEL} .desk-buttons [data-action=reset]`;
  await page.click(reset);
  await page.until(() => page.focused("[data-confirm=yes]"), "the question");
  await page.click("[data-confirm=no]");
  await page.until(() => page.focused(reset), "the focus where it was");
  assert.match(disk(), /mine/);
  await page.click(reset);
  await page.click("[data-confirm=yes]");
  await page.until(() => disk() === STUB, "the first text");
  await page.untilText(`${PANEL} .desk-note`, /kept in \.book\/backups/);
  await page.until(
    async () => (await desk.textOf(page)).trimEnd() === STUB.trimEnd(),
    "the editor",
  );
  await page.click(`${PANEL} [data-action=undo]`);
  await page.until(() => disk().endsWith("// mine"), "the text of before");
  await page.untilText(`${PANEL} .desk-note`, /Brought back/);
  assert.equal(server.files.of(FILE).backups.length, 0);
});

test("it closes when all is saved, and the focus goes to its button", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  await desk.typeAtEnd(page, "// mine");
  await page.click(`${PANEL} [data-action=close]`);
  await page.until(() => page.focused(desk.EDIT), "the button");
  assert.match(disk(), /mine$/);
  await desk.openEditor(page);
  server.files.refuse = Array.from({ length: 40 }, () => ({
    path: "/api/save",
    status: 500,
    body: { error: "Not now." },
  }));
  await desk.typeAtEnd(page, "x");
  await page.click(`${PANEL} [data-action=close]`);
  await page.untilText(`${PANEL} .desk-note`, /stays open/);
});

test("without a server there is no editor, and one line says how to get it", async () => {
  const { page, server } = kit;
  await page.open(`${server.url}/?static`);
  assert.equal(await page.count("[data-action], [data-desk]"), 0);
  assert.equal(await page.visible(".exercise-static"), true);
  assert.match(await page.text(".exercise-static"), /cargo run/);
  await page.openLive(`${server.url}/`);
  assert.equal(await page.visible(".exercise-static"), false);
});
