// The chapters as a reader meets them: reading, stepping, turning, comparing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { viewport } from "../browser.mjs";
import { Key, openWhole, stage, URL } from "./kit.mjs";

const kit = stage({ path: "semaphores.html" });
const FIG = "#fig-semaphore";

const scrub = (page, step) =>
  page.run(
    `const slider = document.querySelector(arguments[0]);
     slider.value = arguments[1];
     slider.dispatchEvent(new Event("input", { bubbles: true }))`,
    `${FIG} input[type=range]`,
    step,
  );

test("every page opens without an error in the console", async () => {
  const { driver, page, pages } = kit;
  assert.ok(pages.length >= 5, String(pages));
  for (const name of pages) {
    await openWhole(page, name);
    assert.ok((await page.texts("main h1")).length > 0, name);
    const said = await driver.manage().logs().get("browser");
    const bad = said.filter(({ level }) => level.name === "SEVERE");
    assert.deepEqual(
      bad.map(({ message }) => message),
      [],
      name,
    );
  }
  await page.open(`${URL}/semaphores.html`);
});

test("every figure of every page came alive", async () => {
  const { page, pages } = kit;
  let figures = 0;
  for (const name of pages) {
    await page.open(`${URL}/${name}`);
    const dead = await page.run(
      `return Array.from(document.querySelectorAll("figure.tl"))
         .filter((one) => one.querySelector("script.tl-data") && !one.querySelector("input[type=range]"))
         .map((one) => one.id)`,
    );
    assert.deepEqual(dead, [], name);
    figures += await page.count("figure.tlv");
  }
  assert.ok(figures >= 4, `${figures} figures`);
  await page.open(`${URL}/semaphores.html`);
});

test("each step of a figure has words, a place, and its own marks", async () => {
  const { page } = kit;
  const count = await page.run(
    "return Number(document.querySelector(arguments[0]).max)",
    `${FIG} input[type=range]`,
  );
  let last = -1;
  for (let step = 1; step <= count; step += 1) {
    await scrub(page, step);
    await page.untilText(
      `${FIG} .tlv-count`,
      new RegExp(`^step ${step} of ${count}$`),
    );
    assert.match(
      await page.text(`${FIG} .tlv-steps [aria-current] .tlv-text`),
      /\w/,
    );
    const x = await page.run(
      "return document.querySelector(arguments[0]).getBoundingClientRect().x",
      `${FIG} .tlv-playhead`,
    );
    assert.ok(x > last, `step ${step} stands where the one before it stands`);
    last = x;
  }
});

test("the knob and the comparison", async () => {
  const { page } = kit;
  await scrub(page, 20);
  const totals = await page.texts(`${FIG} .tlv-choice b`);
  assert.ok(totals.length > 1);
  await page.click(`${FIG} .tlv-choice:last-of-type`);
  await page.untilText(`${FIG} .tl-sub`, /with permits/);
  await page.run(
    `const select = document.querySelector(arguments[0]);
     select.value = select.options[1].value;
     select.dispatchEvent(new Event("change", { bubbles: true }))`,
    `${FIG} .tlv-compare select`,
  );
  await page.untilText(
    `${FIG} .tlv-difference`,
    /first difference is step \d+/,
  );
  assert.equal(await page.count(`${FIG} svg.tl-plot`), 2);
  assert.equal(await page.overflow(), 0);
});

test("two examples are stepped through on one ruler", async () => {
  const { page } = kit;
  await page.open(`${URL}/gather-is-join.html`);
  const pair = "#fig-sequential-and-join";
  await page.run(
    `const slider = document.querySelector(arguments[0]);
     slider.value = 7;
     slider.dispatchEvent(new Event("input", { bubbles: true }))`,
    `${pair} input[type=range]`,
  );
  await page.untilText(`${pair} .tlv-count`, /^step 7 of/);
  await page.untilText(
    `${pair} .tlv-difference`,
    /At this instant in examples\/join\.rs/,
  );
  assert.equal(await page.count(`${pair} svg.tl-plot`), 2);
  assert.equal(await page.count(`${pair} .tlv-playhead`), 2);
});

test("from the code to the step and back", async () => {
  const { page } = kit;
  await page.open(`${URL}/semaphores.html`);
  const line = await page.run(
    "return document.querySelector(arguments[0]).dataset.line",
    `${FIG} button[data-line]:last-of-type`,
  );
  await page.focus(`${FIG} [data-line="${line}"]`);
  await page.keys(Key.ENTER);
  await page.untilText(`${FIG} .tlv-here .tlv-no`, new RegExp(`^${line}$`));
});

test("arrow keys inside a figure do not turn the page", async () => {
  const { page } = kit;
  for (const inside of [
    "input[type=range]",
    ".tl-scroll",
    ".tlv-knob input:checked",
  ]) {
    await page.focus(`${FIG} ${inside}`);
    await page.keys(Key.ARROW_RIGHT, Key.ARROW_LEFT, "s", "/");
    assert.equal(await page.path(), "/semaphores.html", inside);
  }
});

test("a question answers, in every chapter", async () => {
  const { page, pages } = kit;
  let questions = 0;
  for (const name of pages) {
    await page.open(`${URL}/${name}`);
    await page.forget();
    await page.open(`${URL}/${name}`);
    if ((await page.count(".predict")) === 0) continue;
    questions += 1;
    await page.run(
      "document.querySelector('.predict-choice[data-right=false] summary').click()",
    );
    await page.untilText(
      ".predict-choice[data-right=false] .predict-mark",
      /not right/,
    );
  }
  assert.ok(questions >= 4, `${questions} chapters ask`);
});

test("no page is wider than a phone", async () => {
  const { driver, page, pages } = kit;
  for (const width of [360, 320]) {
    await viewport(driver, width);
    for (const name of pages) {
      await openWhole(page, name);
      assert.ok((await page.overflow()) <= 0, `${name} at ${width} pixels`);
    }
  }
  await viewport(driver, 1400);
});
