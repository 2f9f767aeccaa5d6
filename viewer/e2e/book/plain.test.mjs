// The book without JavaScript, and on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { media } from "../browser.mjs";
import { stage, URL } from "./kit.mjs";

/** Clicks each fold, from outside in; says which are below something else. */
const UNFOLD = `
const covered = [];
for (const summary of document.querySelectorAll("main summary")) {
  summary.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = summary.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  if (summary.contains(there)) summary.click();
  else covered.push(summary.textContent);
}
return covered;`;

const plain = stage({ script: false });
const kit = stage();

test("without JavaScript each figure, step and answer can be read", async () => {
  const { page, pages } = plain;
  for (const name of pages) {
    await page.open(`${URL}/${name}`);
    assert.equal(await page.count(".tlv, .listing-run"), 0, name);
    for (const figure of await page.run(
      "return Array.from(document.querySelectorAll('figure.tl'), (one) => one.id)",
    )) {
      assert.equal(await page.visible(`#${figure} svg.tl-plot`), true, figure);
      assert.ok((await page.count(`#${figure} .tl-steps li`)) > 2, figure);
      if ((await page.count(`#${figure} .tl-knob`)) > 0) {
        assert.equal(
          await page.visible(`#${figure} .tl-knob td`),
          true,
          figure,
        );
      }
    }
    // In one go: a click from outside takes a tenth of a second.
    assert.deepEqual(await page.run(UNFOLD), [], name);
    const closed = await page.run(
      `return Array.from(document.querySelectorAll("main details:not([name])"))
         .filter((one) => !one.open).map((one) => one.textContent.slice(0, 40))`,
    );
    assert.deepEqual(closed, [], name);
    // Of the answers to one question, one is open: the last that was chosen.
    const questions = await page.count(".predict");
    assert.equal(await page.count(".predict-choice[open]"), questions, name);
  }
});

test("on paper there is every step, and no control", async () => {
  const { driver, page, pages } = kit;
  for (const name of pages) {
    await page.open(`${URL}/${name}`);
    await media(driver, "print");
    for (const gone of [
      ".tlv-top",
      ".tlv-scrubber",
      ".tlv-code",
      ".listing-run",
      ".exercise-state",
    ]) {
      assert.equal(await page.visible(gone), false, `${name} ${gone}`);
    }
    const hidden = await page.run(
      `return Array.from(document.querySelectorAll("figure.tl .tl-steps li, .predict-choice p:not(.predict-verdict)"))
         .filter((one) => !one.checkVisibility()).map((one) => one.textContent)`,
    );
    assert.deepEqual(hidden, [], name);
    await media(driver, "");
  }
});
