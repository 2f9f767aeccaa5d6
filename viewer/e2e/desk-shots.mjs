// `node e2e/desk-shots.mjs OUT [STATE] [SITE] [FIGURE]`: a picture of every state of an
// editor, its verdicts and the progress, in a light and a dark theme, wide and
// narrow. SITE: a folder with a built book, for its looks. FIGURE: a file with the
// figure that the server would send, in place of the fixture's.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, picture, viewport } from "./browser.mjs";
import * as desk from "./desk-kit.mjs";
import { judge, MISTAKE, OTHER, own } from "./fixture/own.mjs";
import { FixtureServer } from "./fixture/server.mjs";
import { Page } from "./kit.mjs";

const out = process.argv[2] ?? "shots";
const only = process.argv[3] ?? "";
mkdirSync(out, { recursive: true });
const site = process.argv[4] || null;
const figure = process.argv[5] ? readFileSync(process.argv[5], "utf8") : null;
const drawn = (answer) => (figure === null ? answer : { ...answer, figure });
const server = await new FixtureServer(site).start();
const { driver, close } = await openBrowser();
const page = new Page(driver);
const STATE = ".exercise-state";

const text = (word) =>
  `${server.files.text(desk.FILE).replace(/ {4}\/\/ TODO[\s\S]*$/, "")}    ${word}\n}\n`;
const write = (word) => server.files.write(desk.FILE, text(word));
const edit = () => desk.openEditor(page);

/** Each state: what leads to it, and what is photographed. */
const STATES = {
  unsolved: async () => undefined,
  editing: async () => {
    await edit();
    await desk.typeAtEnd(page, "// mine");
    await desk.untilSave(page, "saved");
  },
  compiling: async () => {
    await edit();
    server.send({ kind: "checking", id: "semaphore" });
    await page.untilText(STATE, /Checking/);
  },
  "compile-error": async () => {
    await edit();
    write("site.fetch(1); // BROKEN");
    await page.untilText(STATE, /does not compile/);
    await page.until(() => page.visible(".cm-lintRange-error"), "the mark");
  },
  failing: async () => {
    await edit();
    server.files.figure = ({ check }) =>
      drawn(own({ check, mistakes: [MISTAKE, OTHER] }));
    write("let _ = 1; // WARN");
    await page.untilText(".own-difference", /Expected/);
  },
  hang: async () => {
    server.files.figure = ({ check }) =>
      drawn(own({ check, outcome: "hung", difference: null, permits: 1 }));
    write("loop {} // HANG");
    await page.untilText(".own-ending", /did not end/);
  },
  solved: async () => {
    server.files.figure = ({ check }) =>
      drawn(own({ check, difference: null }));
    write("join_all(fetches).await // SOLVED");
    await page.untilText(STATE, /Solved/);
    await page.click("[data-action=compare]");
    await page.until(() => page.visible(".solved-costs"), "the costs");
    await page.until(() => page.visible(".solved .cm-content"), "the texts");
  },
  reset: async () => {
    await edit();
    write("let _ = 2;");
    await page.until(
      () =>
        page.visible(
          `${desk.PANEL} .desk-confirm, ${desk.PANEL} .desk-buttons [data-action=reset]`,
        ),
      "the button",
    );
    await page.click(`${desk.PANEL} .desk-buttons [data-action=reset]`);
    await page.click("[data-confirm=yes]");
    await page.untilText(".desk-note", /Reset/);
  },
  conflict: async () => {
    await edit();
    server.files.refuse.push({
      path: "/api/save",
      status: 500,
      body: { error: "The disk is full.", remedy: "Make room." },
    });
    await desk.typeAtEnd(page, "// mine");
    await desk.untilSave(page, "failed");
    write("let theirs = 3;");
    await desk.untilSave(page, "conflict");
  },
  away: async () => {
    await edit();
    const { port } = server;
    await server.stop();
    await desk.typeAtEnd(page, "// while it is away");
    await desk.untilSave(page, "failed");
    await page.until(() => page.visible(".book-gone"), "the banner");
    return () => server.start(port);
  },
  example: async () => {
    server.files.figure = () => drawn(own());
    server.script = [
      [0, { kind: "started", run: 1 }],
      [0, { kind: "line", stream: "stdout", text: "hello" }],
      [0, { kind: "ended", code: 0, why: "exit", ms: 12 }],
    ];
    await desk.openEditor(page, desk.COPY, ".listing-edit");
    await page.click(`${desk.COPY} .desk-buttons button`);
    await page.untilText(".run-output:last-child .run-state", /Ended/);
    await page.until(
      () => page.visible(".listing-figure figure"),
      "the figure",
    );
  },
  hints: async () => {
    await page.click("[data-action=hint]");
    await page.until(() => page.visible(".hint[open]"), "the hint");
  },
  static: async () => undefined,
  progress: async () => undefined,
};

for (const [name, reach] of Object.entries(STATES)) {
  if (!name.includes(only)) continue;
  for (const theme of ["light", "navy"]) {
    for (const width of [1400, 360]) {
      await viewport(driver, width);
      await desk.fresh({ page, server });
      server.files.judge = judge;
      if (name === "progress") {
        write("let _ = 3;");
        server.exercises[0].hints = [0, 1];
        server.exercises[0].solution_revealed = true;
        server.exercises[1].outdated = true;
      }
      const chapter = site === null ? "" : "semaphores.html";
      const path = name === "progress" ? "progress.html" : chapter;
      await page.run(
        "localStorage.setItem('mdbook-theme', arguments[0]); localStorage.setItem('mdbook-sidebar', 'hidden')",
        theme,
      );
      const query =
        name === "static" ? `static&theme=${theme}` : `theme=${theme}`;
      await page.open(`${server.url}/${path}?${query}`);
      if (name !== "static") await page.ready();
      // Connected: what comes now is heard.
      if (!["static", "progress"].includes(name)) {
        await page.untilText(STATE, /./);
      }
      let undo;
      try {
        undo = await reach();
      } catch (error) {
        console.error(name, theme, width, String(error));
      }
      await driver.executeScript("document.activeElement.scrollIntoView?.()");
      const what =
        name === "progress"
          ? "main"
          : name === "example"
            ? ".listing-copying"
            : desk.CARD;
      await picture(driver, join(out, `${name}-${theme}-${width}.png`), what);
      await undo?.();
    }
  }
}
await close();
await server.stop();
