// The reader's own code in the real book, in every state that it can be in:
// broken, hanging, stuck, hungry, changed elsewhere, reset; and a copy of an
// example.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { axe, THEMES } from "../axe.mjs";
import { picture, viewport } from "../browser.mjs";
import { chord, openEditor, textOf, untilSave } from "../desk-kit.mjs";
import { code, deskOf } from "./desk-kit.mjs";
import { Key, ROOT, stage, URL } from "./kit.mjs";

const kit = stage({ path: "semaphores.html" });
const { eventually, paste } = deskOf(kit);
const options = { skip: !ROOT && "no --root" };
/** Where pictures go, for people: SHOTS=DIR. */
const SHOTS = process.env.SHOTS;

const CARD = 'section.exercise[data-exercise="semaphore"]';
const PANEL = '[data-desk="exercise/semaphore"]';
const COPY = '[data-desk="example/semaphore"]';
const LISTING = '.listing[data-example="semaphore"]';
const STATE = `${CARD} .exercise-state`;
const FIGURE = `${CARD} .exercise-figure`;

const file = join(ROOT, "exercises/21_semaphore/exercise.rs");
const example = join(ROOT, "examples/semaphore.rs");
const scratch = join(ROOT, ".book/scratch/semaphore.rs");
const answer = (name) =>
  code(
    readFileSync(
      join(ROOT, "crates/answers/answers/semaphore", `${name}.rs`),
      "utf8",
    ),
  );
const stub = ROOT ? readFileSync(file, "utf8") : "";
const book = ROOT ? readFileSync(example, "utf8") : "";

after(() => {
  if (ROOT) writeFileSync(file, stub);
});

async function shot(name, selector = CARD) {
  if (SHOTS) await picture(kit.driver, join(SHOTS, `${name}.png`), selector);
}

/** The figure that is of the text as it is. */
async function current(selector = FIGURE) {
  const has = (state) => `${selector}[data-own=${state}]`;
  await eventually(`${has("current")}, ${has("failed")}`, /./);
  assert.ok(!(await kit.page.visible(has("failed"))), "no figure");
}

test(
  "an error of the compiler leads to its line and its page",
  options,
  async () => {
    const { page } = kit;
    await openEditor(page, PANEL, `${CARD} [data-action=edit]`);
    await paste(
      PANEL,
      answer("no_limit").replace(
        "let _ = limit;",
        "let _ = limit;\n    let moved = site;\n    drop(moved);\n    let _other = site.clone();",
      ),
    );
    await eventually(STATE, /does not compile/);
    await eventually(`${PANEL} .cm-lintRange-error`, /./);
    const told = await page.text(`${CARD} .desk-problem-error`);
    assert.match(told, /E0382/);
    const href = await page.attribute(`${CARD} .desk-problem-error a`, "href");
    assert.match(href, /\.html#/);
    assert.equal((await fetch(`${URL}/${href.split("#")[0]}`)).status, 200);
    await shot("desk-broken");
  },
);

test(
  "a failing check shows its own run and what it looks like",
  options,
  async () => {
    const { page } = kit;
    await paste(PANEL, answer("permit_dropped"));
    await eventually(STATE, /never more than three at once.* fails/);
    await eventually(`${FIGURE} .own-mistake`, /./);
    await current();
    assert.match(
      await page.text(`${CARD} .own-difference`),
      /page 3 begins at 100 ms, when page 0 has given a permit back. Yours: it begins at 0 ms/,
    );
    assert.ok(await page.visible(`${FIGURE} figure.tlv`));
    await shot("desk-failing");
  },
);

test("what blocks its thread is ended, named and drawn", options, async () => {
  await paste(PANEL, answer("block_on"));
  await eventually(STATE, /did not end by itself/);
  await current();
  await eventually(`${FIGURE} .own-ending`, /held its thread|kept the thread/);
  await shot("desk-hang");
});

test("a deadlock says who waits for what", options, async () => {
  await paste(PANEL, answer("leaked"));
  await eventually(STATE, /never more than three at once.* fails/);
  await eventually(`${CARD} .own-difference`, /never ends, a deadlock/);
  await current();
  await shot("desk-deadlock");
});

for (const [what, line, said] of [
  ["prints without end", 'loop { println!("{limit}"); }', /printed more than/],
  [
    "takes memory without end",
    "let mut all: Vec<Vec<u8>> = Vec::new(); loop { all.push(vec![0; 1 << 26]); }",
    /of memory and was ended/,
  ],
  [
    "never gives its turn back",
    "loop { std::hint::black_box(&site); }",
    /real seconds/,
  ],
]) {
  test(`what ${what} is ended and named`, options, async () => {
    const { page } = kit;
    await paste(
      PANEL,
      answer("no_limit").replace(
        "let _ = limit;",
        `let _ = limit;\n    ${line}`,
      ),
    );
    await eventually(CARD, said);
    // Meanwhile and after it, the server answers.
    assert.equal((await fetch(`${URL}/index.html`)).status, 200);
    await current();
  });
}

test(
  "a change elsewhere is shown, and a change on both sides asks",
  options,
  async () => {
    const { page } = kit;
    writeFileSync(file, stub);
    await eventually(`${PANEL} .desk-text`, /TODO/);
    // Typed and written in the same moment: the page cannot have saved yet.
    const theirs = `// theirs\n${stub}`;
    await page.focus(`${PANEL} .desk-text .cm-content`);
    await chord(page, Key.END);
    await page.keys("// mine");
    writeFileSync(file, theirs);
    const state = await page.until(async () => {
      const now = await page.attribute(PANEL, "data-save");
      return ["conflict", "saved"].includes(now) && now;
    }, "a conflict, or a save that came first");
    if (state === "conflict") {
      await page.untilVisible(`${PANEL} [data-choose=theirs]`);
      await shot("desk-conflict", PANEL);
      await page.run(
        "document.querySelector(arguments[0]).click()",
        `${PANEL} [data-choose=theirs]`,
      );
      await untilSave(page, "saved", PANEL);
      assert.ok((await textOf(page, PANEL)).includes("// theirs"));
      assert.equal(readFileSync(file, "utf8"), theirs);
    }
  },
);

test("a reset keeps the text, and it comes back", options, async () => {
  const { page } = kit;
  await paste(PANEL, answer("no_limit"));
  await untilSave(page, "saved", PANEL);
  const mine = readFileSync(file, "utf8");
  const press = (selector) =>
    page.run("document.querySelector(arguments[0]).click()", selector);
  await press(`${PANEL} [data-action=reset]`);
  await eventually(`${PANEL} .desk-confirm`, /./);
  await press(`${PANEL} [data-confirm=yes]`);
  await eventually(`${PANEL} .desk-text`, /TODO/);
  assert.equal(readFileSync(file, "utf8"), stub);
  await shot("desk-reset");
  await page.untilVisible(`${PANEL} [data-action=undo]`);
  await press(`${PANEL} [data-action=undo]`);
  await page.until(() => readFileSync(file, "utf8") === mine, "the text");
});

test("nothing is found by axe with the editor open", options, async () => {
  const { page, driver } = kit;
  for (const width of [1400, 360]) {
    await viewport(driver, width);
    for (const theme of THEMES) {
      await page.run(
        "document.getElementById('mdbook-theme-' + arguments[0]).click()",
        theme,
      );
      // The menu is always on top: what scrolls below it is not judged.
      await page.run("document.body.style.transition = 'none'; scrollTo(0, 0)");
      assert.deepEqual(await axe(driver, { theme }), [], `${theme}, ${width}`);
    }
  }
  await viewport(driver, 1400);
});

test(
  "a copy of an example is edited, run and drawn; the book's file is not touched",
  options,
  async () => {
    const { page } = kit;
    await openEditor(page, COPY, `${LISTING} .listing-edit`);
    assert.match(book, /PERMITS: usize = 2/);
    await paste(COPY, book.replace("PERMITS: usize = 2", "PERMITS: usize = 6"));
    await untilSave(page, "saved", COPY);
    assert.match(readFileSync(scratch, "utf8"), /PERMITS: usize = 6/);
    await page.run(
      "document.querySelector(arguments[0]).click()",
      `${LISTING} [aria-label="Run your copy of semaphore"]`,
    );
    await eventually(
      `${LISTING} .run-output:last-child .run-state`,
      /^Ended with exit code 0/,
    );
    await current(`${LISTING} .listing-figure`);
    await eventually(`${LISTING} .own-difference`, /Expected: .+ Yours: /);
    await shot("desk-example", LISTING);
    assert.equal(readFileSync(example, "utf8"), book);
    assert.ok(existsSync(scratch));
  },
);

test(
  "with the keyboard alone: in, edit, out, and on to the check",
  options,
  async () => {
    const { page } = kit;
    writeFileSync(file, stub);
    await page.open(`${URL}/semaphores.html`);
    await page.until(
      () => page.visible(`${CARD} [data-action=edit]`),
      "the button",
    );
    await page.focus(`${CARD} [data-action=edit]`);
    await page.keys(Key.ENTER);
    await page.until(
      () => page.focused(`${PANEL} .cm-content`),
      "the caret in the editor",
    );
    await chord(page, "a");
    await page.keys("fn broken(", Key.ESCAPE, Key.TAB);
    assert.equal(await page.focused(`${PANEL} .cm-content`), false);
    assert.notEqual(
      await page.run("return document.activeElement.tagName"),
      "BODY",
    );
    await eventually(STATE, /does not compile/);
    assert.equal(await page.path(), "/semaphores.html");
    assert.match(readFileSync(file, "utf8"), /^fn broken\(/);
  },
);
