// Fails when theme/viewer.js is not what the sources build to, or when it has
// grown beyond its budget.
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { options, output } from "./options.mjs";

const BUDGET = 20 * 1024;

const { outputFiles } = await build({
  ...options,
  outfile: output,
  write: false,
});
const fresh = Buffer.from(outputFiles[0].contents);
let committed;
try {
  committed = readFileSync(output);
} catch {
  fail("theme/viewer.js is missing: run `npm run build` in viewer/");
}
if (!committed.equals(fresh)) {
  fail("theme/viewer.js is stale: run `npm run build` in viewer/");
}
const packed = gzipSync(fresh, { level: 9 }).length;
if (packed > BUDGET) {
  fail(`theme/viewer.js is ${packed} bytes gzipped, over its ${BUDGET}`);
}
console.log(`theme/viewer.js is up to date, ${packed} bytes gzipped`);

function fail(message) {
  console.error(message);
  process.exit(1);
}
