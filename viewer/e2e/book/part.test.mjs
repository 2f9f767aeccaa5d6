// Part I as a new reader goes through it: every exercise in the page, first
// with an answer that somebody really gave, then with a right one; and again
// in another editor, with the page beside it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { picture } from "../browser.mjs";
import { openEditor, textOf } from "../desk-kit.mjs";
import { code, deskOf } from "./desk-kit.mjs";
import { ROOT, stage, URL } from "./kit.mjs";

const kit = stage({ path: "progress.html" });
const { eventually, paste } = deskOf(kit);
const skip = !ROOT && "no --root";

const LAST_CHAPTER = 5;
/** Where pictures go, for people: SHOTS=DIR. */
const SHOTS = process.env.SHOTS;

const names = ROOT
  ? readdirSync(join(ROOT, "exercises")).filter(
      (name) => /^\d\d_/.test(name) && Number(name.slice(0, 2)) <= LAST_CHAPTER,
    )
  : [];
const file = (name) => join(ROOT, "exercises", name, "exercise.rs");
const stubs = new Map(names.map((name) => [name, readFileSync(file(name))]));

after(() => {
  for (const [name, text] of stubs) writeFileSync(file(name), text);
});

/** A wrong answer of the corpus that a check refuses with a message. */
function wrongAnswer(id) {
  const folder = join(ROOT, "crates/answers/answers", id);
  for (const answer of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, answer), "utf8");
    const [, check] = /^\/\/! wrong: (\S+)/.exec(text) ?? [];
    if (check !== undefined) return { text: code(text), check };
  }
  throw new Error(`no wrong answer for ${id}`);
}

/** The solution's file without the marks of the stub. */
const solution = (id) =>
  readFileSync(join(ROOT, "solutions/src", `${id}.rs`), "utf8")
    .split("\n")
    .filter((line) => !/^\s*\/\/( begin solution| end solution|~)/.test(line))
    .join("\n");

async function shot(name, selector) {
  if (SHOTS) await picture(kit.driver, join(SHOTS, `${name}.png`), selector);
}

/** The exercises in the order in which the page leads through them. */
async function exercises() {
  const all = await kit.driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     const token = document.querySelector("meta[name=book-token]").content;
     fetch("/api/exercises", { headers: { "X-Book-Token": token } })
       .then((answer) => answer.json()).then((body) => done(body.exercises));`,
  );
  return all.filter(({ name }) => names.includes(name));
}

test("every exercise of Part I is solved in the page", { skip }, async (t) => {
  const { page } = kit;
  const all = await exercises();
  assert.equal(all.length, names.length);
  let where = all[0].page;
  for (const [index, { id, name, page: chapter }] of all.entries()) {
    assert.equal(where, chapter, "the page leads to the next exercise");
    const card = `section.exercise[data-exercise="${id}"]`;
    const panel = `[data-desk="exercise/${id}"]`;
    await page.open(`${URL}/${chapter}`);
    await openEditor(page, panel, `${card} [data-action=edit]`);
    assert.ok((await textOf(page, panel)).includes("TODO"));

    const { text, check } = wrongAnswer(id);
    await paste(panel, text);
    const said = await eventually(
      `${card} .exercise-state`,
      /the check “.+” (fails|did not end)/,
    );
    assert.ok(said.includes(check.replaceAll("_", " ")), `${name}: ${said}`);
    // The first one waits for the recorder to be built.
    await eventually(
      `${card} [data-own=current], ${card} [data-own=failed]`,
      /./,
    );
    const difference = await page.text(`${card} .own-difference`);
    const mistake = await page.text(`${card} .own-mistake`);
    t.diagnostic(`${name}: ${difference ?? "no figure"} | ${mistake ?? "-"}`);
    await shot(`${name}-failing`, card);
    await page.run(
      `document.querySelector(arguments[0]).click()`,
      `${card} [data-action=hint]`,
    );
    await eventually(`${card} .hint[open], ${card} .hint-seen`, /./);

    await paste(panel, solution(id));
    await eventually(`${card} .exercise-state`, /^✓ Solved/);
    await eventually(`${card} .solved`, /./);
    await shot(`${name}-solved`, card);
    assert.equal(
      readFileSync(file(name), "utf8").trim(),
      solution(id).trim(),
      "the same file",
    );
    const next = all[index + 1];
    if (next === undefined) break;
    await eventually(`${card} .solved-next a`, /./);
    const link = await page.attribute(`${card} .solved-next a`, "href");
    where = link.split("#")[0];
  }
  await page.open(`${URL}/progress.html`);
  const solved = new RegExp(`${names.length} of \\d+ exercises solved`);
  await eventually(".progress-total", solved);
  await shot("progress", "main");
});

test("and in another editor, with the page beside it", { skip }, async () => {
  const { page } = kit;
  for (const { id, name, page: chapter } of await exercises()) {
    const card = `section.exercise[data-exercise="${id}"]`;
    writeFileSync(file(name), stubs.get(name));
    await page.open(`${URL}/${chapter}`);
    await eventually(`${card} .exercise-state`, /Not solved/);
    writeFileSync(file(name), wrongAnswer(id).text);
    await eventually(
      `${card} .exercise-state`,
      /the check “.+” (fails|did not end)/,
    );
    writeFileSync(file(name), solution(id));
    await eventually(`${card} .exercise-state`, /^✓ Solved/);
  }
});
