// A figure: stepping, scrubbing, knob, compare, and the code beside it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Key, stage } from "./kit.mjs";

const kit = stage();
const FIG = "#fig-semaphore";
const SLIDER = `${FIG} input[type=range]`;
const CURRENT = `${FIG} .tlv-steps [aria-current=step] .tlv-text`;
const ALL = "33 steps, in 28 parts";
const COUNT = `${FIG} .tlv-count`;

beforeEach(async () => {
  await kit.page.open(`${kit.server.url}/?static`);
});

const buttons = (index) => `${FIG} .tlv-scrubber button:nth-of-type(${index})`;

async function scrubTo(page, step) {
  await page.run(
    `const slider = document.querySelector(arguments[0]);
     slider.value = arguments[1];
     slider.dispatchEvent(new Event("input", { bubbles: true }))`,
    SLIDER,
    step,
  );
  await page.untilText(COUNT, new RegExp(`^step ${step} of`));
}

const playhead = (page, index = 0) =>
  page.run(
    "return document.querySelectorAll(arguments[0])[arguments[1]].getBoundingClientRect().x",
    `${FIG} .tlv-playhead`,
    index,
  );

test("it opens with all of the run, with the file's value of the knob", async () => {
  const { page } = kit;
  assert.equal(await page.text(COUNT), ALL);
  assert.equal(await page.text(CURRENT), null);
  assert.equal(await page.visible(`${FIG} .tlv-veil`), false);
  assert.deepEqual(await page.texts(`${FIG} .tl-state`), Array(7).fill("done"));
  assert.equal(await page.visible(`${FIG} .tl-knob`), false);
  assert.deepEqual(await page.texts(`${FIG} .tlv-choice`), [
    "1 · 300 ms, at most 1 at once",
    "2 · 150 ms, at most 2 at once",
    "3 · 100 ms, at most 3 at once",
    "6 · 50 ms, at most 6 at once",
  ]);
  assert.equal(
    await page.run("return document.querySelector(arguments[0]).value", SLIDER),
    "1",
  );
});

test("next and back step, and stop at the ends", async () => {
  const { page } = kit;
  assert.equal(await page.attribute(buttons(1), "aria-disabled"), "true");
  await page.click(buttons(2));
  await page.untilText(COUNT, /^step 1 of/);
  assert.equal(await page.text(CURRENT), "main begins: its first poll.");
  await page.click(buttons(2));
  await page.untilText(COUNT, /^steps 2 to 7 of/);
  assert.equal(await page.text(CURRENT), "main spawns download 1 to 6.");
  await page.click(buttons(1));
  await page.untilText(COUNT, /^step 1 of/);
  await page.click(buttons(1));
  await page.untilText(COUNT, /^step 1 of/);
  await scrubTo(page, 33);
  assert.equal(await page.attribute(buttons(2), "aria-disabled"), "true");
});

test("a part is opened into its steps, and closed", async () => {
  const { page } = kit;
  await page.click(buttons(2));
  await page.untilText(COUNT, /^step 1 of/);
  await page.click(`${FIG} .tlv-steps > li:nth-of-type(2) .tlv-open`);
  await page.untilText(COUNT, /^step 2 of/);
  assert.equal(await page.count(`${FIG} .tlv-opened li`), 6);
  assert.equal(
    await page.text(CURRENT),
    "main spawns download 1 (line 21): it is ready.",
  );
  await page.click(buttons(2));
  await page.untilText(COUNT, /^step 3 of/);
  await page.click(`${FIG} .tlv-opened li:last-child`);
  await page.untilText(COUNT, /^step 7 of/);
  await page.click(buttons(2));
  await page.untilText(COUNT, /^step 8 of/);
  assert.equal(await page.count(`${FIG} .tlv-opened`), 0);
  await scrubTo(page, 4);
  await page.click(`${FIG} .tlv-open[aria-expanded=true]`);
  await page.untilText(COUNT, /^steps 2 to 7 of/);
});

test("what has not happened is pale, and what happens stands out", async () => {
  const { page } = kit;
  const cover = () =>
    page.run(
      `const box = (part) => document.querySelector(arguments[0] + " " + part).getBoundingClientRect();
       return [box(".tlv-playhead").x, box(".tlv-veil").left, box(".tlv-cover").right]`,
      FIG,
    );
  let before = 0;
  for (const step of [1, 2, 9, 16, 33]) {
    await scrubTo(page, step);
    const [head, veil, right] = await cover();
    assert.ok(head > before, `step ${step}: ${head} after ${before}`);
    assert.ok(veil > head && veil - head < 12, `${veil} after ${head}`);
    assert.ok(veil < right, `${veil} of ${right}`);
    before = head;
  }
  await scrubTo(page, 16);
  assert.deepEqual(await page.texts(`${FIG} .tl-name.now`), ["download 1"]);
  assert.equal(await page.count(`${FIG} .tl-lane.now`), 1);
  assert.deepEqual(
    await page.texts(`${FIG} .tl-state`),
    Array(7).fill("ready"),
  );
  await scrubTo(page, 3);
  const states = ["ready", "ready", "ready", "–", "–", "–", "–"];
  assert.deepEqual(await page.texts(`${FIG} .tl-state`), states);
});

test("play goes on by itself, at the reader's speed, and anything ends it", async () => {
  const { page } = kit;
  const speed = `${FIG} .tlv-speed`;
  await page.click(speed);
  await page.click(speed);
  await page.untilText(speed, /^4×$/);
  await page.click(`${FIG} .tlv-play`);
  await page.untilText(COUNT, /^step 9 of/);
  assert.equal(
    await page.attribute(`${FIG} .tlv-play`, "aria-pressed"),
    "true",
  );
  await page.click(buttons(1));
  await page.until(
    async () =>
      (await page.attribute(`${FIG} .tlv-play`, "aria-pressed")) === "false",
    "a pause",
  );
});

test("the slider says its step, its time and its words", async () => {
  const { page } = kit;
  await scrubTo(page, 16);
  assert.equal(
    await page.attribute(SLIDER, "aria-valuetext"),
    "step 16 of 33, 50 ms, download 1 drops its permit (line 14); " +
      "the permit goes to download 3, which is woken.",
  );
});

test("elements of the step are now, those before are past", async () => {
  const { page } = kit;
  const classes = () =>
    page.run(
      `return Array.from(document.querySelectorAll(arguments[0]),
         (found) => [found.dataset.step, found.classList.contains("now"), found.classList.contains("past")].join())`,
      `${FIG} svg [data-step]`,
    );
  await scrubTo(page, 19);
  await page.until(async () => (await classes())[1] === "18,true,false", "now");
  const all = await classes();
  assert.equal(all[0], "15,false,true");
  assert.equal(all[2].endsWith("false,false"), true);
  await scrubTo(page, 1);
  await page.until(
    async () => (await classes()).every((one) => one.endsWith("false,false")),
    "a clean start",
  );
});

test("the status mirrors the step, but is quiet while the slider speaks", async () => {
  const { page } = kit;
  const status = `${FIG} > [role=status]`;
  assert.equal(await page.text(status), "");
  await page.click(buttons(2));
  await page.untilText(status, /^step 1 of 33, 0 ms, main begins/);
  assert.equal(await page.count(`${FIG} [role=status]`), 1);
  await page.focus(SLIDER);
  assert.equal(await page.attribute(status, "aria-live"), "off");
  await page.focus(buttons(1));
  assert.equal(await page.attribute(status, "aria-live"), null);
});

test("the knob shows another run at the same instant", async () => {
  const { page } = kit;
  await scrubTo(page, 16);
  await page.click(`${FIG} .tlv-choice:nth-of-type(3)`);
  await page.untilText(
    `${FIG} .tl-sub`,
    /paused clock: with permits 3, 100 ms in all, never more than 3 at once\.$/,
  );
  assert.match(
    await page.attribute(SLIDER, "aria-valuetext"),
    /50 ms/,
    "the instant is kept",
  );
  assert.equal(
    await page.run(
      "return document.querySelector(arguments[0]).checked",
      `${FIG} .tlv-choice:nth-of-type(3) input`,
    ),
    true,
  );
  // The list of all steps now tells of this run.
  await page.click(`${FIG} .tl-all summary`);
  await page.until(
    async () => (await page.count(`${FIG} .tl-steps [aria-current]`)) === 1,
    "the list",
  );
  const said = await page.text(`${FIG} .tl-all summary`);
  assert.equal(
    said,
    `All ${await page.count(`${FIG} .tl-steps li`)} steps in words`,
  );
});

test("each step has its own place", async () => {
  const { page } = kit;
  await scrubTo(page, 2);
  const start = await playhead(page);
  await scrubTo(page, 5);
  assert.ok((await playhead(page)) > start, "both are at 0 ms");
});

test("two runs stand on one ruler, and their first difference is named", async () => {
  const { page } = kit;
  await page.run(
    `const select = document.querySelector(arguments[0]);
     select.value = "2"; select.dispatchEvent(new Event("change", { bubbles: true }))`,
    `${FIG} .tlv-compare select`,
  );
  const text = await page.untilText(
    `${FIG} .tlv-difference`,
    /first difference/,
  );
  assert.match(
    text,
    /With permits 2, at 0 ms: download 3 finds no free permit/,
  );
  assert.match(text, /With permits 3, at 0 ms: download 3 takes a permit/);
  assert.equal(
    await page.count(`${FIG} .tl-scroll:not([hidden]) svg.tl-plot`),
    2,
  );
  assert.deepEqual(await page.texts(`${FIG} .tlv-run`), [
    "permits 2 · 150 ms",
    "permits 3 · 100 ms",
  ]);
  await page.click(`${FIG} .tlv-difference button`);
  await page.untilText(COUNT, /^step 11 of/);
  await scrubTo(page, 16);
  assert.equal(
    await playhead(page, 0),
    await playhead(page, 1),
    "one instant, one place",
  );
  await page.run(
    `const select = document.querySelector(arguments[0]);
     select.value = ""; select.dispatchEvent(new Event("change", { bubbles: true }))`,
    `${FIG} .tlv-compare select`,
  );
  await page.until(
    async () => !(await page.visible(`${FIG} .tlv-run`)),
    "one run again",
  );
});

test("the code marks where it happens and says who is there", async () => {
  const { page } = kit;
  await scrubTo(page, 16);
  assert.equal(await page.text(`${FIG} .tlv-code mark`), "}");
  assert.equal(await page.text(`${FIG} .tlv-here .tlv-no`), "14");
  assert.equal(
    await page.text(`${FIG} .tlv-here .tlv-who`),
    "download 1 drops its permit",
  );
  assert.deepEqual(await page.texts(`${FIG} .tlv-waits .tlv-no`), [
    "11",
    "12",
    "23",
  ]);
  assert.match(
    (await page.texts(`${FIG} .tlv-waits .tlv-who`))[0],
    /^download 4 waits here; download 5 waits here/,
  );
  const seen = await page.run(
    `const row = document.querySelector(arguments[0] + " .tlv-here").getBoundingClientRect();
     const panel = document.querySelector(arguments[0]).getBoundingClientRect();
     return row.top >= panel.top - 1 && row.bottom <= panel.bottom + 1`,
    `${FIG} .tlv-code`,
  );
  assert.equal(seen, true, "the panel shows the line");
});

test("the page's own listing marks the line too, once the reader moves", async () => {
  const { page } = kit;
  const BAND = ".listing .tlv-band";
  assert.equal(await page.visible(BAND), false);
  await scrubTo(page, 16);
  assert.equal(await page.visible(BAND), true);
  // Line 14 is the fifth line of a part that begins with line 10.
  const [offset, height] = await page.run(
    `const band = document.querySelector(arguments[0]).getBoundingClientRect();
     const code = document.querySelector(".listing pre > code");
     const style = getComputedStyle(code);
     return [band.top - code.getBoundingClientRect().top - parseFloat(style.paddingTop), parseFloat(style.lineHeight)]`,
    BAND,
  );
  assert.ok(
    Math.abs(offset - 4 * height) < 1.5,
    `${offset} for lines of ${height}`,
  );
  await scrubTo(page, 8);
  assert.equal(await page.visible(BAND), false, "line 23 is not in this part");
});

test("a line leads to its next step, by click and by Enter", async () => {
  const { page } = kit;
  await page.click(`${FIG} [data-line="14"]`);
  await page.untilText(COUNT, /^step 16 of/);
  await page.focus(`${FIG} [data-line="14"]`);
  await page.keys(Key.ENTER);
  await page.untilText(COUNT, /^step 19 of/);
  await page.keys(Key.ARROW_UP);
  assert.equal(await page.focused(`${FIG} [data-line="12"]`), true);
});

test("a click on the drawing goes to that place", async () => {
  const { page, driver } = kit;
  const svg = await page.find(`${FIG} .tl-plot`);
  const { width, height } = await svg.getRect();
  // 100 ms of 150, in the middle of a bar: right of the center.
  const x = Math.round(((600 * 100) / 150) * (width / 640) - width / 2);
  await driver
    .actions()
    .move({ origin: svg, x, y: Math.round(height / 2) - 40 })
    .click()
    .perform();
  await page.until(
    async () => /100 ms/.test(await page.attribute(SLIDER, "aria-valuetext")),
    "100 ms",
  );
});

test("why here: a step leads to what led to it, each cause to its step", async () => {
  const { page } = kit;
  await scrubTo(page, 4);
  await page.focus(`${FIG} .tlv-ask`);
  await page.keys(Key.ENTER);
  const causes = `${FIG} .tlv-cause`;
  await page.until(async () => (await page.count(causes)) === 4, "the causes");
  assert.equal(await page.count(`${causes}[aria-current]`), 1);
  await page.untilText(`${FIG} > [role=status]`, /^Why here\? main spawns/);
  await page.focus(`${FIG} .tlv-why li:last-child button`);
  await page.keys(Key.ENTER);
  await page.untilText(COUNT, /^step 1 of/);
  // The chain stays, so that one can go along it.
  assert.equal(await page.count(causes), 4);
  await page.click(`${FIG} .tlv-why-head button`);
  assert.equal(await page.count(causes), 0);
});

test("why here: a mark that is pressed asks what led to it", async () => {
  const { page } = kit;
  await page.run(
    `const mark = document.querySelector(arguments[0]);
     mark.dispatchEvent(new MouseEvent("click", { bubbles: true }))`,
    `${FIG} .tl-wake[data-step="15"]`,
  );
  await page.untilText(COUNT, /^step 16 of/);
  await page.untilText(`${FIG} .tlv-cause`, /download 1 drops its permit/);
});

test("nothing moves by itself", async () => {
  const { page } = kit;
  await new Promise((done) => setTimeout(done, 600));
  assert.equal(await page.text(COUNT), ALL);
});
