// Bundles src/main.ts into the one file that the book's pages load.
//
// node scripts/build.mjs           writes theme/viewer.js
// node scripts/build.mjs --watch   writes it again at every change
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { build, context } from "esbuild";
import { options, output } from "./options.mjs";

if (process.argv.includes("--watch")) {
  await (await context({ ...options, outfile: output })).watch();
} else {
  await build({ ...options, outfile: output });
  const bytes = readFileSync(output);
  const packed = gzipSync(bytes, { level: 9 }).length;
  console.log(`theme/viewer.js: ${bytes.length} bytes, ${packed} gzipped`);
}
