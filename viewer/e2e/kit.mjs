// What the browser tests share: a browser and the fixture server for one file
// of tests, and short words for looking at a page.

import { after, before } from "node:test";
import { By, Key } from "selenium-webdriver";
import { openBrowser } from "./browser.mjs";
import { FixtureServer } from "./fixture/server.mjs";

export { By, Key };

/** Also of a busy machine: only a test that fails waits so long. */
const PATIENCE_MS = 60_000;

/** Opens a browser and a fixture server around the tests of a file. */
export function stage(options = {}) {
  const kit = {};
  before(async () => {
    kit.server = await new FixtureServer().start();
    Object.assign(kit, await openBrowser(options));
    kit.page = new Page(kit.driver);
  });
  after(async () => {
    await kit.close?.();
    await kit.server?.stop();
  });
  return kit;
}

export class Page {
  constructor(driver) {
    this.driver = driver;
  }

  /** The driver may answer for the page before, where the address is the same:
   * that one is marked, and the new one waited for. */
  async open(url) {
    await this.run("window.left = true");
    await this.driver.get(url);
    await this.until(
      () =>
        this.run("return !window.left && document.readyState === 'complete'"),
      `the new page of ${url}`,
    );
  }

  /** Opens a page with a server, and waits until all of it stands. */
  async openLive(url) {
    await this.open(url);
    await this.ready();
  }

  ready() {
    return this.until(
      () =>
        this.run("return document.documentElement.dataset.desk === 'ready'"),
      "the desk",
    );
  }

  run(script, ...args) {
    return this.driver.executeScript(script, ...args);
  }

  find(selector) {
    return this.driver.findElement(By.css(selector));
  }

  async click(selector) {
    await this.find(selector).click();
  }

  /** The text of an element, seen or unseen; null when it is missing. */
  text(selector) {
    return this.run(
      "return document.querySelector(arguments[0])?.textContent.trim().replace(/\\s+/g, ' ') ?? null",
      selector,
    );
  }

  texts(selector) {
    return this.run(
      `return Array.from(document.querySelectorAll(arguments[0]),
         (found) => found.textContent.trim().replace(/\\s+/g, " "))`,
      selector,
    );
  }

  count(selector) {
    return this.run(
      "return document.querySelectorAll(arguments[0]).length",
      selector,
    );
  }

  visible(selector) {
    return this.run(
      `const found = document.querySelector(arguments[0]);
       return found !== null && found.checkVisibility({ visibilityProperty: true })
         && found.getClientRects().length > 0`,
      selector,
    );
  }

  attribute(selector, name) {
    return this.run(
      "return document.querySelector(arguments[0])?.getAttribute(arguments[1])",
      selector,
      name,
    );
  }

  /** Waits until `ask` says something true, and says what that was. `what` may
   * be a function, for what is known only at the end. */
  async until(ask, what) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > end) {
        const missed = typeof what === "function" ? what() : what;
        throw new Error(`waited in vain for ${missed}`);
      }
      await new Promise((done) => setTimeout(done, 30));
    }
  }

  untilText(selector, pattern) {
    return this.until(async () => {
      const text = await this.text(selector);
      return text !== null && pattern.test(text) ? text : null;
    }, `${selector} to read ${pattern}`);
  }

  async keys(...keys) {
    await this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  focus(selector) {
    return this.run("document.querySelector(arguments[0]).focus()", selector);
  }

  untilFocused(selector) {
    return this.until(() => this.focused(selector), `${selector} in focus`);
  }

  untilVisible(selector) {
    return this.until(() => this.visible(selector), `${selector} in sight`);
  }

  focused(selector) {
    return this.run(
      "return document.activeElement?.matches(arguments[0]) ?? false",
      selector,
    );
  }

  path() {
    return this.run("return location.pathname");
  }

  /** By how many pixels the page is wider than what one sees of it. */
  overflow() {
    return this.run(
      "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth",
    );
  }

  forget() {
    return this.run("localStorage.clear(); sessionStorage.clear()");
  }
}
