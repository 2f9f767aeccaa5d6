// `npm run e2e`: the browser tests.
//
// First against the fixture, then against the book itself: a copy of the
// checkout, served by `cargo run`, so that a test may edit an exercise.
//
//   npm run e2e                            both
//   npm run e2e -- --fixture               the fixture alone: seconds, no Rust
//   npm run e2e -- --book                  the book alone
//   npm run e2e -- --url URL --root DIR    the book that is served already;
//                                          DIR is the checkout it serves
//   npm run e2e -- --only NAME             files whose name contains NAME

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serveCopy } from "./book/serve.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

const { values } = parseArgs({
  options: {
    fixture: { type: "boolean" },
    book: { type: "boolean" },
    url: { type: "string" },
    root: { type: "string" },
    only: { type: "string", default: "" },
  },
});

function tests(folder, env = {}) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".test.mjs") && name.includes(values.only))
    .map((name) => join(folder, name));
  if (files.length === 0) return true;
  // One file after the other: each has a browser of its own.
  const { status } = spawnSync(
    process.execPath,
    ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files],
    { stdio: "inherit", env: { ...process.env, ...env } },
  );
  return status === 0;
}

let good = true;
if (!values.book && !values.url) good = tests(HERE) && good;
if (!values.fixture) {
  const served = values.url
    ? { url: values.url, root: values.root ?? "", stop: () => undefined }
    : await serveCopy();
  try {
    const env = {
      BOOK_URL: served.url.replace(/\/$/, ""),
      BOOK_ROOT: served.root,
    };
    good = tests(join(HERE, "book"), env) && good;
  } finally {
    await served.stop();
  }
}
process.exitCode = good ? 0 : 1;
