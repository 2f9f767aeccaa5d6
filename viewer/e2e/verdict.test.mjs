// After a save: the compiler's errors at their lines, the reader's own run
// beside the expected one, and what comes after success.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { viewport } from "./browser.mjs";
import * as desk from "./desk-kit.mjs";
import { STUB } from "./fixture/desk.mjs";
import { E0382, judge, MISTAKE, OTHER, own } from "./fixture/own.mjs";
import { stage } from "./kit.mjs";

const kit = stage();
const { CARD, FILE, PANEL } = desk;
const STATE = ".exercise-state";
const OWN = ".exercise-figure";

const body = (line) =>
  STUB.replace(/ {4}\/\/ TODO[\s\S]*$/, `    ${line}\n}\n`);
/** The reader saves in an editor of their own. */
const write = (line) => kit.server.files.write(FILE, body(line));
const figures = () =>
  kit.server.log
    .filter((entry) => entry.startsWith("POST /api/figure"))
    .map((entry) => JSON.parse(entry.slice("POST /api/figure ".length)).check);

beforeEach(async () => {
  await desk.fresh(kit);
  kit.server.files.judge = judge;
  await viewport(kit.driver, 1400);
  await kit.page.openLive(`${kit.server.url}/`);
  await kit.page.untilText(STATE, /Not solved yet/);
});

const state = (name) =>
  kit.page.until(
    async () => (await kit.page.attribute(OWN, "data-own")) === name,
    `the figure to be ${name}`,
  );

test("compiler errors stand at their lines and lead to the page about them", async () => {
  const { page } = kit;
  await desk.openEditor(page);
  await desk.retype(page, "fn a() {}");
  await page.until(async () => (await desk.save(page)) === "saved", "a save");
  write("// a\n    site.fetch(1); // BROKEN");
  await page.untilText(STATE, /does not compile/);
  await page.until(() => page.visible(".cm-lintRange-error"), "the mark");
  assert.equal(await page.text(".cm-lintRange-error"), "site");
  await page.untilVisible(".cm-lint-marker-error");
  const told = await page.text(".desk-problem-error");
  assert.match(told, /Error E0382: use of moved value/);
  assert.equal(await page.text(".desk-told code"), "site");
  assert.match(told, /value used here after move/);
  assert.equal(
    await page.attribute(".desk-problem-error a", "href"),
    E0382.page.href,
  );
  await page.click("[data-go='12']");
  await page.untilFocused(`${PANEL} .cm-content`);
  await page.untilText(`${PANEL} .cm-activeLine`, /BROKEN/);
  // The next good text has no marks.
  write("let _ = 1;");
  await page.untilText(STATE, /fails/);
  await page.until(
    async () => (await page.count(".cm-lintRange-error")) === 0,
    "no mark",
  );
  assert.equal(await page.count(".desk-problems"), 0);
});

test("a line leads into an editor that was closed", async () => {
  const { page } = kit;
  write("// a\n    site.fetch(1); // BROKEN");
  await page.untilText(STATE, /does not compile/);
  await page.click("[data-go='12']");
  await page.untilFocused(`${PANEL} .cm-content`);
  await page.untilText(`${PANEL} .cm-activeLine`, /BROKEN/);
  await page.untilVisible(".cm-lintRange-error");
});

test("a warning is shown beside a failing check", async () => {
  const { page } = kit;
  write("let _ = 1; // WARN");
  await page.untilText(STATE, /“never more than three” fails; 1 other/);
  assert.match(await page.text(".exercise-detail"), /happened: 6 at once/);
  assert.match(await page.text(".desk-problem-warning"), /unused variable/);
});

test("a failing check shows the run of that very check, and what it looks like", async () => {
  const { page, server } = kit;
  server.files.figure = ({ check }) => own({ check, mistakes: [MISTAKE] });
  write("let _ = 1;");
  await state("current");
  assert.deepEqual(figures(), ["never_more_than_three"]);
  assert.match(await page.text(".own-difference"), /^Expected: download 4/);
  assert.match(
    await page.text(".own-mistake"),
    /What this looks like: _ keeps nothing\. All/,
  );
  assert.deepEqual(await page.texts(".own-head code"), ["download 4", "_"]);
  assert.match(
    await page.text(".own-cost"),
    /7 tasks, 19 polls, 12 wakes, 50 ms/,
  );
  assert.equal(await page.visible(`${OWN} figure.tlv .tlv-scrubber`), true);
  await page.untilText(`${OWN} > [role=status]`, /Expected: download 4/);
  // Another check's run.
  await page.run(
    `const select = document.querySelector("[data-action=check-run]");
     select.value = "ten_pages_take_four_waves";
     select.dispatchEvent(new Event("change", { bubbles: true }))`,
  );
  await page.untilText(
    `${OWN} figcaption`,
    /check “ten pages take four waves”/,
  );
  assert.deepEqual(figures().slice(1), ["ten_pages_take_four_waves"]);
});

test("a failure that several wrong answers share names each of them", async () => {
  const { page, server } = kit;
  server.files.figure = ({ check }) =>
    own({ check, mistakes: [MISTAKE, OTHER] });
  write("let _ = 1;");
  await page.untilText(".own-mistake", /^This may be one of these:/);
  const [first, second] = await page.texts(".own-mistake li");
  assert.match(first, /^_ keeps nothing/);
  assert.match(second, /acquire is never polled/);
  // An older server names one.
  server.files.figure = ({ check }) =>
    own({ check, mistakes: undefined, mistake: OTHER });
  write("let _ = 2;");
  await page.untilText(".own-mistake", /^What this looks like: Nothing asks/);
});

/** What is measured of the two drawings of the figure, in pixels; the marker and
 * the steps are those of the lower one. */
const drawing = () =>
  kit.page.run(
    `const regions = Array.from(document.querySelectorAll("${OWN} .tl-scroll"));
     const boxes = (of) => regions.map((one) => one.querySelector(of).getBoundingClientRect());
     const plot = boxes(".tl-plot")[1];
     const head = boxes(".tlv-playhead")[1];
     const data = JSON.parse(document.querySelector("${OWN} script.tl-data").textContent);
     const { x, width, top, bottom } = data.runs[data.stepped].ruler;
     const scale = plot.width / width;
     return {
       window: innerWidth, natural: width,
       hidden: regions.map((one) => one.scrollWidth - one.clientWidth),
       widths: boxes(".tl-plot").map((one) => one.width),
       marker: head.x, high: head.height, full: (bottom - top) * scale,
       steps: x.map((at) => plot.left + at * scale),
     }`,
  );

/** Until a drawing is what `good` says: it follows the width of its box and a
 * click a frame later. */
async function drawn(what, good) {
  let seen;
  await kit.page.until(
    async () => good((seen = await drawing())),
    () => `${what}: ${JSON.stringify(seen)}`,
  );
}

test("the drawing shrinks to its box, and clicks still hit their steps", async () => {
  const { page, driver } = kit;
  write("let _ = 1;");
  await state("current");
  // Before the first step all of it is shown, without a marker.
  await page.run(
    `const slider = document.querySelector("${OWN} input[type=range]");
     slider.value = 3;
     slider.dispatchEvent(new Event("input", { bubbles: true }))`,
  );
  const fits = async (pixels, scrolls) => {
    await viewport(driver, pixels);
    await drawn(
      `a drawing that fits into ${pixels} pixels`,
      ({ window, natural, hidden, widths, high, full }) =>
        window === pixels &&
        hidden.every((one) => one > 0 === scrolls) &&
        widths.every((one) => one < natural && one >= natural * 0.75 - 1) &&
        Math.abs(high - full) < 1,
    );
  };
  await fits(1400, false);
  await fits(700, false);
  await fits(360, true);
  await fits(700, false);
  // Where a step's mark is clicked, there the marker goes.
  for (const share of [0.2, 0.6, 0.9]) {
    const at = await page.run(
      `const plot = document.querySelector("${OWN} .tl-scroll ~ .tl-scroll .tl-plot");
       plot.scrollIntoView({ block: "center" });
       const { left, top, width } = plot.getBoundingClientRect();
       const x = left + width * arguments[0];
       plot.dispatchEvent(new MouseEvent("click", { clientX: x, clientY: top + 1, bubbles: true }));
       return x`,
      share,
    );
    await drawn(
      `the marker next to the click at ${at}`,
      ({ marker, steps }) => {
        const nearest = Math.min(...steps.map((step) => Math.abs(step - at)));
        return Math.abs(Math.abs(marker - at) - nearest) < 1.5;
      },
    );
  }
});

test("the sentence of the difference stands once", async () => {
  const { page } = kit;
  write("let _ = 1;");
  await state("current");
  assert.equal(await page.visible(".own-difference"), true);
  assert.equal(await page.count(`${OWN} .tl-difference`), 1);
  assert.equal(await page.visible(`${OWN} .tl-difference`), false);
});

test("a figure is asked for after its verdict, and once for saves in a row", async () => {
  const { page, server } = kit;
  // A check is on its way: its verdict comes first.
  server.files.judge = () => null;
  write("let _ = 1;");
  server.send({ kind: "checking", id: "semaphore" });
  await page.untilText(STATE, /Checking/);
  assert.deepEqual(figures(), []);
  server.files.judge = judge;
  for (let i = 2; i < 8; i += 1) write(`let _ = ${i};`);
  await state("current");
  assert.equal(figures().length, 1);
  // The verdict of a text that is no longer there.
  server.files.judge = () => null;
  write("let _ = 9;");
  await state("outdated");
  const { verdict } = judge("let _ = 8;");
  const late = { kind: "exercise", id: "semaphore", verdict, revision: "8" };
  server.send({ ...late, verdict: { ...verdict, message: "late" } });
  await page.untilText(".exercise-detail", /late/);
  assert.equal(await page.attribute(OWN, "data-own"), "outdated");
  server.files.judge = judge;
  server.files.verdict("semaphore");
  await state("current");
  assert.equal(figures().length, 2);
});

test("the last figure stays, and says that it is old, until the new one is there", async () => {
  const { page, server } = kit;
  write("let _ = 1;");
  await state("current");
  let answer;
  server.files.figure = () => new Promise((done) => (answer = done));
  write("let _ = 2;");
  await state("recording");
  assert.equal(await page.visible(`${OWN} figure`), true);
  assert.match(
    await page.text(".own-state"),
    /Recording your run….*of your last text/,
  );
  assert.equal(await page.count(".own-old"), 1);
  server.send({ kind: "recorder", message: "Building the recorder" });
  await page.untilText(".own-state", /Building the recorder/);
  await page.until(() => answer !== undefined, "the request");
  answer(own({ check: "never_more_than_three", permits: 2 }));
  await state("current");
  assert.match(
    (await page.texts(`${OWN} .tlv-run`)).join("; "),
    /^expected · .*; yours · 150 ms$/,
  );
  assert.equal(await page.count(".own-old"), 0);
});

test("a newer text gives up the figure of the older one", async () => {
  const { page, server } = kit;
  let asked = 0;
  server.files.figure = ({ check }) => {
    asked += 1;
    return asked === 1 ? new Promise(() => undefined) : own({ check });
  };
  write("let _ = 1;");
  await page.until(() => asked === 1, "the first request");
  write("let _ = 2;");
  await state("current");
  assert.equal(asked, 2);
  server.files.figure = () => "stale";
  write("let _ = 3;");
  await state("outdated");
  assert.equal(await page.visible(`${OWN} figure`), true);
});

test("a run that cannot be recorded says why, and is tried again", async () => {
  const { page, server } = kit;
  server.files.refuse = [
    { path: "/api/figure", status: 500, body: { error: "No recorder." } },
  ];
  write("let _ = 1;");
  await state("failed");
  assert.match(await page.text(".own-state"), /could not be recorded: No rec/);
  await page.click(".own-state button");
  await state("current");
});

test("what hangs, and what does not compile, still shows what there is", async () => {
  const { page, server } = kit;
  server.files.figure = ({ check }) => own({ check, outcome: "hung" });
  write("loop {} // HANG");
  await page.untilText(STATE, /“ten pages take four waves” did not end/);
  await state("current");
  assert.match(await page.text(".own-ending"), /did not end and was stopped/);
  assert.deepEqual(figures(), ["ten_pages_take_four_waves"]);
  server.files.figure = () =>
    own({
      figure: null,
      outcome: "broken",
      current: false,
      difference: null,
      note: "The figure is of the last text that did compile.",
    });
  write("BROKEN");
  await state("outdated");
  assert.equal(await page.visible(`${OWN} figure`), true);
  await page.untilText(".own-ending", /last text that did compile/);
});

test("a page that nobody sees asks for no figure", async () => {
  const { page } = kit;
  await page.run(
    `Object.defineProperty(document, "hidden", { value: true, configurable: true })`,
  );
  write("let _ = 1;");
  await page.untilText(STATE, /fails/);
  assert.deepEqual(figures(), []);
  await page.run(
    `delete document.hidden; document.dispatchEvent(new Event("visibilitychange"))`,
  );
  await state("current");
});

test("after success: the solution beside one's own, costs, and what is next", async () => {
  const { page, server } = kit;
  server.exercises[1].state = "failing";
  await page.openLive(`${server.url}/`);
  write("join_all(fetches).await // SOLVED");
  await page.untilText(STATE, /Solved/);
  await page.untilText(".solved-next", /^Next exercise: A bounded queue$/);
  assert.equal(
    await page.attribute(".solved-next a", "href"),
    "queues.html#exercise-queue",
  );
  server.exercises[1].state = "solved";
  await page.click("[data-action=compare]");
  await page.untilVisible(".solved-costs");
  await page.untilFocused(".solved-title");
  await page.until(
    async () => (await page.count(".solved .cm-content")) === 2,
    "both texts",
  );
  const sides = await page.texts(".solved .cm-content");
  assert.match(sides[0], /SOLVED/);
  assert.match(sides[1], /Semaphore::new/);
  await page.click(".solved-words summary");
  assert.match(
    await page.text(".solved-words li"),
    /Yours, line 11:.*The solution, lines 11 to 16:/,
  );
  assert.match(
    await page.text(".solved-costs"),
    /owned permits ?11 ?33 ?20 ?200 ms/,
  );
  assert.equal(await page.visible("details.solution"), false);
  // A text that is no longer right is not compared.
  write("let _ = 1;");
  await page.untilText(STATE, /fails/);
  assert.equal(await page.visible(".solved"), false);
  assert.equal(await page.visible(`${CARD} details.solution`), true);
});

test("figures that were replaced are let go", async () => {
  const { page } = kit;
  for (let i = 0; i < 5; i += 1) {
    write(`let _ = ${i};`);
    await page.until(() => figures().length === i + 1, `figure ${i}`);
    await state("current");
  }
  assert.equal(await page.count(`${OWN} figure`), 1);
});

test("a verdict of before the page shows its run when it is asked for", async () => {
  const { page, server } = kit;
  write("let _ = 1;");
  await state("current");
  await page.openLive(`${server.url}/`);
  await page.untilText(STATE, /fails/);
  assert.equal(await page.visible(OWN), false);
  await page.click("[data-action=figure]");
  await state("current");
  assert.equal(await page.count("[data-action=figure]"), 0);
});
