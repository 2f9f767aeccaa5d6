// axe-core in a page, with the rules of WCAG 2.2 AA.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Of these, the ones that ask for colors. */
const OF_COLORS = ["color-contrast", "link-in-text-block"];

export const THEMES = ["light", "rust", "coal", "navy", "ayu"];

/** What axe finds: one line for each rule and element. A theme is nothing but
 * colors: where the page was judged in the first one, the others need no other
 * rule. `within`: a selector, for a part of the page. */
export async function axe(driver, { theme = THEMES[0], within = "" } = {}) {
  // Once a page: it is half a megabyte.
  if (!(await driver.executeScript("return 'axe' in window"))) {
    await driver.executeScript(SOURCE);
  }
  const found = await driver.executeAsyncScript(
    // A theme's colors may come by degrees.
    `const [runOnly, within, done] = arguments;
     for (const one of document.getAnimations())
       if (one instanceof CSSTransition) one.finish();
     const part = within === "" ? document : Array.from(document.querySelectorAll(within));
     if (part.length === 0) return done([]);
     axe.run(part, { runOnly, resultTypes: ["violations"] })
       .then(({ violations }) => done(violations.flatMap(({ id, nodes }) =>
         nodes.map(({ target, failureSummary, any }) => id + ": " + target.join(" ") + " " +
           (any[0]?.message ?? failureSummary)))), (error) => done([String(error)]));`,
    theme === THEMES[0]
      ? { type: "tag", values: TAGS }
      : { type: "rule", values: OF_COLORS },
    within,
  );
  return found;
}
