// `npm test`: bundles tests/*.test.ts and runs them with Node's test runner.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const tests = fileURLToPath(new URL("../tests/", import.meta.url));
const files = readdirSync(tests).filter((name) => name.endsWith(".test.ts"));
const out = mkdtempSync(join(tmpdir(), "viewer-unit-"));
try {
  await build({
    entryPoints: files.map((name) => join(tests, name)),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  const bundled = files.map((name) =>
    join(out, `${basename(name, ".ts")}.mjs`),
  );
  const { status } = spawnSync(
    process.execPath,
    ["--enable-source-maps", "--test", ...bundled],
    { stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
