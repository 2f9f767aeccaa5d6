// The reader's copy of an example: the editor takes the place of the listing.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as desk from "./desk-kit.mjs";
import { EXAMPLE } from "./fixture/desk.mjs";
import { Key, stage } from "./kit.mjs";

const kit = stage();

beforeEach(async () => {
  await desk.fresh(kit);
  await kit.page.openLive(`${kit.server.url}/`);
});

test("an example is edited as a copy, run, and drawn", async () => {
  const { page, server } = kit;
  server.script = [
    [0, { kind: "started", run: 1 }],
    [
      0,
      {
        kind: "diagnostic",
        level: "warning",
        message: "unused variable: `x`",
        code: "unused_variables",
        rendered: "warning: unused variable",
        line: 2,
        column: 1,
        end_line: 2,
        end_column: 6,
      },
    ],
    [0, { kind: "line", stream: "stdout", text: "hello" }],
    [0, { kind: "ended", code: 0, why: "exit", ms: 12 }],
  ];
  await desk.openEditor(page, desk.COPY, ".listing-edit");
  await desk.typeAtEnd(page, "// mine", desk.COPY);
  await desk.chord(page, "\uE007");
  const SAID = ".run-output:last-child .run-state";
  await page.untilText(SAID, /exit code 0/);
  assert.equal(server.files.text("example/semaphore"), `${EXAMPLE}// mine`);
  assert.ok(
    server.log.includes('POST /api/run {"example":"semaphore","scratch":true}'),
  );
  await page.until(() => page.visible(".listing-figure figure.tlv"), "the run");
  assert.ok(
    server.log.includes(
      'POST /api/figure {"kind":"example","name":"semaphore"}',
    ),
  );
  await page.untilText(".desk-problems", /unused variable/);
  await page.untilVisible(`${desk.COPY} .cm-lintRange-warning`);
  // The book's own runner is another.
  assert.equal(await page.visible(".run-output:first-of-type"), false);
});

test("the editor takes the place of the listing, and tabs lead back", async () => {
  const { page } = kit;
  const TAB = (n) => `.listing-tab:nth-of-type(${n})`;
  const BOOK = ".listing-book";
  const box = (selector) =>
    page.run(
      `const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
       return { top, bottom }`,
      selector,
    );
  assert.equal(await page.visible(".listing-tabs"), false);
  const above = await box(".listing[data-example] .listing-head");
  const listing = await box(".listing[data-example] pre");
  await desk.openEditor(page, desk.COPY, ".listing-edit");
  const head = await box(".listing-copying .listing-head");
  const editor = await box(`${desk.COPY} .desk-text`);
  assert.equal(await page.visible(BOOK), false);
  const { top } = await box(desk.COPY);
  const [was, is] = [listing.top - above.bottom, top - head.bottom];
  assert.ok(Math.abs(was - is) < 2, `${is} below the head, not ${was}`);
  // All of it is where the eye is: head, text, and the button that runs it.
  const height = await page.run("return innerHeight");
  assert.ok(head.top >= 0 && editor.top < height - 100, `${editor.top}`);
  assert.equal(await page.visible(".listing-run-copy"), true);
  assert.equal(await page.visible(".listing-run"), false);
  await desk.typeAtEnd(page, "// mine", desk.COPY);
  await desk.untilSave(page, "saved", desk.COPY);

  await page.focus(TAB(1));
  await page.keys(Key.ARROW_RIGHT);
  assert.equal(await page.focused(TAB(2)), true);
  assert.equal(await page.visible(BOOK), true);
  assert.equal(await page.visible(desk.COPY), false);
  assert.equal(await page.visible(".listing-run"), true);
  assert.equal(await page.visible(".listing-run-copy"), false);
  await page.click(TAB(1));
  assert.equal(await page.visible(desk.COPY), true);
  assert.match(await desk.textOf(page, desk.COPY), /\/\/ mine/);
  // However far one scrolls in a long text, Run stays in reach.
  await page.run(
    "document.querySelector(arguments[0]).scrollIntoView({ block: 'end' })",
    `${desk.COPY} .desk-hint`,
  );
  const stays = await box(".listing-run-copy");
  assert.ok(stays.top >= 0 && stays.bottom <= height, JSON.stringify(stays));

  await page.click(`${desk.COPY} [data-action=close]`);
  await page.untilVisible(BOOK);
  assert.equal(await page.visible(".listing-tabs"), false);
  await page.untilFocused(".listing-edit");
});
