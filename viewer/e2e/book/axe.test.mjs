// Accessibility of every page of the book, in five themes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, THEMES } from "../axe.mjs";
import { viewport } from "../browser.mjs";
import { stage, URL } from "./kit.mjs";

const kit = stage();

/** A color on its way from one theme to the next is not what is judged. */
const STILL = `
const style = document.createElement("style");
style.textContent = "* { transition: none !important }";
document.head.append(style);`;

/** Everything unfolded, and each figure in the middle of its run. */
const UNFOLD = `
for (const fold of document.querySelectorAll("main details")) fold.open = true;
for (const slider of document.querySelectorAll("figure input[type=range]")) {
  slider.value = Math.ceil(slider.max / 2);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
}`;

/** The theme as its button in the menu sets it. */
async function inEachTheme(page, check) {
  for (const theme of THEMES) {
    const set = await page.run(
      `document.getElementById("mdbook-theme-" + arguments[0]).click();
       return document.documentElement.classList.contains(arguments[0])`,
      theme,
    );
    assert.equal(set, true, theme);
    await check(theme);
  }
}

test("nothing is found in any theme", async () => {
  const { driver, page, pages } = kit;
  for (const name of pages) {
    await page.open(`${URL}/${name}`);
    await page.run(STILL);
    await inEachTheme(page, async (theme) => {
      assert.deepEqual(await axe(driver), [], `${name}, ${theme}`);
    });
    await page.run(UNFOLD);
    await new Promise((done) => setTimeout(done, 150));
    await inEachTheme(page, async (theme) => {
      assert.deepEqual(await axe(driver), [], `${name}, ${theme}, unfolded`);
    });
  }
});

test("nothing is found on a narrow page", async () => {
  const { driver, page, pages } = kit;
  await viewport(driver, 360);
  await page.run("localStorage.setItem('mdbook-theme', 'light')");
  for (const name of pages) {
    await page.open(`${URL}/${name}`);
    assert.deepEqual(await axe(driver), [], name);
  }
});
