// The search: a name of asyncio, or the words of a message, leads to the page
// that explains it. What is typed is what the two lists of the book hold.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { By, ROOT, stage } from "./kit.mjs";

const kit = stage({ path: "introduction.html" });

/** First, in so many of a hundred; among the first three, always. */
const FIRST = 95;

/** What is in backticks: one on each side, or two and a blank. */
const spans = (cell) =>
  [...cell.matchAll(/``\s?(.+?)\s?``|`([^`]+)`/g)].map(([, a, b]) => a ?? b);

/** The pages that a cell links to. */
const pages = (cell) =>
  [...cell.matchAll(/\]\(([a-z-]+)\.md/g)].map(([, page]) => `${page}.html`);

const rows = (list) =>
  readFileSync(join(ROOT, "src", list), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1)
        .split(" | ")
        .map((cell) => cell.trim()),
    );

/** `wait_for(..)` is typed as `wait_for` and as `asyncio.wait_for`. A method
 * is typed with its owner: `join` alone may be anybody's. */
function forms(name) {
  const [path] = name.match(/^[\w.]+/) ?? [];
  if (path === undefined) return [name];
  const [owner, method] = path.split(".");
  if (method === undefined) return [name, path, `asyncio.${path}`];
  return ["asyncio", "loop"].includes(owner)
    ? [name, path, method]
    : [name, path];
}

/** Each text to type, and the pages of which one has to come first. */
function wanted() {
  const all = new Map();
  const add = (text, right) =>
    all.set(text, new Set([...(all.get(text) ?? []), ...right]));
  const entries = rows("dictionary.md").filter(([first]) =>
    first.startsWith("<span"),
  );
  for (const cells of entries) {
    const right = pages(cells.at(-1));
    for (const name of spans(cells[0]).flatMap(forms)) {
      add(name, right.length > 0 ? right : ["dictionary.html"]);
    }
  }
  // `join` is a method of a queue there, and a macro here.
  for (const [, tokio, , taught] of entries) {
    for (const name of spans(tokio).flatMap(forms)) {
      if (all.has(name)) add(name, pages(taught));
    }
  }
  let messages = [];
  for (const cells of rows("error-messages.md")) {
    const right = pages(cells.at(-1));
    if (cells[0] !== "") messages = spans(cells[0]);
    if (right.length > 0) for (const text of messages) add(text, right);
  }
  return all;
}

async function open() {
  const { driver, page } = kit;
  await driver.findElement(By.css("#mdbook-search-toggle")).click();
  await page.until(
    () =>
      page.run(
        `return window.search.doc_urls !== undefined && !document
           .querySelector("#mdbook-searchbar-outer.searching")`,
      ),
    "the index of the search",
  );
}

test("a name or a message leads to its page", async () => {
  await open();
  const all = wanted();
  assert.ok(all.size > 120, `only ${all.size} texts to type`);
  const found = await kit.page.run(
    `const bar = document.querySelector("#mdbook-searchbar");
     return arguments[0].map((text) => {
       bar.value = text;
       bar.dispatchEvent(new KeyboardEvent("keyup"));
       const links = document.querySelectorAll("#mdbook-searchresults a");
       return Array.from(links, (link) => link.pathname.split("/").pop());
     });`,
    [...all.keys()],
  );
  const later = [];
  const missing = [];
  [...all].forEach(([text, right], at) => {
    const first = found[at].slice(0, 3);
    const said = `${text}: ${first.join(", ")}, not ${[...right].join(", ")}`;
    if (!first.some((page) => right.has(page))) missing.push(said);
    if (!right.has(first[0])) later.push(said);
  });
  assert.deepEqual(missing, []);
  const share = 100 - (100 * later.length) / all.size;
  assert.ok(share >= FIRST, `${share.toFixed(1)} %\n${later.join("\n")}`);
});

test("what a panic prints around an error is no part of its words", async () => {
  const first = await kit.page.run(
    `const bar = document.querySelector("#mdbook-searchbar");
     bar.value = arguments[0];
     bar.dispatchEvent(new KeyboardEvent("keyup"));
     return document.querySelector("#mdbook-searchresults a").pathname;`,
    "called `Result::unwrap()` on an `Err` value: Elapsed(())",
  );
  assert.match(first, /timeouts\.html$/);
});

test("typed letter by letter it is the same", async () => {
  const { driver, page } = kit;
  const bar = await driver.findElement(By.css("#mdbook-searchbar"));
  await bar.clear();
  await bar.sendKeys("asyncio.wait_for");
  const first = () =>
    page.run(
      `return document.querySelector("#mdbook-searchresults a")?.pathname`,
    );
  await page.until(
    async () => (await first())?.endsWith("/timeouts.html"),
    "the page on timeouts",
  );
});

test("no hint, no solution and no answer is found", async () => {
  const bodies = await kit.page.run(
    `const { docs } = window.search.index.documentStore;
     return Object.values(docs).map(({ body }) => body);`,
  );
  assert.ok(bodies.length > 300);
  const tells = bodies.filter((body) =>
    /Show the solution|Hint 1 of|Proved by|Not so\./.test(body),
  );
  assert.deepEqual(tells, []);
});
