// The first page: what a newcomer sees before they scroll.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, THEMES } from "../axe.mjs";
import { viewport } from "../browser.mjs";
import { Key, openWhole, stage } from "./kit.mjs";

const kit = stage();
const PAGE = "introduction.html";
const FIG = "#fig-semaphore";

/** Where they all stand at one moment: a page may still grow in between. */
const boxes = (page, ...selectors) =>
  page.run(
    `return arguments[0].map((selector) => {
       const { left, right, top, bottom } = document.querySelector(selector).getBoundingClientRect();
       return { left, right, top, bottom };
     })`,
    selectors,
  );
const TWINS = [".twins > .listing-python", ".twins > .listing-rust"];

test("above the fold: the doors, both programs, and the knob", async () => {
  const { page, driver } = kit;
  for (const [width, height] of [
    [1920, 1080],
    [1400, 1000],
  ]) {
    await viewport(driver, width, height);
    await openWhole(page, PAGE);
    const [python, rust] = await boxes(page, ...TWINS);
    assert.ok(python.right <= rust.left, "beside each other");
    assert.ok(Math.abs(python.top - rust.top) < 2, "at one height");
    for (const seen of [".doors", ".twins", `${FIG} .tlv-knob`]) {
      const [{ top, bottom }] = await boxes(page, seen);
      assert.ok(top >= 0 && bottom <= height, `${seen} ends at ${bottom}`);
    }
    assert.ok((await page.overflow()) <= 0, `${width}`);
    // What a program has before its first constant is not what counts.
    const lines = await page.run(
      `return Array.from(document.querySelectorAll(".first .listing pre"), (pre) => pre.scrollTop > 0)`,
    );
    assert.deepEqual(lines, [true, true]);
  }
});

test("the figure is live, its knob turns, and its line is seen above", async () => {
  const { page, driver } = kit;
  await viewport(driver, 1400, 1000);
  await openWhole(page, PAGE);
  await page.focus(`${FIG} .tlv-knob input:checked`);
  await page.keys("6");
  await page.untilText(`${FIG} .tl-sub`, /with permits 6, 50 ms/);
  await page.focus(`${FIG} .tlv-scrubber button:nth-of-type(2)`);
  await page.keys(Key.END);
  await page.untilText(`${FIG} .tlv-count`, /^steps \d+ to (\d+) of \1$/);
  await page.keys(Key.HOME, Key.ARROW_RIGHT);
  await page.untilText(`${FIG} .tlv-count`, /^steps 4 to \d+ of/);
  const inside = await page.run(
    `const band = document.querySelector(".first .listing-rust .tlv-band").getBoundingClientRect();
     const pre = document.querySelector(".first .listing-rust pre").getBoundingClientRect();
     return band.height > 0 && band.top >= pre.top - 1 && band.bottom <= pre.bottom + 1`,
  );
  assert.equal(inside, true, "the listing shows the line of the step");
});

test("a question, two doors that lead somewhere, and no list of exercises", async () => {
  const { page } = kit;
  await openWhole(page, PAGE);
  assert.equal(await page.count(".first .predict"), 1);
  const doors = await page.run(
    "return Array.from(document.querySelectorAll('.door'), ({ href }) => href)",
  );
  assert.equal(doors.length, 2);
  for (const door of doors) assert.equal((await fetch(door)).status, 200);
  assert.equal(await page.count("[data-progress] li"), 0);
});

test("on a narrow page the programs stand under each other", async () => {
  const { page, driver } = kit;
  for (const width of [768, 360]) {
    await viewport(driver, width);
    await openWhole(page, PAGE);
    const [python, rust] = await boxes(page, ...TWINS);
    assert.ok(python.bottom <= rust.top, String(width));
    assert.ok((await page.overflow()) <= 0, String(width));
  }
  await viewport(driver, 1400, 1000);
});

test("axe finds nothing on it in five themes", async () => {
  const { page, driver } = kit;
  await openWhole(page, PAGE);
  for (const theme of THEMES) {
    await page.run(
      `document.getElementById("mdbook-theme-" + arguments[0]).click()`,
      theme,
    );
    assert.deepEqual(await axe(driver, { theme }), [], theme);
  }
});
