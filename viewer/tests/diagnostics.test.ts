// The compiler's lines and columns in the editor's text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { here, offset, range } from "../src/edit/diagnostics";
import { changes, differences } from "../src/editor/diff";

const TEXT = 'fn main() {\n    let ü = "🦀"; x\n}\n';

const mark = (line: number, column: number, endLine: number, end: number) => ({
  level: "error" as const,
  message: "no",
  line,
  column,
  end_line: endLine,
  end_column: end,
});

const under = (...at: Parameters<typeof mark>): string => {
  const { from, to } = range(TEXT, mark(...at));
  return TEXT.slice(from, to);
};

test("a span is what the compiler underlines", () => {
  assert.equal(under(1, 4, 1, 8), "main");
  assert.equal(under(2, 9, 2, 10), "ü");
});

test("columns are characters, not units of UTF-16", () => {
  assert.equal(under(2, 14, 2, 15), "🦀");
  assert.equal(under(2, 18, 2, 19), "x");
});

test("a span over lines", () => {
  assert.equal(under(1, 11, 2, 8), "{\n    let");
});

test("an empty span still shows something", () => {
  assert.equal(under(1, 4, 1, 4), "m");
  assert.equal(under(1, 12, 1, 12), "{");
  assert.equal(under(2, 14, 2, 14), "🦀");
});

test("a span of a text that is shorter now stays inside", () => {
  assert.deepEqual(range(TEXT, mark(99, 1, 99, 9)), {
    from: TEXT.length,
    to: TEXT.length,
  });
  assert.equal(offset(TEXT, 1, 999), 11);
  assert.deepEqual(range("", mark(3, 4, 3, 9)), { from: 0, to: 0 });
});

test("an end before the start is no span backwards", () => {
  const { from, to } = range(TEXT, mark(2, 9, 1, 1));
  assert.ok(to > from);
});

test("what is not in the reader's file has no mark", () => {
  assert.deepEqual(here([mark(0, 0, 0, 0)]), []);
  assert.equal(here([mark(1, 1, 1, 2)]).length, 1);
});

test("another text comes as the fewest changes", () => {
  const before = "a\nb\nc\nd\n";
  const found = changes(before, "A\nb\nc\nD\n");
  assert.equal(found.length, 2);
  assert.deepEqual(changes(before, before), []);
});

test("differences are lines, with nothing where nothing is", () => {
  assert.deepEqual(differences("a\nb\nc\n", "a\nc\n"), [
    {
      one: { first: 2, last: 2, text: "b" },
      two: { first: 2, last: 1, text: "" },
    },
  ]);
  assert.deepEqual(differences("same\n", "same\n"), []);
  const [last] = differences("a\nb", "a\nc");
  assert.deepEqual(last?.two, { first: 2, last: 2, text: "c" });
});
