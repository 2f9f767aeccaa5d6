// Accessibility of every page of the book, in five themes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, THEMES } from "../axe.mjs";
import { viewport } from "../browser.mjs";
import { stage, URL } from "./kit.mjs";

const kit = stage();

for (const theme of THEMES) {
  test(`nothing is found in the theme ${theme}`, async () => {
    const { driver, page, pages } = kit;
    await page.open(`${URL}/${pages[0]}`);
    await page.run("localStorage.setItem('mdbook-theme', arguments[0])", theme);
    for (const name of pages) {
      await page.open(`${URL}/${name}`);
      assert.equal(
        await page.run(
          "return document.documentElement.classList.contains(arguments[0])",
          theme,
        ),
        true,
      );
      assert.deepEqual(await axe(driver), [], name);
      // Everything unfolded, and each figure in the middle of its run.
      await page.run(
        `for (const fold of document.querySelectorAll("main details")) fold.open = true;
         for (const slider of document.querySelectorAll("figure input[type=range]")) {
           slider.value = Math.ceil(slider.max / 2);
           slider.dispatchEvent(new Event("input", { bubbles: true }));
         }`,
      );
      await new Promise((done) => setTimeout(done, 150));
      assert.deepEqual(await axe(driver), [], `${name}, unfolded`);
    }
  });
}

test("nothing is found on a narrow page", async () => {
  const { driver, page, pages } = kit;
  await viewport(driver, 360);
  await page.run("localStorage.setItem('mdbook-theme', 'light')");
  for (const name of pages) {
    await page.open(`${URL}/${name}`);
    assert.deepEqual(await axe(driver), [], name);
  }
});
