// Accessibility of every page of the book, in five themes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, THEMES } from "../axe.mjs";
import { viewport } from "../browser.mjs";
import { openWhole, stage } from "./kit.mjs";

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

/** The figures that do not show the step of their slider yet. */
const BEHIND = `
return Array.from(document.querySelectorAll("figure.tlv"))
  .filter((figure) => {
    const { value } = figure.querySelector("input[type=range]");
    const said = figure.querySelector(".tlv-count").textContent;
    return !said.startsWith("step " + value + " ");
  }).map((figure) => figure.id);`;

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
    await openWhole(page, name);
    await page.run(STILL);
    // In the other themes the rest of the page is judged below.
    await inEachTheme(page, async (theme) => {
      const within = theme === THEMES[0] ? "" : "summary, figure";
      const found = await axe(driver, { theme, within });
      assert.deepEqual(found, [], `${name}, ${theme}`);
    });
    await page.run(UNFOLD);
    await page.until(
      async () => (await page.run(BEHIND)).length === 0,
      `the figures of ${name}`,
    );
    await inEachTheme(page, async (theme) => {
      const found = await axe(driver, { theme });
      assert.deepEqual(found, [], `${name}, ${theme}, unfolded`);
    });
  }
});

test("nothing is found on a narrow page", async () => {
  const { driver, page, pages } = kit;
  await viewport(driver, 360);
  await page.run("localStorage.setItem('mdbook-theme', 'light')");
  for (const name of pages) {
    await openWhole(page, name);
    assert.deepEqual(await axe(driver), [], name);
  }
});
