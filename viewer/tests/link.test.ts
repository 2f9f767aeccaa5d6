import assert from "node:assert/strict";
import { test } from "node:test";
import { headOf } from "../src/figure/code";
import { linkTo, partsOf, viewOf } from "../src/figure/link";
import { firstView, moveTo } from "../src/figure/view";
import { place, shownName } from "../src/figure/words";
import { figure, permits } from "./figures";

test("a link carries knob, step and comparison, and brings them back", () => {
  const data = permits();
  const first = firstView(data);
  for (const view of [
    first,
    moveTo(data, first, 4),
    moveTo(data, { ...first, run: 1 }, 2),
    moveTo(data, { ...first, run: 1, other: 0 }, 3),
    { ...first, run: 1 },
  ]) {
    const link = linkTo("fig-semaphore", data, view);
    const asked = partsOf(link);
    assert.equal(asked?.id, "fig-semaphore");
    assert.deepEqual(viewOf(data, first, asked?.query ?? ""), view, link);
  }
  const view = moveTo(data, { ...first, run: 1, other: 0 }, 3);
  const link = "#fig-semaphore?permits=3&step=4&with=2";
  assert.equal(linkTo("fig-semaphore", data, view), link);
});

test("what a figure does not have is left alone", () => {
  const data = permits();
  const first = firstView(data);
  for (const query of ["", "permits=9", "step=0", "step=77", "with=2", "x=y"]) {
    assert.deepEqual(viewOf(data, first, query), first, query);
  }
  assert.equal(partsOf("#traps"), null);
  assert.deepEqual(partsOf("#fig-a-and-b"), { id: "fig-a-and-b", query: "" });
});

test("a pair is turned to one of its programs", () => {
  const data = figure(permits().runs, false);
  const first = firstView(data);
  assert.deepEqual(viewOf(data, first, "run=3"), {
    ...first,
    run: 1,
    other: 0,
  });
});

test("what is shown is named with its place", () => {
  const data = permits();
  const view = firstView(data);
  assert.equal(place(data, view), "6 steps");
  assert.match(shownName(data, view), /^all of the run/);
  assert.equal(
    shownName(data, moveTo(data, view, 3)),
    "step 4 of 6, 50 ms, part: one is done",
  );
});

test("a file begins at its first item", () => {
  const code =
    "//! What.\n//! Why.\n\nuse a::{\n    b,\n};\nuse c;\n\nconst N: u8 = 1;\nfn main() {}";
  assert.equal(headOf(code.split("\n")), 8);
  assert.equal(headOf(["fn main() {}"]), 0);
});
