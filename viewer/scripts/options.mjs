// How the bundles are made; build.mjs and check.mjs must agree to the byte.
//
// `viewer` is loaded by every page. The others are fetched when they are
// needed: `desk` where a server answers, `editor` when a reader opens an
// editor. mdBook copies what lies under src/ and loads it nowhere by itself.
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const KB = 1024;

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: here(".."),
  bundle: true,
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
};

const banner = (what) => ({
  js: `/* Built from viewer/ by \`npm run build\`; do not edit. ${what} */`,
});

/** `budget`: bytes, gzipped. */
export const bundles = [
  {
    name: "theme/viewer.js",
    budget: 20 * KB,
    options: {
      ...common,
      entryPoints: ["src/main.ts"],
      outfile: here("../../theme/viewer.js"),
      // A plain script: mdBook knows no type=module.
      format: "iife",
      banner: banner("Contains Preact (MIT)."),
    },
  },
  {
    name: "src/assets/desk.min.js",
    budget: 30 * KB,
    options: {
      ...common,
      entryPoints: ["src/desk/main.ts"],
      outfile: here("../../src/assets/desk.min.js"),
      format: "esm",
      banner: banner("Contains Preact (MIT)."),
    },
  },
  {
    name: "src/assets/editor.min.js",
    budget: 200 * KB,
    options: {
      ...common,
      entryPoints: ["src/editor/main.ts"],
      outfile: here("../../src/assets/editor.min.js"),
      format: "esm",
      banner: banner("Contains CodeMirror (MIT); see editor.LICENSE.txt."),
    },
  },
];
