// Questions: a wrong answer gets its explanation and another try, the proof
// comes after the right one, and what answers a question waits for it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { media } from "./browser.mjs";
import { stage } from "./kit.mjs";

const kit = stage();
const choice = (n) => `.predict-choice:nth-of-type(${n})`;

beforeEach(async () => {
  await kit.page.open(`${kit.server.url}/?static`);
  await kit.page.forget();
  await kit.page.open(`${kit.server.url}/?static`);
});

const ANSWER = ".output[data-output=semaphore_waves]";
const TEXT = `${ANSWER} code`;
const BAR = ".answer-bar";
const PROOF = `${choice(2)} .predict-proof`;

test("a wrong answer gets its explanation, and another try", async () => {
  const { page } = kit;
  assert.equal(await page.visible(".predict-foot"), false);
  await page.click(`${choice(1)} summary`);
  await page.untilText(`${choice(1)} .predict-mark`, /^✕ not right$/);
  assert.equal(await page.visible(`${choice(1)} p`), true);
  assert.match(await page.text(".predict > [role=status]"), /^Not right\./);
  // Nothing else is given away.
  assert.equal(await page.text(`${choice(2)} .predict-mark`), "");
  assert.equal(await page.visible(TEXT), false);
  await page.click(`${choice(2)} summary`);
  await page.untilText(`${choice(2)} .predict-mark`, /^✓ right$/);
  assert.equal(await page.text(".predict-said"), "Right at try 2.");
  assert.equal(await page.visible(PROOF), true);
  // The others can be read now, and are no more tries.
  await page.click(`${choice(3)} summary`);
  await page.untilText(`${choice(3)} .predict-mark`, /not right/);
  assert.equal(await page.text(".predict-said"), "Right at try 2.");
});

test("the proof of a wrong answer comes after the right one", async () => {
  const { page } = kit;
  await page.run(
    `document.querySelector(arguments[0]).append(
       Object.assign(document.createElement("p"), { className: "predict-proof", textContent: "400 ms" }))`,
    choice(1),
  );
  await page.click(`${choice(1)} summary`);
  await page.untilText(`${choice(1)} .predict-mark`, /not right/);
  assert.equal(await page.visible(`${choice(1)} .predict-proof`), false);
  await page.click(".predict-foot button");
  await page.untilText(`${choice(2)} .predict-mark`, /^✓ right$/);
  await page.click(`${choice(1)} summary`);
  await page.until(
    () => page.visible(`${choice(1)} .predict-proof`),
    "the proof",
  );
});

test("the answer survives a reload, and can be taken back", async () => {
  const { page } = kit;
  await page.click(`${choice(2)} summary`);
  await page.untilText(".predict-said", /^Right at the first try\.$/);
  await page.open(`${kit.server.url}/?static`);
  assert.equal(await page.text(`${choice(2)} .predict-mark`), "✓ right");
  assert.equal(
    await page.run(
      "return document.querySelector(arguments[0]).open",
      choice(2),
    ),
    false,
  );
  assert.equal(await page.count(BAR), 0);
  assert.equal(await page.text(".predict-foot button"), "Ask me again");
  await page.click(".predict-foot button");
  assert.equal(await page.text(`${choice(2)} .predict-mark`), "");
  await page.open(`${kit.server.url}/?static`);
  assert.equal(await page.text(`${choice(2)} .predict-mark`), "");
  assert.equal(await page.count(BAR), 1);
});

test("what answers it is folded until it is answered", async () => {
  const { page } = kit;
  assert.equal(await page.count(BAR), 1);
  assert.equal(await page.visible(TEXT), false);
  // What another program printed answers nothing.
  assert.equal(await page.visible(".output[data-output=semaphore] code"), true);
  await page.click(`${choice(2)} summary`);
  await page.untilVisible(TEXT);
  assert.equal(await page.count(BAR), 0);
});

test("one may answer first, or have it shown", async () => {
  const { page } = kit;
  await page.click(`${BAR} button:first-of-type`);
  await page.untilFocused(`${choice(1)} summary`);
  await page.click(`${BAR} button:last-of-type`);
  await page.untilVisible(TEXT);
  await page.untilFocused(ANSWER);
  assert.equal(await page.count(BAR), 0);
});

test("on paper nothing is folded", async () => {
  const { driver, page } = kit;
  await media(driver, "print");
  try {
    assert.equal(await page.visible(BAR), false);
    assert.equal(await page.visible(TEXT), true);
  } finally {
    await media(driver, "");
  }
  // As the browser prints: with its events, too.
  await page.run("dispatchEvent(new Event('beforeprint'))");
  assert.equal(await page.attribute(ANSWER, "hidden"), null);
  await page.run("dispatchEvent(new Event('afterprint'))");
  assert.equal(await page.visible(TEXT), false);
});
