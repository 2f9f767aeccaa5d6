// The dictionary: what is typed leaves the entries that have it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { By, Key, stage, URL } from "./kit.mjs";

const kit = stage({ path: "dictionary.html" });
const plain = stage({ path: "dictionary.html", script: false });

const shown = (page) =>
  page.run(
    `return Array.from(document.querySelectorAll("main tbody tr"))
       .filter((row) => row.checkVisibility()).length`,
  );
const said = (page) =>
  page.run(
    `return document.querySelector(".dictionary [role=status]").textContent`,
  );

test("a name in either language finds its entries", async () => {
  const { driver, page } = kit;
  const all = await shown(page);
  assert.equal(await said(page), `${all} entries`);
  const field = await driver.findElement(By.css(".dictionary input"));
  for (const name of [
    "Semaphore",
    "create_task",
    "tokio::spawn",
    "asyncio.gather(",
    "nest_asyncio",
  ]) {
    await field.sendKeys(Key.ESCAPE, name);
    const found = await shown(page);
    assert.ok(found > 0 && found < all, `${name}: ${found}`);
    assert.equal(await said(page), `${found} of ${all} entries`);
  }
  // Headings without entries would be noise.
  const empty = await page.run(
    `return Array.from(document.querySelectorAll("main h2"))
       .filter((one) => one.checkVisibility() &&
         !one.nextElementSibling.checkVisibility()).length`,
  );
  assert.equal(empty, 0);
  await field.sendKeys(Key.ESCAPE, "no such name");
  assert.equal(await said(page), `0 of ${all} entries`);
  // The arrow keys stay in the field: no page is turned.
  await field.sendKeys(Key.ARROW_RIGHT, Key.ARROW_LEFT, "s");
  assert.equal(await driver.getCurrentUrl(), `${URL}/dictionary.html`);
  await field.sendKeys(Key.ESCAPE);
  assert.equal(await shown(page), all);
});

test("without JavaScript there is the table and no field", async () => {
  const { page } = plain;
  assert.equal(await page.count(".dictionary input"), 0);
  assert.ok((await shown(page)) > 50);
});
