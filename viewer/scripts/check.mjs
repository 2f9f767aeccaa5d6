// Fails when a committed bundle is not what the sources build to, or when it
// has grown beyond its budget.
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { bundles } from "./options.mjs";

for (const { name, budget, options } of bundles) {
  const { outputFiles } = await build({ ...options, write: false });
  const fresh = Buffer.from(outputFiles[0].contents);
  const remedy = "run `npm run build` in viewer/";
  let committed;
  try {
    committed = readFileSync(options.outfile);
  } catch {
    fail(`${name} is missing: ${remedy}`);
    continue;
  }
  if (!committed.equals(fresh)) fail(`${name} is stale: ${remedy}`);
  const packed = gzipSync(fresh, { level: 9 }).length;
  if (packed > budget) {
    fail(`${name} is ${packed} bytes gzipped, over its ${budget}`);
  }
  console.log(`${name}: ${packed} bytes gzipped`);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
