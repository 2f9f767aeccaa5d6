import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces, plain } from "../src/inline";

test("names in backticks stand apart", () => {
  assert.deepEqual(pieces("`charge 7` begins, `pack` ends."), [
    "",
    "charge 7",
    " begins, ",
    "pack",
    " ends.",
  ]);
  assert.deepEqual(pieces("no names"), ["no names"]);
  assert.equal(plain("moved value: `site`"), "moved value: site");
});

test("a backtick alone is a backtick", () => {
  assert.deepEqual(pieces("a ` b"), ["a ` b"]);
  assert.equal(plain("`a` and `"), "a and `");
});
