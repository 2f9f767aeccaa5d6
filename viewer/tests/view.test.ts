import assert from "node:assert/strict";
import { test } from "node:test";
import {
  drawing,
  firstDifference,
  firstView,
  isView,
  lastAt,
  moveBy,
  moveTo,
  moveToPart,
  nearest,
  nextOf,
  partOf,
  range,
  runAt,
  sameInstant,
  stateAt,
  stepsByLine,
  turn,
  unfold,
} from "../src/figure/view";
import { runOfDigit } from "../src/figure/keys";
import { figure, permits, run } from "./figures";

test("a figure opens at its first step, with the file's own value", () => {
  const data = permits();
  data.knob = { name: "PERMITS", label: "permits", default: 1 };
  assert.deepEqual(firstView(data), {
    run: 1,
    other: null,
    step: 0,
    open: false,
    whole: true,
  });
});

test("two runs without a knob are compared from the start", () => {
  const { runs } = permits();
  assert.equal(firstView(figure(runs, false)).other, 1);
  assert.equal(firstView(figure(runs.slice(0, 1), false)).other, null);
});

test("the drawing is the page's, the phone's, or the ruler's", () => {
  const data = permits();
  const view = firstView(data);
  const one = runAt(data, 0);
  assert.equal(drawing(data, view, 0), one.alone);
  assert.equal(drawing(data, view, 0, true), one.phone);
  const both = { ...view, other: 1 };
  assert.equal(drawing(data, both, 0, true), one.ruler);
  assert.equal(drawing(data, both, 1), runAt(data, 1).ruler);
});

test("steps stop at both ends", () => {
  const data = permits();
  const view = firstView(data);
  assert.equal(moveTo(data, view, -1).step, 0);
  assert.equal(moveTo(data, view, 3).step, 3);
  assert.equal(moveTo(data, view, 99).step, 5);
});

/** Six steps in three parts: 1 to 3, 4, 5 to 6. */
function story() {
  const names = ["a", "b", "c", "d", "e", "f"];
  return figure([
    run(
      null,
      names.map((text, at) => ({ text, at, within: "abe".includes(text) })),
    ),
  ]);
}

test("a run is read in parts", () => {
  const data = story();
  const one = runAt(data, 0);
  assert.deepEqual(
    one.story.map(([last]) => last),
    [2, 3, 5],
  );
  assert.deepEqual(
    [0, 2, 3, 4].map((step) => partOf(one, step)),
    [0, 0, 1, 2],
  );
  let view = firstView(data);
  assert.equal(moveBy(data, view, -1), view);
  const seen = [];
  for (let i = 0; i < 4; i += 1) {
    view = moveBy(data, view, 1);
    seen.push(range(data, view));
  }
  const [first, second, third] = [
    { from: 0, to: 2 },
    { from: 3, to: 3 },
    { from: 4, to: 5 },
  ];
  assert.deepEqual(seen, [first, second, third, third]);
  assert.deepEqual(range(data, moveBy(data, view, -1)), second);
  assert.deepEqual(range(data, moveToPart(data, view, 0)), first);
  assert.deepEqual(range(data, moveToPart(data, view, Infinity)), third);
});

test("a part that is opened is stepped through, and closes behind", () => {
  const data = story();
  let view = unfold(data, moveToPart(data, firstView(data), 0));
  const seen = [];
  for (let i = 0; i < 4; i += 1) {
    seen.push([view.step, view.open]);
    view = moveBy(data, view, 1);
  }
  const steps = [0, 1, 2].map((step) => [step, true]);
  assert.deepEqual(seen, [...steps, [3, false]]);
  // A part of one step has nothing to open.
  assert.equal(unfold(data, moveToPart(data, view, 1)).open, false);
  // Back from the first step of a part: the part before it.
  view = moveBy(data, moveTo(data, view, 4), -1);
  assert.deepEqual([view.step, view.open], [3, false]);
  view = moveTo(data, view, 1);
  assert.deepEqual(unfold(data, view), { ...view, step: 2, open: false });
});

test("a row says what it does after a step", () => {
  const one = runAt(story(), 0);
  assert.deepEqual(
    [0, 4, 5, Infinity].map((step) => stateAt(one, 0, step)),
    [0, 0, 1, 1],
  );
  assert.equal(stateAt(one, 1, 0), null);
  assert.equal(stateAt(one, 7, 0), null);
});

test("lastAt finds the last of equal positions", () => {
  const positions = [0, 0, 0, 50, 50, 100];
  assert.equal(lastAt(positions, -10), 0);
  assert.equal(lastAt(positions, 0), 2);
  assert.equal(lastAt(positions, 49), 2);
  assert.equal(lastAt(positions, 50), 4);
  assert.equal(lastAt(positions, 1000), 5);
  assert.equal(lastAt([], 5), 0);
});

test("a click goes to the nearest step", () => {
  const positions = [0, 3, 6, 50, 53, 100];
  assert.equal(nearest(positions, 4), 1);
  assert.equal(nearest(positions, 40), 3);
  assert.equal(nearest(positions, 52), 4);
  assert.equal(nearest(positions, 99), 5);
});

test("turning the knob stays at the same instant", () => {
  const data = permits();
  const view = { ...firstView(data), step: 3, whole: false };
  assert.deepEqual(turn(data, view, 1), { ...view, run: 1, step: 3 });
  // 100 ms: the other run has been over since 50 ms.
  assert.equal(turn(data, { ...view, step: 5 }, 1).step, 3);
  // Who has not begun has not begun in the other run either.
  const whole = { ...view, step: 0, whole: true };
  assert.deepEqual(turn(data, whole, 1), { ...whole, run: 1 });
  assert.equal(turn(data, view, 0), view);
});

test("turning to the run that is compared makes the two change places", () => {
  const data = permits();
  const view = { ...firstView(data), other: 1 };
  const turned = turn(data, view, 1);
  assert.equal(turned.run, 1);
  assert.equal(turned.other, 0);
});

test("the other run's playhead stands at the same instant", () => {
  const data = permits();
  const view = { ...firstView(data), other: 1, step: 3 };
  assert.equal(sameInstant(data, view, 1), 3);
  assert.equal(sameInstant(data, { ...view, step: 0 }, 1), 2);
});

test("a line leads to the steps that are about it", () => {
  const one = run(null, [
    { text: "a", at: 0, line: 4, waits: [[7, "a waits"]] },
    {
      text: "b",
      at: 0,
      line: 7,
      waits: [
        [7, "a waits"],
        [9, "b waits"],
      ],
    },
    {
      text: "c",
      at: 1,
      line: 4,
      waits: [
        [7, "a waits"],
        [9, "b waits"],
      ],
    },
    {
      text: "d",
      at: 2,
      waits: [
        [9, "b waits"],
        [9, "d waits"],
      ],
    },
  ]);
  const lines = stepsByLine(one);
  assert.deepEqual(lines.get(4), [0, 2]);
  assert.deepEqual(lines.get(7), [1]);
  assert.equal(lines.get(5), undefined);
  // No step is about line 9: it has the steps at which somebody stops there.
  assert.deepEqual(lines.get(9), [1, 3]);
});

test("a line leads to its next step, and after the last to its first", () => {
  assert.equal(nextOf([2, 5, 9], 0), 2);
  assert.equal(nextOf([2, 5, 9], 2), 5);
  assert.equal(nextOf([2, 5, 9], 9), 2);
  assert.equal(nextOf([], 4), 4);
});

test("the first difference is the first step with another key", () => {
  const { runs } = permits();
  const [two, three] = [runs[0]!, runs[1]!];
  assert.equal(firstDifference(two, three), 2);
  assert.equal(firstDifference(two, two), null);
  const shorter = { ...two, steps: two.steps.slice(0, 4) };
  assert.equal(firstDifference(two, shorter), 4);
  assert.equal(firstDifference(shorter, two), 4);
  // Asked again, it answers from memory, and the same.
  assert.equal(firstDifference(two, three), 2);
});

test("a remembered view is one that the figure can show", () => {
  const data = permits();
  const view = firstView(data);
  assert.equal(isView(data, view), true);
  assert.equal(isView(data, { ...view, step: 5, open: true }), true);
  for (const change of [
    { run: 9 },
    { step: 6 },
    { step: -1 },
    { step: 0.5 },
    { open: "yes" },
    { whole: undefined },
    { other: view.run },
    { other: 9 },
    { step: "1" },
  ]) {
    const other = { ...view, ...change };
    assert.equal(isView(data, other), false, JSON.stringify(change));
  }
  assert.equal(isView(data, null), false);
  // Two runs that were drawn to be compared are never alone.
  const pair = figure(data.runs.slice(0, 2), false);
  assert.equal(isView(pair, { ...firstView(pair), other: null }), false);
});

test("a digit names a value, or a place where values are no digits", () => {
  assert.equal(runOfDigit(["1", "2", "3", "6"], "6"), 3);
  assert.equal(runOfDigit(["1", "2", "3", "6"], "4"), null);
  assert.equal(runOfDigit(["false", "true"], "2"), 1);
  assert.equal(runOfDigit(["false", "true"], "3"), null);
});
