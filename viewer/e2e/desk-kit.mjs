// What the tests of editors share: typing into one, and reading it.

import { Key } from "selenium-webdriver";

export const CARD = "section.exercise";
export const PANEL = '[data-desk="exercise/semaphore"]';
export const COPY = '[data-desk="example/semaphore"]';
export const EDIT = `${CARD} [data-action=edit]`;
export const FILE = "exercise/semaphore";

/** The text that stands in an editor, as its lines show it. */
export function textOf(page, panel = PANEL) {
  return page.run(
    `return Array.from(document.querySelectorAll(arguments[0] + " .desk-text .cm-line"),
       (line) => line.textContent).join("\\n")`,
    panel,
  );
}

export async function openEditor(page, panel = PANEL, edit = EDIT) {
  // The card is drawn when the server has told of the exercises.
  await page.until(() => page.visible(edit), "the button");
  // In the middle of the window: the book's menu hides what is at its edge.
  await page.run(
    `const found = document.querySelector(arguments[0]);
     found.scrollIntoView({ block: "center" }); found.click()`,
    edit,
  );
  await page.until(() => isOpen(page, panel), "the editor");
}

export function isOpen(page, panel = PANEL) {
  return page.run(
    `const found = document.querySelector(arguments[0]);
     return found?.dataset.save !== "closed" && found?.querySelector(".cm-content") !== null && !found.hidden`,
    panel,
  );
}

export function save(page, panel = PANEL) {
  return page.attribute(panel, "data-save");
}

export function untilSave(page, state, panel = PANEL) {
  return page.until(
    async () => (await save(page, panel)) === state,
    `the editor to be ${state}`,
  );
}

/** A key while Control is down. */
export function chord(page, key) {
  const { driver } = page;
  return driver
    .actions()
    .keyDown(Key.CONTROL)
    .sendKeys(key)
    .keyUp(Key.CONTROL)
    .perform();
}

/** Types at the end of the text, as a reader does. */
export async function typeAtEnd(page, text, panel = PANEL) {
  await page.focus(`${panel} .desk-text .cm-content`);
  await chord(page, Key.END);
  await page.keys(...text);
}

/** Replaces the whole text. */
export async function retype(page, text, panel = PANEL) {
  await page.focus(`${panel} .desk-text .cm-content`);
  await chord(page, "a");
  await page.keys(...text);
}

/** Forgets what other tests left in the browser and on the server. */
export async function fresh({ page, server }) {
  await page.open(`${server.url}/?static`);
  await page.forget();
  server.files.forget();
  server.log.length = 0;
  server.script = [];
  const [first] = server.exercises;
  Object.assign(first, {
    state: "unsolved",
    verdict: null,
    warnings: [],
    hints: [],
    solution_revealed: false,
    outdated: false,
    solved_at: null,
  });
}
