// Questions: the first answer counts, is marked in words and is remembered.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { stage } from "./kit.mjs";

const kit = stage();
const choice = (n) => `.predict-choice:nth-of-type(${n})`;

beforeEach(async () => {
  await kit.page.open(`${kit.server.url}/?static`);
  await kit.page.forget();
  await kit.page.open(`${kit.server.url}/?static`);
});

test("a wrong answer says so in words, and why", async () => {
  const { page } = kit;
  assert.equal(await page.visible(".predict-foot"), false);
  await page.click(`${choice(1)} summary`);
  await page.untilText(`${choice(1)} .predict-mark`, /not right, your answer/);
  assert.equal(await page.visible(`${choice(1)} p`), true);
  assert.match(await page.text(".predict > [role=status]"), /^Not right\./);
  // The other answers stay open to reading, but the choice stays.
  await page.click(`${choice(2)} summary`);
  await page.untilText(`${choice(2)} .predict-mark`, /^✓ right$/);
  assert.match(await page.text(`${choice(1)} .predict-mark`), /your answer/);
});

test("the answer survives a reload, and can be taken back", async () => {
  const { page } = kit;
  await page.click(`${choice(2)} summary`);
  await page.untilText(`${choice(2)} .predict-mark`, /right, your answer/);
  await page.open(`${kit.server.url}/?static`);
  assert.match(
    await page.text(`${choice(2)} .predict-mark`),
    /right, your answer/,
  );
  assert.equal(
    await page.run(
      "return document.querySelector(arguments[0]).open",
      choice(2),
    ),
    false,
  );
  await page.click(".predict-foot button");
  assert.equal(await page.text(`${choice(2)} .predict-mark`), "");
  await page.open(`${kit.server.url}/?static`);
  assert.equal(await page.text(`${choice(2)} .predict-mark`), "");
});
