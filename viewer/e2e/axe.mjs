// axe-core in a page, with the rules of WCAG 2.2 AA.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const THEMES = ["light", "rust", "coal", "navy", "ayu"];

/** What axe finds: one line for each rule and element. */
export async function axe(driver) {
  await driver.executeScript(SOURCE);
  const found = await driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     axe.run(document, { runOnly: { type: "tag", values: arguments[0] }, resultTypes: ["violations"] })
       .then(({ violations }) => done(violations.flatMap(({ id, nodes }) =>
         nodes.map(({ target, failureSummary, any }) => id + ": " + target.join(" ") + " " +
           (any[0]?.message ?? failureSummary)))), (error) => done([String(error)]));`,
    TAGS,
  );
  return found;
}
