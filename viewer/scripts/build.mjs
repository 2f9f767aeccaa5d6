// Bundles what the book's pages load; options.mjs lists the files.
//
// node scripts/build.mjs           writes them
// node scripts/build.mjs --watch   writes them again at every change
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { build, context } from "esbuild";
import { bundles } from "./options.mjs";

for (const { name, options } of bundles) {
  if (process.argv.includes("--watch")) {
    await (await context(options)).watch();
    continue;
  }
  await build(options);
  const bytes = readFileSync(options.outfile);
  const packed = gzipSync(bytes, { level: 9 }).length;
  console.log(`${name}: ${bytes.length} bytes, ${packed} gzipped`);
}
