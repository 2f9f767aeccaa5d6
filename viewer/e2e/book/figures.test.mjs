// What a figure shows and what its controls say: after the browser's Back, on
// the ruler of two runs, and under the keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openWhole, stage, URL } from "./kit.mjs";

const kit = stage({ path: "semaphores.html" });
const FIG = "#fig-semaphore";

const scrub = async (page, step, figure = FIG) => {
  await page.run(
    `const slider = document.querySelector(arguments[0]);
     slider.value = arguments[1];
     slider.dispatchEvent(new Event("input", { bubbles: true }))`,
    `${figure} input[type=range]`,
    step,
  );
  await page.untilText(`${figure} .tlv-count`, new RegExp(`^step ${step} of`));
};

/** What the controls say, and what is drawn. */
const state = (page) =>
  page.run(
    `const figure = document.querySelector(arguments[0]);
     const all = (selector) => Array.from(figure.querySelectorAll(selector));
     return {
       knob: all(".tlv-knob input").findIndex((one) => one.checked),
       slider: Number(figure.querySelector("input[type=range]").value),
       max: Number(figure.querySelector("input[type=range]").max),
       count: figure.querySelector(".tlv-count").textContent,
       width: figure.querySelector("svg.tl-plot").viewBox.baseVal.width,
       marks: all("svg [data-step].now").map((one) => Number(one.dataset.step)),
     }`,
    FIG,
  );

test("after Back the controls and the drawing say the same", async () => {
  const { driver, page } = kit;
  await page.click(`${FIG} .tlv-choice:nth-of-type(3)`);
  await page.untilText(`${FIG} .tl-sub`, /with permits 3/);
  await scrub(page, 26);
  const left = await state(page);
  for (const leave of [
    () => page.open(`${URL}/locks.html`),
    () => page.run("location.href = 'two-loops.html'"),
  ]) {
    await leave();
    await page.until(
      async () => (await page.path()) !== "/semaphores.html",
      "another page",
    );
    await driver.navigate().back();
    await page.untilText(`${FIG} .tlv-count`, /^step 26 of/);
    assert.deepEqual(await state(page), left);
    assert.match(await page.text(`${FIG} .tl-sub`), /with permits 3/);
  }
  // What it shows is also what it goes on from.
  await page.focus(`${FIG} input[type=range]`);
  await page.keys(Key.ARROW_RIGHT);
  await page.untilText(`${FIG} .tlv-count`, /^step 27 of/);
  // Who opens the page anew begins at the beginning.
  await page.open(`${URL}/semaphores.html`);
  assert.match(await page.text(`${FIG} .tlv-count`), /^57 steps, in 13 parts/);
  const { knob, slider } = await state(page);
  assert.deepEqual([knob, slider], [1, 1]);
});

/** Both plots of each figure that shows two, with their playheads. */
const PLOTS = `
return Array.from(document.querySelectorAll("figure.tlv")).map((figure) => {
  const shown = Array.from(figure.querySelectorAll(".tl-scroll:not([hidden])"));
  const box = (found) => {
    const { x, width } = found.getBoundingClientRect();
    return { x: Math.round(x * 10) / 10, width: Math.round(width * 10) / 10 };
  };
  return {
    id: figure.id,
    plots: shown.map((region) => box(region.querySelector("svg.tl-plot"))),
    heads: shown.map((region) => box(region.querySelector(".tlv-playhead")).x),
  };
}).filter(({ plots }) => plots.length > 1)`;

/** Where a number of the axis stands in each plot. */
const TICKS = `
return Array.from(document.querySelectorAll("figure.tlv")).flatMap((figure) => {
  const shown = Array.from(figure.querySelectorAll(".tl-scroll:not([hidden])"));
  if (shown.length < 2) return [];
  const [above, below] = shown.map((region) => new Map(
    Array.from(region.querySelectorAll("svg .tl-tick"), (tick) => {
      const { x, width } = tick.getBoundingClientRect();
      return [tick.textContent.replace(/ ms$/, ""), x + width / 2];
    })));
  return Array.from(above).filter(([label]) => below.has(label))
    .map(([label, x]) => ({ id: figure.id, label, off: Math.abs(x - below.get(label)) }));
})`;

/** A label at the edge is moved into the drawing. */
const NEAR = 12;

test("two runs stand on one ruler: pairs, and what a knob compares", async () => {
  const { page, pages } = kit;
  let pairs = 0;
  for (const name of pages) {
    await openWhole(page, name);
    await page.run(
      `for (const select of document.querySelectorAll(".tlv-compare select")) {
         select.value = select.options[select.options.length - 1].value;
         select.dispatchEvent(new Event("change", { bubbles: true }));
       }
       for (const one of document.querySelectorAll(".answer-bar button:last-child")) one.click();`,
    );
    const knobs = await page.count(".tlv-compare select");
    await page.until(
      async () => (await page.run(PLOTS)).length >= knobs,
      `the comparisons of ${name}`,
    );
    for (const { id, plots } of await page.run(PLOTS)) {
      pairs += 1;
      assert.deepEqual(plots[0], plots[1], `${name} ${id}`);
    }
    for (const { id, label, off } of await page.run(TICKS)) {
      assert.ok(off < NEAR, `${name} ${id}: ${label} is ${off} off`);
    }
  }
  assert.ok(pairs >= 8, `${pairs} pairs`);
});

test("both playheads of a pair stand at one instant", async () => {
  const { page } = kit;
  await page.open(`${URL}/when-one-fails.html`);
  const figure = "#fig-try_join-and-flatten";
  const last = await page.run(
    "return Number(document.querySelector(arguments[0]).max)",
    `${figure} input[type=range]`,
  );
  await scrub(page, last, figure);
  const found = (await page.run(PLOTS)).find(({ id }) => `#${id}` === figure);
  assert.equal(found.heads.length, 2);
  const ends = found.heads.map((x) => x - found.plots[0].x);
  assert.ok(ends[0] > 0 && ends[1] <= ends[0] + 1, String(ends));
});

test("arrows step where the pointer or the focus was, and turn no page", async () => {
  const { driver, page } = kit;
  await page.open(`${URL}/semaphores.html`);
  const count = (step) =>
    page.untilText(`${FIG} .tlv-count`, new RegExp(`^step ${step} of`));
  await page.run(
    "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })",
    `${FIG} .tlv-scrubber`,
  );
  const steps = (from, to) =>
    page.untilText(
      `${FIG} .tlv-count`,
      new RegExp(`^steps ${from} to ${to} of`),
    );
  // The pointer alone.
  const hover = await page.find(`${FIG} .tlv-count`);
  await driver.actions().move({ origin: hover }).perform();
  await page.keys(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await steps(4, 7);
  // A click on a word, which takes no focus by itself.
  await page.click(`${FIG} .tlv-steps > li:last-child .tlv-text`);
  await steps(8, 15);
  await page.keys(Key.ARROW_LEFT);
  await steps(4, 7);
  await page.keys(Key.END);
  await steps(53, 57);
  // The end is no door to the next chapter.
  await page.keys(Key.ARROW_RIGHT);
  await page.keys(Key.HOME);
  await steps(1, 3);
  await page.keys(Key.ARROW_LEFT);
  await page.keys("6");
  await page.untilText(`${FIG} .tl-sub`, /with permits 6/);
  await page.keys("2");
  await page.untilText(`${FIG} .tl-sub`, /150 ms in all/);
  await page.keys(Key.HOME);
  // On a button, on the list of all steps.
  await page.focus(`${FIG} .tlv-scrubber button:nth-of-type(2)`);
  await page.keys(Key.ARROW_RIGHT);
  await steps(4, 7);
  await page.focus(`${FIG} .tl-all summary`);
  await page.keys(Key.ARROW_RIGHT);
  await steps(8, 15);
  // Beside the figure, the arrows still drive it, and turn no page.
  const title = await page.find("main h1");
  await driver.actions().move({ origin: title }).click().perform();
  await page.keys(Key.ARROW_RIGHT, Key.ARROW_LEFT, Key.ARROW_LEFT);
  assert.equal(await page.path(), "/semaphores.html");
  assert.equal(await page.count("[aria-keyshortcuts=Right]"), 0);
});

test("where a page has no figure, arrows turn it as ever", async () => {
  const { page } = kit;
  await page.open(`${URL}/error-messages.html`);
  assert.equal(await page.count("figure.tl"), 0);
  await page.keys(Key.ARROW_RIGHT);
  await page.until(
    async () => (await page.path()) !== "/error-messages.html",
    "the next page",
  );
});
