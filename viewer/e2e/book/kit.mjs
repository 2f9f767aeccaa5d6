// What the tests of the real book share.

import { after, before } from "node:test";
import { openBrowser } from "../browser.mjs";
import { Page } from "../kit.mjs";

export { By, Key } from "../kit.mjs";

export const URL = process.env.BOOK_URL;
export const ROOT = process.env.BOOK_ROOT;

/** `path`: the page to begin with. */
export function stage({ path = "", ...options } = {}) {
  const kit = {};
  before(async () => {
    Object.assign(kit, await openBrowser(options));
    kit.page = new Page(kit.driver);
    kit.pages = await pages();
    await kit.page.open(`${URL}/${path}`);
  });
  after(() => kit.close?.());
  return kit;
}

/** Opens a page, and waits until all that the server adds to it stands. */
export async function openWhole(page, name) {
  await page.openLive(`${URL}/${name}`);
  await page.until(
    () =>
      page.run(
        `return Array.from(document.querySelectorAll(".exercise-state"))
           .every((state) => state.textContent !== "")`,
      ),
    `the state of each exercise of ${name}`,
  );
}

/** Every page of the book, from its table of contents, which is there as soon
 * as the server has built the book. */
export async function pages() {
  for (let tries = 0; tries < 600; tries += 1) {
    const toc = await (await fetch(`${URL}/toc.html`)).text();
    const links = [...toc.matchAll(/href="([^"#:]+\.html)"/g)].map(
      ([, link]) => link,
    );
    if (links.length > 0) return [...new Set(links)];
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the table of contents has no pages");
}
