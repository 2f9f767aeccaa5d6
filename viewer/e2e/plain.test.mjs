// Without JavaScript, on a narrow page, and on paper.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { media, openBrowser, viewport } from "./browser.mjs";
import { Page, stage } from "./kit.mjs";

const kit = stage();

describe("without JavaScript", () => {
  let plain;
  let page;
  before(async () => {
    plain = await openBrowser({ script: false });
    page = new Page(plain.driver);
    await page.open(`${kit.server.url}/`);
  });
  after(() => plain.close());

  test("no control stands there that does nothing", async () => {
    assert.equal(await page.count(".tlv, .listing-run, .tlv-button"), 0);
    assert.equal(await page.visible(".exercise-state"), false);
    assert.equal(await page.visible(".progress"), false);
    assert.equal(await page.count(".answer-bar"), 0);
    assert.equal(await page.visible("[data-output=semaphore_waves]"), true);
  });

  test("the figure, its knob and its steps are readable", async () => {
    assert.equal(await page.visible("#fig-semaphore svg"), true);
    assert.equal(await page.visible("#fig-semaphore .tl-knob"), true);
    await page.click("#fig-semaphore .tl-all summary");
    assert.equal(await page.visible("#fig-semaphore .tl-steps li"), true);
  });

  test("answers, hints and the solution fold out", async () => {
    for (const fold of [
      ".predict-choice:nth-of-type(2)",
      ".hint:nth-of-type(3)",
      ".solution",
    ]) {
      await page.click(`${fold} summary`);
      assert.equal(await page.visible(`${fold} :not(summary)`), true, fold);
    }
  });
});

describe("on a narrow page", () => {
  before(async () => {
    await viewport(kit.driver, 360);
    await kit.page.open(`${kit.server.url}/`);
    await kit.page.untilText(".exercise-state", /./);
  });
  after(() => viewport(kit.driver, 1400));

  test("only the lanes scroll sideways, and their names stay", async () => {
    const { page } = kit;
    assert.equal(await page.overflow(), 0);
    const [inner, outer] = await page.run(
      `const region = document.querySelector(".tl-scroll");
       region.scrollLeft = 200;
       return [region.scrollWidth, region.clientWidth]`,
    );
    assert.ok(inner > outer + 200, `${inner} in ${outer}`);
    const left = await page.run(
      `const pin = document.querySelector(".tl-names").getBoundingClientRect();
       return pin.left - document.querySelector(".tl-scroll").getBoundingClientRect().left`,
    );
    assert.ok(Math.abs(left) < 1, `the names stand at ${left}`);
    assert.equal(await page.visible(".tl-names text"), true);
  });

  test("the playhead stays in sight while one steps", async () => {
    const { page } = kit;
    await page.run(
      `document.querySelector(".tl-scroll").scrollLeft = 0;
       const slider = document.querySelector("figure input[type=range]");
       slider.value = slider.max; slider.dispatchEvent(new Event("input", { bubbles: true }))`,
    );
    await page.until(
      () =>
        page.run(
          `const head = document.querySelector(".tlv-playhead").getBoundingClientRect();
       const region = document.querySelector(".tl-scroll").getBoundingClientRect();
       return head.left > region.left + 60 && head.right <= region.right + 1`,
        ),
      "the playhead",
    );
    assert.equal(await page.overflow(), 0);
  });
});

describe("on paper", () => {
  before(async () => {
    await kit.page.open(`${kit.server.url}/?static`);
    await media(kit.driver, "print");
  });
  after(() => media(kit.driver, ""));

  test("controls are gone, steps and answers are there", async () => {
    const { page } = kit;
    for (const gone of [
      ".tlv-top",
      ".tlv-scrubber",
      ".tlv-code",
      ".tlv-playhead",
    ]) {
      assert.equal(await page.visible(gone), false, gone);
    }
    for (const there of [
      "#fig-semaphore svg",
      ".tl-knob",
      ".tl-all .tl-steps li:last-child",
      ".predict-choice:nth-of-type(2) p",
    ]) {
      assert.equal(await page.visible(there), true, there);
    }
  });
});
