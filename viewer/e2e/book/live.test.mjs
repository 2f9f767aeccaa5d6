// With the local server: run an example, stop it, solve an exercise.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT, stage, URL } from "./kit.mjs";

const kit = stage({ path: "semaphores.html" });

/** The first run compiles Tokio. */
const PATIENCE_MS = 5 * 60_000;

const listing = '.listing[data-example="semaphore"]';
const card = 'section.exercise[data-exercise="semaphore"]';

async function eventually(page, selector, pattern) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const text = await page.text(selector);
    if (text !== null && pattern.test(text)) return text;
    if (Date.now() > end) throw new Error(`${selector} still reads ${text}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

test("a listing runs for real", async () => {
  const { page } = kit;
  await page.ready();
  await page.run(
    "document.querySelector(arguments[0]).click()",
    `${listing} .listing-run`,
  );
  const said = await eventually(
    page,
    `${listing} .run-state`,
    /^(Ended|Stopped|It does not)/,
  );
  assert.equal(said, "Ended with exit code 0.");
  assert.match(await page.text(`${listing} .run-log`), /total \d+ ms/);
});

test("a run is stopped", async () => {
  const { page } = kit;
  await page.run(
    "document.querySelector(arguments[0]).click()",
    `${listing} .listing-run`,
  );
  await eventually(page, `${listing} .run-state`, /^(Building|Running)/);
  await page.run(
    "document.querySelector(arguments[0]).click()",
    `${listing} .listing-run`,
  );
  await eventually(page, `${listing} .run-state`, /^(Stopped|Ended)/);
  assert.equal(await page.text(`${listing} .listing-run`), "Run");
});

test(
  "a saved exercise shows its verdict",
  { skip: !ROOT && "no --root" },
  async (t) => {
    const { page } = kit;
    const file = join(ROOT, "exercises/21_semaphore/exercise.rs");
    const stub = readFileSync(file, "utf8");
    after(() => writeFileSync(file, stub));
    const solution = await page.run(
      "return document.querySelector(arguments[0]).textContent",
      `${card} .solution pre code`,
    );
    writeFileSync(file, "fn broken( {\n");
    await eventually(page, `${card} .exercise-state`, /does not compile/);
    assert.match(await page.text(`${card} .exercise-message`), /error/);

    // A guard without a name is dropped at once: no limit at all.
    const wrong = solution.replace("let _permit =", "let _ =");
    assert.notEqual(wrong, solution);
    writeFileSync(file, wrong);
    await eventually(page, `${card} .exercise-state`, /the check “.+” fails/);
    assert.match(
      await page.text(`${card} .exercise-message`),
      /never more than 3/,
    );

    writeFileSync(file, solution);
    await eventually(page, `${card} .exercise-state`, /^✓ Solved/);

    // From here on everything is compiled: how long does a reader wait?
    const start = Date.now();
    writeFileSync(file, stub);
    await eventually(page, `${card} .exercise-state`, /Not solved/);
    t.diagnostic(`verdict in the page after ${Date.now() - start} ms`);

    await page.open(`${URL}/introduction.html`);
    await eventually(
      page,
      ".progress-next",
      /exercises solved|Begin with chapter 1/,
    );
  },
);

test(
  "a saved chapter reloads the page",
  { skip: !ROOT && "no --root" },
  async (t) => {
    const { page } = kit;
    const file = join(ROOT, "src/semaphores.md");
    const text = readFileSync(file, "utf8");
    after(() => writeFileSync(file, text));
    await page.open(`${URL}/semaphores.html`);
    await page.untilText(`${card} .exercise-state`, /./);
    const start = Date.now();
    writeFileSync(file, `${text}\nA sentence that a test has written.\n`);
    await eventually(page, "main > p:last-child", /that a test has written/);
    t.diagnostic(`reloaded after ${Date.now() - start} ms`);
    writeFileSync(
      file,
      `${text}\n{{#include ../examples/no_such_file.rs}}\n\n![x](figures/no_such_figure.svg)\n`,
    );
    await eventually(page, ".book-broken", /no_such/);
    writeFileSync(file, text);
    await page.until(
      async () => !(await page.visible(".book-broken")),
      "the banner to go",
    );
  },
);
