// Sentences that drive a figure, links to what it shows, and what the page says
// of where one is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, stage, URL } from "./kit.mjs";

const kit = stage({ path: "semaphores.html" });
const FIG = "#fig-semaphore";
const COUNT = `${FIG} .tlv-count`;
const PINNED = `${FIG}.tlv-pinned`;

test("a sentence moves its figure, which stays in sight, and Back returns", async () => {
  const { driver, page } = kit;
  const before = await page.text(COUNT);
  await page.click('a.tl-go[data-view="permits=3"]');
  await page.untilText(`${FIG} .tl-sub`, /with permits 3, 100 ms/);
  assert.equal(await page.count(PINNED), 1, "far away, it comes along");
  const seen = await page.run(
    `const { top, bottom, height } = document.querySelector(arguments[0] + " svg.tl-plot").getBoundingClientRect();
     return height > 0 && top < innerHeight && bottom > 0`,
    FIG,
  );
  assert.equal(seen, true);
  assert.equal(await page.run("return location.hash"), `${FIG}?permits=3`);
  await driver.navigate().back();
  await page.untilText(`${FIG} .tl-sub`, /: 150 ms in all/);
  await page.untilText(COUNT, new RegExp(before));
  await page.focus(`${FIG} .tlv-pin button`);
  await page.keys(Key.ENTER);
  assert.equal(await page.count(PINNED), 0);
});

test("a sentence names a step by its words", async () => {
  const { page } = kit;
  await page.open(`${URL}/semaphores.html`);
  const link = await page.run(
    `return Array.from(document.querySelectorAll("a.tl-go"))
       .find((one) => one.textContent.includes("download 3")).dataset.view`,
  );
  const step = Number(link.replace("step=", ""));
  await page.focus(`a.tl-go[data-view="${link}"]`);
  await page.keys(Key.ENTER);
  await page.untilText(COUNT, new RegExp(`^step ${step} of`));
  const said = await page.text(`${FIG} .tlv-opened [aria-current] .tlv-text`);
  assert.match(said, /It goes to download 3/);
});

test("a link carries knob, step and comparison", async () => {
  const { page } = kit;
  await page.open(`${URL}/locks.html`);
  await page.open(`${URL}/semaphores.html${FIG}?permits=3&step=12&with=2`);
  await page.untilText(COUNT, /^step 12 of/);
  await page.untilText(`${FIG} .tl-sub`, /with permits 3/);
  await page.untilText(`${FIG} .tlv-run`, /permits 3/);
  assert.equal(await page.count(`${FIG} svg.tl-plot`), 2);
});

test("every chapter's sentences ask for what its figures have", async () => {
  const { page, pages } = kit;
  let links = 0;
  for (const name of pages) {
    await page.open(`${URL}/${name}`);
    const dead = await page.run(
      `return Array.from(document.querySelectorAll("a.tl-go"))
         .filter((one) => !document.querySelector(one.hash + ".tlv"))
         .map((one) => one.textContent)`,
    );
    assert.deepEqual(dead, [], name);
    links += await page.count("a.tl-go");
  }
  assert.ok(links >= 60, `${links} links`);
});

test("the bar has the chapter, and a link leads past the sidebar", async () => {
  const { page } = kit;
  await page.open(`${URL}/semaphores.html`);
  await page.run("scrollTo(0, 2000)");
  await page.until(
    () => page.visible(".menu-chapter"),
    "the chapter in the bar",
  );
  assert.match(await page.text(".menu-chapter"), /Semaphores/);
  await page.run("document.querySelector('.skip-link').focus()");
  await page.keys(Key.ENTER);
  assert.equal(await page.focused("main h1"), true);
});
