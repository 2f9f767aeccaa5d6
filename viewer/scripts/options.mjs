// How the bundle is made; build.mjs and check.mjs must agree to the byte.
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const output = here("../../theme/viewer.js");

/** @type {import("esbuild").BuildOptions} */
export const options = {
  absWorkingDir: here(".."),
  entryPoints: ["src/main.ts"],
  bundle: true,
  minify: true,
  // Plain scripts: mdBook knows no type=module.
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  banner: {
    js: "/* Built from viewer/ by `npm run build`; do not edit. Contains Preact (MIT). */",
  },
};
