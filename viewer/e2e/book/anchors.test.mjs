// A link to a place leads there, although figures, diagrams, the state of
// exercises and what a server adds make the page grow after the jump.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openWhole, stage } from "./kit.mjs";

const kit = stage();

/** How far below the window's upper edge the place stands. */
const top = (page) =>
  page.run(
    "return document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect().top",
  );

test("each link of the book to a place leads there", async () => {
  const { page, pages } = kit;
  const links = new Set();
  for (const name of pages) {
    await page.open(`${process.env.BOOK_URL}/${name}`);
    const found = await page.run(
      `return Array.from(document.querySelectorAll("main a[href*='#']"), ({ pathname, hash }) =>
         pathname.split("/").pop() + hash)`,
    );
    for (const link of found) links.add(link);
  }
  assert.ok(links.size > 40, `${links.size} links`);
  // Some of each page: all of them would take minutes.
  const some = new Map();
  for (const link of links) {
    const name = link.split("#")[0];
    const known = some.get(name) ?? [];
    if (pages.includes(name) && known.length < 2) {
      some.set(name, [...known, link]);
    }
  }
  for (const link of [...some.values()].flat()) {
    await page.open("about:blank");
    await openWhole(page, link);
    const end = await page.run(
      "return scrollY + innerHeight >= document.scrollingElement.scrollHeight - 2",
    );
    await page.until(async () => {
      const at = await top(page);
      return at >= -2 && (at < 200 || end);
    }, `${link}`);
  }
});

test("the places of the introduction stay where the link led", async () => {
  const { page } = kit;
  await page.open("about:blank");
  await page.openLive(`${process.env.BOOK_URL}/introduction.html`);
  const ids = await page.run(
    "return Array.from(document.querySelectorAll('main h2[id]'), ({ id }) => id)",
  );
  assert.ok(ids.length > 3, String(ids));
  for (const id of ids) {
    await page.open("about:blank");
    await page.openLive(`${process.env.BOOK_URL}/introduction.html#${id}`);
    // What the server says of exercises comes last.
    await page.untilText("[data-progress]", /./);
    await page.until(async () => {
      const at = await top(page);
      const end = await page.run(
        "return scrollY + innerHeight >= document.scrollingElement.scrollHeight - 2",
      );
      return at >= -2 && (at < 200 || end);
    }, `#${id}`);
  }
});
