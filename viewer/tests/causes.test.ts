import assert from "node:assert/strict";
import { test } from "node:test";
import { blockedAt, causesOf, whyAt } from "../src/figure/causes";
import { run } from "./figures";

const names = ["a", "b", "c", "d", "e", "f", "g"];

function waiting() {
  const one = run(
    null,
    names.map((text, at) => ({ text, at })),
  );
  one.words = [
    ["waits: lock", "tl-short"],
    ["done", "tl-done"],
  ];
  // The first row waits from step 2 to step 5, the second one to the end.
  one.states = [
    [2, 0, 5, 1],
    [3, 0],
  ];
  const circle = "A circle: none of them can go on.";
  one.why.blocked = [
    { row: 0, from: 2, links: [[2, "it waits"]], end: "That ends by itself." },
    {
      row: 0,
      from: 4,
      links: [
        [2, "it waits"],
        [3, "so do I"],
      ],
      end: circle,
    },
    { row: 1, from: 3, links: [[3, "it waits too"]], end: "" },
  ];
  return one;
}

test("what led to a step is told in five presses at most", () => {
  const one = waiting();
  assert.deepEqual(
    causesOf(one, 2).links.map(({ step }) => step),
    [2, 1, 0],
  );
  const far = causesOf(one, 6);
  assert.deepEqual(
    far.links.map(({ text }) => text),
    ["g", "f", "e", "d", "c"],
  );
  assert.equal(far.end, "And so on.");
});

test("who waits is asked what stands in the way at that moment", () => {
  const one = waiting();
  assert.equal(blockedAt(one, 0, 1), null);
  assert.equal(blockedAt(one, 0, 3)?.links.length, 1);
  assert.equal(blockedAt(one, 0, 4)?.links.length, 2);
  assert.equal(blockedAt(one, 0, 6), null, "it has ended");
});

test("the end of a run asks for those who still wait", () => {
  const one = waiting();
  const whole = { from: 0, to: 6 };
  assert.equal(whyAt(one, whole, null).links[0]?.text, "it waits too");
  // Elsewhere a step is asked what led to it, and a row that has ended, too.
  assert.equal(whyAt(one, { from: 1, to: 1 }, null).links[0]?.text, "b");
  assert.equal(whyAt(one, whole, 0).links[0]?.text, "g");
});
