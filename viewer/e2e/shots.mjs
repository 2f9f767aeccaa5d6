// `node e2e/shots.mjs URL OUT [SELECTOR]`: pictures to look at, in a light
// and a dark theme, wide and narrow.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, picture, viewport } from "./browser.mjs";

const [url, out, selector = "html", script = ""] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const { driver, close } = await openBrowser();
try {
  for (const theme of ["light", "navy"]) {
    for (const width of [1400, 360]) {
      await viewport(driver, width);
      await driver.get(url);
      await driver.executeScript(
        `localStorage.setItem("mdbook-theme", "${theme}");
         document.documentElement.classList.remove("light", "navy", "rust", "coal", "ayu");
         document.documentElement.classList.add("${theme}");`,
      );
      if (script !== "") await driver.executeScript(script);
      await driver.sleep(600);
      await picture(driver, join(out, `${theme}-${width}.png`), selector);
    }
  }
} finally {
  await close();
}
