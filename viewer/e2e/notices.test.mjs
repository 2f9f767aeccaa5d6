// What the server tells about the page: reload, a broken book, its own end.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { stage } from "./kit.mjs";

const kit = stage({ height: 500 });

beforeEach(async () => {
  const { page, server } = kit;
  await page.open(`${server.url}/`);
  await page.untilText(".exercise-state", /Not solved yet/);
});

test("a reload keeps the reader's place", async () => {
  const { page, server } = kit;
  const top = () =>
    page.run(
      "return Math.round(document.querySelector('section.predict').getBoundingClientRect().top)",
    );
  await page.run(
    "window.before = true; document.querySelector('section.predict').scrollIntoView(); scrollBy(0, 20)",
  );
  const before = await top();
  assert.ok(before < 0);
  server.send({ kind: "reload" });
  await page.until(
    () =>
      page.run(
        "return window.before === undefined && document.readyState === 'complete'",
      ),
    "the new page",
  );
  // The progress appears above it, after the page has come back.
  await page.untilText(".progress-next", /solved/);
  await page.until(
    async () => Math.abs((await top()) - before) < 3,
    `the place, ${before}`,
  );
});

test("a book that does not build is announced until it builds again", async () => {
  const { page, server } = kit;
  server.send({
    kind: "build-error",
    message: "src/semaphores.md:12: no such example",
  });
  await page.untilText(
    ".book-broken",
    /does not build\.Hide.*semaphores\.md:12/,
  );
  assert.equal(await page.attribute(".book-broken", "role"), "alert");
  assert.equal(await page.visible(".book-broken"), true);
  await page.click(".book-broken button");
  assert.equal(
    await page.visible(".book-broken"),
    false,
    "the reader may put it away",
  );
  server.send({
    kind: "build-error",
    message: "src/semaphores.md:12: no such example",
  });
  await page.until(() => page.visible(".book-broken"), "the banner again");
  server.send({ kind: "built" });
  await page.until(
    async () => !(await page.visible(".book-broken")),
    "the banner to go",
  );
});

test("a server that goes away is missed, and found again", async () => {
  const { page, server } = kit;
  const { port } = server;
  await server.stop();
  await page.untilText(".book-gone", /does not answer/);
  server.exercises[0].state = "solved";
  await server.start(port);
  await page.until(
    async () => !(await page.visible(".book-gone")),
    "the note to go",
  );
  // What changed meanwhile is shown.
  await page.untilText(".exercise-state", /Solved/);
  server.exercises[0].state = "unsolved";
});

test("another server in its place: the page is loaded again", async () => {
  const { page, server } = kit;
  const { port } = server;
  await page.run("window.before = true");
  await server.stop();
  server.startName = "a-new-token";
  await server.start(port);
  await page.until(
    () => page.run("return window.before === undefined"),
    "the new page",
  );
  await page.untilText(".exercise-state", /Not solved yet/);
});
