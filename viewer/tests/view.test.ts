import assert from "node:assert/strict";
import { test } from "node:test";
import {
  drawing,
  firstDifference,
  firstView,
  isView,
  lastAt,
  moveTo,
  nearest,
  nextOf,
  runAt,
  sameInstant,
  stepsByLine,
  turn,
} from "../src/figure/view";
import { runOfDigit } from "../src/figure/keys";
import { figure, permits, run } from "./figures";

test("a figure opens at its first step, with the file's own value", () => {
  const data = permits();
  data.knob = { name: "PERMITS", label: "permits", default: 1 };
  assert.deepEqual(firstView(data), {
    run: 1,
    other: null,
    axis: "time",
    step: 0,
  });
});

test("two runs without a knob are compared from the start", () => {
  const { runs } = permits();
  assert.equal(firstView(figure(runs, false)).other, 1);
  assert.equal(firstView(figure(runs.slice(0, 1), false)).other, null);
});

test("the drawing follows the axis, and the ruler when runs are compared", () => {
  const data = permits();
  const view = firstView(data);
  const one = runAt(data, 0);
  assert.equal(drawing(data, view, 0), one.time);
  assert.equal(drawing(data, { ...view, axis: "steps" }, 0), one.steps_axis);
  const both = { ...view, axis: "steps" as const, other: 1 };
  assert.equal(drawing(data, both, 0), one.ruler);
  assert.equal(drawing(data, both, 1), runAt(data, 1).ruler);
});

test("steps stop at both ends", () => {
  const data = permits();
  const view = firstView(data);
  assert.equal(moveTo(data, view, -1).step, 0);
  assert.equal(moveTo(data, view, 3).step, 3);
  assert.equal(moveTo(data, view, 99).step, 5);
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

test("a click goes to the first step of the nearest instant", () => {
  const positions = [0, 0, 0, 50, 50, 100];
  assert.equal(nearest(positions, 10), 0);
  assert.equal(nearest(positions, 30), 3);
  assert.equal(nearest(positions, 60), 3);
  assert.equal(nearest(positions, 99), 5);
});

test("turning the knob stays at the same instant", () => {
  const data = permits();
  const view = { ...firstView(data), step: 3 };
  assert.deepEqual(turn(data, view, 1), { ...view, run: 1, step: 3 });
  // 100 ms: the other run has been over since 50 ms.
  assert.equal(turn(data, { ...view, step: 5 }, 1).step, 3);
  // The first step stays the first, although others share its instant.
  assert.equal(turn(data, { ...view, step: 0 }, 1).step, 0);
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
  assert.equal(isView(data, { ...view, step: 5, axis: "steps" }), true);
  for (const change of [
    { run: 9 },
    { step: 6 },
    { step: -1 },
    { step: 0.5 },
    { axis: "space" },
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
