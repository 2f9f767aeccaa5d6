// Many open pages: one connection to the server's events, shared by all.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as desk from "./desk-kit.mjs";
import { judge } from "./fixture/own.mjs";
import { stage } from "./kit.mjs";

const PAGES = 8;
const STATE = ".exercise-state";
const kit = stage();
let windows = [];

const at = (window) => kit.driver.switchTo().window(window);

/** The same in each window. */
async function each(what) {
  for (const window of windows) {
    await at(window);
    await what(window);
  }
}

async function closeAll() {
  const [first, ...others] = await kit.driver.getAllWindowHandles();
  for (const other of others) {
    await at(other);
    await kit.driver.close();
  }
  await at(first);
  return first;
}

const connections = () =>
  kit.server.log.filter((entry) => entry.startsWith("GET /api/events")).length;

/** The server hears a moment later that a page has let its connection go. */
const oneStream = () =>
  kit.page.until(
    () => kit.server.streams === 1,
    () => `one connection in place of ${kit.server.streams}`,
  );

beforeEach(async () => {
  const { driver, page, server } = kit;
  await closeAll();
  await desk.fresh(kit);
  server.files.judge = judge;
  windows = [];
  for (let i = 0; i < PAGES; i += 1) {
    if (i > 0) await driver.switchTo().newWindow("window");
    windows.push(await driver.getWindowHandle());
    await page.openLive(`${server.url}/`);
    await page.untilText(STATE, /Not solved yet/);
    await page.run("window.first = true");
  }
});

test("eight windows follow one event over one connection", async () => {
  const { page, server } = kit;
  await oneStream();
  assert.equal(connections(), 1);
  server.files.write(desk.FILE, "let _ = 1;");
  await each(() => page.untilText(STATE, /fails/));
  // Each of them still gets through to the server.
  await each(async () => {
    const status = await page.run(
      "return fetch('/', { cache: 'no-store' }).then(({ status }) => status)",
    );
    assert.equal(status, 200);
  });
  await oneStream();
});

test("when the page that leads is closed, another one leads", async () => {
  const { driver, page, server } = kit;
  for (const word of ["// SOLVED", "let _ = 2;"]) {
    const before = connections();
    // The first page was there first, and the next one waited longest.
    await at(windows.shift());
    await driver.close();
    await at(windows[0]);
    await page.until(() => connections() === before + 1, "another leader");
    await oneStream();
    server.files.write(desk.FILE, word);
    const state = word.includes("SOLVED") ? /Solved/ : /fails/;
    await each(() => page.untilText(STATE, state));
  }
});

test("a page that goes elsewhere hands over, and follows when it is back", async () => {
  const { driver, page, server } = kit;
  await at(windows[0]);
  await page.open("about:blank");
  await at(windows[1]);
  await page.until(() => connections() === 2, "another leader");
  await at(windows[0]);
  await driver.navigate().back();
  await page.ready();
  server.files.write(desk.FILE, "// SOLVED");
  await each(() => page.untilText(STATE, /Solved/));
  await oneStream();
});

test("a leader that is stuck loses the lead", async () => {
  const { page, server } = kit;
  // Nothing else than a leader that holds its lock and does not answer.
  await at(windows[0]);
  await page.run(
    `const name = ${JSON.stringify(`tokio-book:events:${server.token}`)};
     navigator.locks.request(name, { steal: true }, () => new Promise(() => {}))
       .catch(() => (window.taken = true))`,
  );
  await page.until(() => connections() === 2, "another leader");
  await page.until(() => page.run("return window.taken"), "the lock");
  server.files.write(desk.FILE, "// SOLVED");
  await each(() => page.untilText(STATE, /Solved/));
  await oneStream();
});

test("the server goes and comes back: all pages miss it, and are right again", async () => {
  const { page, server } = kit;
  const { port } = server;
  await server.stop();
  await each(() => page.untilText(".book-gone", /does not answer/));
  server.exercises[0].state = "solved";
  await server.start(port);
  await each(async () => {
    await page.untilText(STATE, /Solved/);
    await page.until(
      async () => !(await page.visible(".book-gone")),
      "the note to go",
    );
    assert.equal(await page.run("return window.first"), true);
  });
  await oneStream();
});

test("another server in its place: all pages are loaded again but the one in which somebody writes", async () => {
  const { page, server } = kit;
  const { port } = server;
  const writer = windows.at(-1);
  await at(writer);
  await desk.openEditor(page);
  await desk.typeAtEnd(page, "// mine");
  await desk.untilSave(page, "saved");
  await server.stop();
  await desk.typeAtEnd(page, " and more");
  server.startName += "-new";
  await server.start(port);
  for (const window of windows) {
    await at(window);
    if (window === writer) {
      await page.untilText(".book-newer", /started again/);
      await desk.untilSave(page, "saved");
      assert.equal(await page.run("return window.first"), true);
      continue;
    }
    await page.until(
      () => page.run("return window.first === undefined"),
      "the new page",
    );
    await page.ready();
  }
  await oneStream();
  server.files.write(desk.FILE, "// SOLVED");
  await each(() => page.untilText(STATE, /Solved/));
});

test("a browser without Web Locks gives each page its own connection", async () => {
  const { driver, page, server } = kit;
  windows = [await closeAll()];
  await driver.switchTo().newWindow("window");
  windows.push(await driver.getWindowHandle());
  await each(async () => {
    await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", {
      source: "delete Navigator.prototype.locks",
    });
    await page.openLive(`${server.url}/`);
  });
  await page.until(() => server.streams === 2, "two connections");
  server.files.write(desk.FILE, "// SOLVED");
  await each(() => page.untilText(STATE, /Solved/));
});
