import assert from "node:assert/strict";
import { test } from "node:test";
import { remembered, told, written } from "../src/predict";

test("what was tried is written down and read back", () => {
  for (const tries of [
    { tried: [2, 0], given: false },
    { tried: [1], given: true },
    { tried: [], given: true },
  ]) {
    assert.deepEqual(remembered(written(tries), 3), tries);
  }
  assert.equal(written({ tried: [], given: false }), null);
});

test("a stored answer counts only while the question has it", () => {
  const nothing = { tried: [], given: false };
  for (const stored of [null, "", "x", "3", "-1", "1.5"]) {
    assert.deepEqual(remembered(stored, 3), nothing, String(stored));
  }
  assert.deepEqual(remembered("0,0,7", 3), { tried: [0], given: false });
});

test("the question says how it went, and gives nothing away", () => {
  assert.match(told({ tried: [1], given: false }, 1), /first try/);
  assert.match(told({ tried: [0, 2, 1], given: false }, 1), /try 3/);
  assert.match(told({ tried: [0], given: false }, 1), /Choose another/);
  assert.equal(told({ tried: [0], given: true }, 1), "");
});
