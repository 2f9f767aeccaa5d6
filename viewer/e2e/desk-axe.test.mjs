// Accessibility of editors, conflicts, verdicts and the page of progress: in
// five themes, on a phone and on a wide screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, THEMES } from "./axe.mjs";
import { viewport } from "./browser.mjs";
import * as desk from "./desk-kit.mjs";
import { STUB } from "./fixture/desk.mjs";
import { judge, MISTAKE, OTHER, own } from "./fixture/own.mjs";
import { stage } from "./kit.mjs";

const kit = stage();
const { FILE } = desk;
const write = (line) =>
  kit.server.files.write(
    FILE,
    STUB.replace(/ {4}\/\/ TODO[\s\S]*$/, `    // a\n    ${line}\n}\n`),
  );

async function clean(what) {
  assert.deepEqual(await axe(kit.driver), [], what);
  assert.equal(await kit.page.overflow(), 0, `${what}: nothing sticks out`);
}

for (const theme of THEMES) {
  for (const width of [360, 1400]) {
    test(`nothing is found: ${theme}, ${width} pixels`, async () => {
      const { page, server, driver } = kit;
      await viewport(driver, width);
      await desk.fresh(kit);
      server.files.judge = judge;
      server.files.figure = ({ check }) =>
        own({ check, mistakes: [MISTAKE, OTHER] });
      await page.openLive(`${server.url}/?theme=${theme}`);
      // The book's page.js does this.
      await page.run("document.querySelector('.listing pre').tabIndex = 0");
      await desk.openEditor(page);
      await clean("an editor");

      await desk.chord(page, "f");
      await page.until(() => page.visible(".cm-search"), "the search");
      await clean("its search");
      await page.keys("\uE00C");

      write("site.fetch(1); // BROKEN");
      await page.until(() => page.visible(".cm-lintRange-error"), "the mark");
      await page.until(() => page.visible(".own figure.tlv"), "the figure");
      await clean("diagnostics");

      write("let _ = 1; // WARN");
      await page.untilText(".own-mistake", /one of these/);
      let answer;
      server.files.figure = () => new Promise((done) => (answer = done));
      write("let _ = 2;");
      await page.untilText(".own-state", /of your last text/);
      await page.until(() => answer !== undefined, "the request");
      await page.click("[data-action=hint]");
      await page.until(() => page.visible(".hint[open]"), "the hint");
      await clean("a failing check, its old figure and a hint");
      answer(own());

      server.files.refuse = Array.from({ length: 40 }, () => ({
        path: "/api/save",
        status: 500,
        body: { error: "Not now." },
      }));
      await desk.typeAtEnd(page, "// mine");
      await desk.untilSave(page, "failed");
      await clean("a save that failed");
      server.files.refuse = [];
      write("let theirs = 3;");
      await desk.untilSave(page, "conflict");
      await page.until(() => page.visible(".desk-merge .cm-content"), "both");
      await clean("a conflict");
      await page.click("[data-choose=theirs]");
      await desk.untilSave(page, "saved");

      await page.click(".exercise-editor [data-action=reset]");
      await page.until(() => page.visible(".desk-confirm"), "the question");
      await clean("the question before a reset");
      await page.click("[data-confirm=no]");

      server.files.figure = ({ check }) => own({ check });
      write("join_all(fetches).await // SOLVED");
      await page.untilText(".exercise-state", /Solved/);
      await page.click("[data-action=compare]");
      await page.until(() => page.visible(".solved .cm-content"), "the texts");
      await page.run(
        `for (const fold of document.querySelectorAll(".solved summary")) fold.click()`,
      );
      await clean("the comparison");

      await page.openLive(`${server.url}/progress.html?theme=${theme}`);
      await page.until(() => page.visible("[data-exercise-row]"), "the list");
      await page.run(`document.querySelector(".progress-all button").click()`);
      await page.until(() => page.visible(".desk-confirm"), "the question");
      await clean("the page of progress");
    });
  }
}
