// Accessibility of every state that the controls can be in, in five themes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, THEMES } from "./axe.mjs";
import { stage } from "./kit.mjs";

const kit = stage();

/** Opens everything that can be open at once. */
const UNFOLD = `
const change = (found, value, type) => {
  found.value = value;
  found.dispatchEvent(new Event(type, { bubbles: true }));
};
change(document.querySelector("figure input[type=range]"), 16, "input");
change(document.querySelector("figure select"), "2", "change");
for (const fold of document.querySelectorAll(".tl-all summary, .hint summary, .solution summary, .predict-choice summary")) fold.click();
document.querySelector(".listing-run").click();`;

for (const theme of THEMES) {
  test(`nothing is found in the theme ${theme}`, async () => {
    const { page, server, driver } = kit;
    server.script = [
      [0, { kind: "started", run: 1 }],
      [0, { kind: "line", stream: "stdout", text: "a line" }],
      [0, { kind: "line", stream: "stderr", text: "an error" }],
      [0, { kind: "ended", code: 101, why: "exit", ms: 152 }],
    ];
    await page.open(`${server.url}/?theme=${theme}`);
    await page.untilText(".exercise-state", /./);
    assert.deepEqual(await axe(driver), []);
    await page.run(UNFOLD);
    await page.untilText(".run-state", /exit code/);
    for (const verdict of [
      {
        state: "failing",
        check: "a_check",
        message: "what failed",
        passed: [],
      },
      { state: "solved" },
    ]) {
      server.send({ kind: "exercise", id: "semaphore", verdict });
      await page.untilText(
        ".exercise-state",
        verdict.state === "solved" ? /Solved/ : /a check/,
      );
      assert.deepEqual(await axe(driver), []);
    }
    server.send({ kind: "build-error", message: "src/x.md:1: no" });
    await page.untilText(".book-broken", /no/);
    assert.deepEqual(await axe(driver), []);
  });
}
