// Another program had the port before, or has it after: what it has left in
// the browser is not saved, and what it says is not believed.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as desk from "./desk-kit.mjs";
import { revision, STUB } from "./fixture/desk.mjs";
import { stage } from "./kit.mjs";

const kit = stage();
const { FILE, PANEL } = desk;
const disk = () => kit.server.files.text(FILE);

beforeEach(async () => {
  await desk.fresh(kit);
  await kit.page.openLive(`${kit.server.url}/`);
});

test("a draft that no page of this book has written is shown and not saved", async () => {
  const { page, server } = kit;
  const base = revision(STUB);
  await page.open(`${server.url}/?static`);
  await page.run(
    `localStorage.setItem("tokio-book:draft:exercise/semaphore:" + arguments[0] +
       ":00112233", JSON.stringify({ text: "evil", at: Date.now() }))`,
    base,
  );
  await page.openLive(`${server.url}/`);
  await desk.untilSave(page, "held");
  assert.equal(await desk.textOf(page), "evil");
  assert.equal(disk(), STUB);
  // Neither a look at the disk nor closing saves it.
  server.send({
    kind: "file",
    of: "exercise",
    name: "semaphore",
    revision: "x",
  });
  await page.click(`${PANEL} [data-action=aside]`);
  await desk.untilSave(page, "saved");
  assert.equal(disk(), STUB);
  assert.equal(await desk.textOf(page), STUB);
});

test("a stranger on the port is not talked to", async () => {
  const { page, server } = kit;
  await desk.openEditor(page);
  const { port, key } = server;
  await server.stop();
  server.key = "of another checkout";
  server.startName = "a-stranger";
  await server.start(port);
  server.log = [];
  await desk.typeAtEnd(page, "// secret");
  await desk.untilSave(page, "failed");
  await page.untilText(".book-gone", /does not answer/);
  assert.deepEqual(server.log, []);
  await server.stop();
  server.key = key;
  await server.start(port);
  await desk.untilSave(page, "saved");
  assert.equal(disk(), `${STUB}// secret`);
});
