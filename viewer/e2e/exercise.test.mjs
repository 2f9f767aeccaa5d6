// Exercises: live states, hints one at a time, the solution, progress.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { stage } from "./kit.mjs";

const kit = stage();
const STATE = ".exercise-state";
const hint = (n) => `.hint:nth-of-type(${n})`;
const SOLUTION = "details.solution";

beforeEach(async () => {
  const { page, server } = kit;
  const [first] = server.exercises;
  Object.assign(first, {
    state: "unsolved",
    verdict: null,
    hints: [],
    solution_revealed: false,
  });
  await page.open(`${server.url}/?static`);
  await page.forget();
  server.log.length = 0;
  server.files.forget();
  await page.open(`${server.url}/`);
  await page.untilText(STATE, /Not solved yet/);
});

const verdict = (verdict) =>
  kit.server.send({ kind: "exercise", id: "semaphore", verdict });

test("the state follows the server's verdicts", async () => {
  const { page, server } = kit;
  server.send({ kind: "checking", id: "semaphore" });
  await page.untilText(STATE, /Checking/);
  verdict({
    state: "failing",
    check: "never_more_than_three",
    message: "at most 3 may run at once, but 10 did.\n  page 0 |####",
    passed: ["a"],
  });
  await page.untilText(STATE, /“never more than three” fails; 1 other passes/);
  assert.match(await page.text(".exercise-message"), /but 10 did/);
  verdict({ state: "broken", errors: "error[E0382]: use of moved value" });
  await page.untilText(STATE, /does not compile/);
  assert.match(await page.text(".exercise-message"), /E0382/);
  verdict({
    state: "hung",
    check: "it_ends",
    message: "happened: it held its thread",
  });
  await page.untilText(STATE, /“it ends” did not end/);
  assert.match(await page.text(".exercise-message"), /held its thread/);
  verdict({ state: "solved" });
  await page.untilText(STATE, /Solved/);
  assert.equal(
    await page.attribute("section.exercise", "data-state"),
    "solved",
  );
  await page.untilText(".progress-next", /2 of 2 exercises solved/);
});

test("the file opens at its line, and a check can be asked for", async () => {
  const { page, server } = kit;
  assert.equal(
    await page.attribute("a.exercise-open", "href"),
    "vscode://file/exercises/21_semaphore/exercise.rs:12",
  );
  assert.match(await page.text(".exercise-open"), /line 12/);
  await page.click("[data-action=check]");
  await page.until(
    () => server.log.includes('POST /api/check {"id":"semaphore"}'),
    "the request",
  );
});

const next = "[data-action=hint]";
const shownHints = () =>
  kit.page.run(
    `return Array.from(document.querySelectorAll("details.hint:not([hidden]) > p"),
       (found) => found.textContent)`,
  );

test("a hint comes when it is asked for, and is reported once", async () => {
  const { page, server } = kit;
  assert.deepEqual(await shownHints(), []);
  assert.equal(await page.text(next), "Show a hint (3 in all)");
  await page.click(next);
  await page.until(async () => (await shownHints()).length === 1, "the hint");
  assert.equal(await page.visible(".hint[open] p"), true);
  await page.untilFocused(".hint[open] summary");
  await page.click(next);
  await page.until(async () => (await shownHints()).length === 2, "another");
  const asked = server.log.filter((entry) => entry.includes('"hint"'));
  assert.deepEqual(
    asked,
    Array(2).fill('POST /api/reveal {"id":"semaphore","what":"hint"}'),
  );
});

test("the next hint is the one that fits the check that fails", async () => {
  const { page } = kit;
  verdict({ state: "hung", check: "ten_pages_take_four_waves" });
  await page.untilText(STATE, /did not end/);
  await page.click(next);
  await page.until(async () => (await shownHints()).length === 1, "the hint");
  assert.match((await shownHints())[0], /A guard that has no name/);
  assert.equal(await page.text(".hint:not([hidden]) summary"), "Hint 1 of 3");
  await page.click(next);
  await page.until(async () => (await shownHints()).length === 2, "the next");
  // In the order of asking, not of the page.
  assert.match((await shownHints())[1], /Who holds the permit/);
});

test("hints that were seen before are there again", async () => {
  const { page, server } = kit;
  server.exercises[0].hints = [2, 0];
  await page.open(`${server.url}/`);
  await page.until(async () => (await shownHints()).length === 2, "both");
  assert.match((await shownHints())[0], /Bind it to a name/);
});

test("the solution asks once", async () => {
  const { page, server } = kit;
  const open = () =>
    page.run("return document.querySelector(arguments[0]).open", SOLUTION);
  await page.click(`${SOLUTION} summary`);
  assert.equal(await open(), false);
  assert.equal(await page.visible(".solution-question"), true);
  assert.equal(await page.focused(".solution-question button"), true);
  await page.click(".solution-question button:nth-of-type(2)");
  assert.equal(await page.visible(".solution-question"), false);
  assert.equal(await open(), false);
  await page.click(`${SOLUTION} summary`);
  await page.click(".solution-question button");
  await page.until(open, "the solution");
  await page.until(
    () =>
      server.log.includes(
        'POST /api/reveal {"id":"semaphore","what":"solution"}',
      ),
    "the report",
  );
  await page.click(`${SOLUTION} summary`);
  await page.click(`${SOLUTION} summary`);
  await page.until(open, "the solution, without a question");
});

test("after success the solution opens without a question", async () => {
  const { page } = kit;
  verdict({ state: "solved" });
  await page.untilText(STATE, /Solved/);
  await page.click(`${SOLUTION} summary`);
  assert.equal(
    await page.run(
      "return document.querySelector(arguments[0]).open",
      SOLUTION,
    ),
    true,
  );
});

test("without a server hints and solution work, and the browser remembers", async () => {
  const { page, server } = kit;
  await page.open(`${server.url}/?static`);
  assert.equal(await page.visible(STATE), false);
  await page.click(`${hint(1)} summary`);
  await page.until(() => page.visible(hint(2)), "the second hint");
  await page.open(`${server.url}/?static`);
  assert.equal(await page.visible(hint(2)), true);
  assert.equal(await page.visible(hint(3)), false);
});

test("one line says where to go on, or where to begin", async () => {
  const { page, server } = kit;
  await page.untilText(
    ".progress-next",
    /^Go on: At most three\. 1 of 2 exercises solved$/,
  );
  assert.equal(
    await page.attribute(".progress-next a", "href"),
    "semaphores.html#exercise-semaphore",
  );
  const [, queue] = server.exercises;
  queue.state = "unsolved";
  try {
    await page.openLive(`${server.url}/`);
    await page.untilText(".progress-next", /^Begin with chapter 1$/);
  } finally {
    queue.state = "solved";
  }
});
