// `npm run e2e`: the browser tests.
//
// Against the fixture, and against the book itself: a copy of the checkout,
// served by `cargo run`, so that a test may edit an exercise.
//
//   npm run e2e                            both
//   npm run e2e -- --fixture               the fixture alone: no Rust
//   npm run e2e -- --book                  the book alone
//   npm run e2e -- --url URL --root DIR    the book that is served already;
//                                          DIR is the checkout it serves
//   npm run e2e -- --only NAME             files whose name contains NAME
//
// SLOW_MS=300 before it makes all that a page waits for slower: e2e/slow.mjs.
//
// Two files run beside each other, each with a browser of its own. Those that
// edit the checkout, or look whether somebody did, are ALONE: they run one
// after another, and have their own copy.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serveCopies } from "./book/serve.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** In this order: the first one must not find what another left to check. */
const ALONE = ["foreign", "desk", "live", "part"].map(
  (name) => `${name}.test.mjs`,
);
/** It takes longest: begun first, it is not what all wait for at the end. */
const LONGEST = "axe.test.mjs";

const { values } = parseArgs({
  options: {
    fixture: { type: "boolean" },
    book: { type: "boolean" },
    url: { type: "string" },
    root: { type: "string" },
    only: { type: "string", default: "" },
  },
});

const failed = [];

/** Runs one file, and prints what it said when it has ended. */
async function run(folder, name, env = {}) {
  const file = join(folder, name);
  const child = spawn(
    process.execPath,
    ["--test", "--test-reporter=spec", file],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } },
  );
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => said.push(bytes));
  }
  const status = await new Promise((done) => child.once("close", done));
  const short = file.slice(HERE.length);
  process.stdout.write(`\n${short}\n${Buffer.concat(said)}`);
  if (status !== 0) failed.push(short);
}

const tests = (folder) =>
  readdirSync(folder).filter(
    (name) => name.endsWith(".test.mjs") && name.includes(values.only),
  );

/** What is left to do, for whoever has time. */
const queue = [];

async function lane() {
  for (let job; (job = queue.shift()) !== undefined;) await job();
}

/** The files of the book, on a copy for those ALONE and one for the rest. */
function book([own, shared]) {
  const folder = join(HERE, "book");
  const on = ({ url, root }, name) =>
    run(folder, name, { BOOK_URL: url.replace(/\/$/, ""), BOOK_ROOT: root });
  const names = tests(folder);
  const others = names
    .filter((name) => !ALONE.includes(name))
    .sort((a, b) => (b === LONGEST) - (a === LONGEST));
  const alone = ALONE.filter((name) => names.includes(name));
  return [
    async () => {
      for (const name of alone) await on(own, name);
    },
    ...others.map((name) => () => on(shared, name)),
  ];
}

// What serves the copies ends with this process, also at Ctrl-C.
process.once("SIGINT", () => process.exit(130));

const began = Date.now();
if (values.url) {
  const served = { url: values.url, root: values.root ?? "" };
  queue.push(...book([served, served]));
  await lane();
} else {
  if (!values.book) {
    queue.push(...tests(HERE).map((name) => () => run(HERE, name)));
  }
  const first = lane();
  // While Cargo builds what serves the book, the fixture is tested.
  const copies = values.fixture ? [] : await serveCopies();
  try {
    if (!values.fixture) queue.unshift(...book(copies));
    await Promise.all([first.then(lane), lane()]);
  } finally {
    for (const { stop } of copies) await stop();
  }
}
const seconds = Math.round((Date.now() - began) / 1000);
console.log(`\n${seconds} s; failed: ${failed.join(", ") || "nothing"}`);
process.exitCode = failed.length > 0 ? 1 : 0;
