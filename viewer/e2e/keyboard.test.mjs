// The keyboard alone: everything can be reached and used, and mdBook's own
// keys do not fire from inside a figure.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Key, stage } from "./kit.mjs";

const kit = stage();
const FIG = "#fig-semaphore";

beforeEach(async () => {
  await kit.page.open(`${kit.server.url}/?static`);
  await kit.page.forget();
});

test("the Tab key visits every control of a figure, in reading order", async () => {
  const { page } = kit;
  await page.focus(".playground");
  const visited = [];
  for (let i = 0; i < 20 && visited.at(-1) !== "out"; i += 1) {
    await page.keys(Key.TAB);
    const at = await page.run(
      `const at = document.activeElement;
       if (!at.closest("figure")) return "out";
       return at.name?.split("-").pop() || at.type || at.className.split(" ")[0] || at.tagName`,
    );
    if (at !== "out" || visited.length > 0) visited.push(at);
  }
  assert.deepEqual(visited, [
    "knob",
    "select-one",
    "button",
    "button",
    "button",
    "button",
    "range",
    "button",
    "button",
    "tl-scroll",
    "button",
    "button",
    "button",
    "SUMMARY",
    "out",
  ]);
});

test("arrow keys step, and never leave the page", async () => {
  const { page } = kit;
  await page.focus(`${FIG} input[type=range]`);
  await page.keys(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await page.untilText(`${FIG} .tlv-count`, /^step 3 of/);
  await page.keys(Key.ARROW_LEFT);
  await page.untilText(`${FIG} .tlv-count`, /^step 2 of/);
  await page.keys(Key.END);
  await page.untilText(`${FIG} .tlv-count`, /^step 33 of/);
  await page.keys("s", "/", "?");
  assert.equal(await page.path(), "/");
  assert.equal(await page.run("return document.title"), "Semaphores");
});

test("arrow keys turn the knob", async () => {
  const { page } = kit;
  await page.focus(`${FIG} .tlv-knob input:checked`);
  await page.keys(Key.ARROW_RIGHT);
  await page.until(
    () =>
      page.run(
        "return document.querySelectorAll(arguments[0])[2].checked",
        `${FIG} .tlv-knob input`,
      ),
    "three permits",
  );
  assert.match(
    await page.text(`${FIG} .tlv-choice:has(:checked)`),
    /^3 · 100 ms/,
  );
  assert.equal(await page.path(), "/");
});

test("buttons keep the focus at the ends", async () => {
  const { page } = kit;
  const back = `${FIG} .tlv-scrubber button`;
  await page.focus(back);
  await page.keys(Key.ENTER, Key.SPACE);
  assert.equal(await page.focused(back), true);
  assert.match(await page.text(`${FIG} .tlv-count`), /^33 steps/);
});

test("controls are at least 24 pixels high and wide", async () => {
  const { page } = kit;
  const small = await page.run(
    `return Array.from(document.querySelectorAll("figure button:not(.tlv-link):not(.tlv-line), figure select, figure label, figure input[type=range]"))
       .filter((found) => found.getClientRects().length > 0)
       .map((found) => [found.textContent, found.getBoundingClientRect()])
       .filter(([, box]) => box.width < 24 || box.height < 24)
       .map(([text, box]) => text + " " + box.width + "x" + box.height)`,
  );
  assert.deepEqual(small, []);
});

test("a question is answered with the keyboard", async () => {
  const { page } = kit;
  await page.focus(".predict-choice:nth-of-type(2) summary");
  await page.keys(Key.ENTER);
  await page.untilText(".predict-choice:nth-of-type(2) .predict-mark", /right/);
  assert.equal(await page.text(".predict [role=status]"), "Right.");
});

test("outside of a figure mdBook's keys work as ever, but arrows turn no page", async () => {
  const { page } = kit;
  await page.focus(".playground");
  await page.keys(Key.ARROW_RIGHT, Key.ARROW_LEFT);
  assert.equal(await page.path(), "/");
  await page.keys("s");
  assert.equal(await page.run("return document.title"), "searching");
});
