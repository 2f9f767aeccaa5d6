// What a figure shows at one moment, and how that moment moves. Pure: no DOM,
// so that the unit tests can ask every question directly.

import type { DrawingData } from "../generated/DrawingData";
import type { FigureData } from "../generated/FigureData";
import type { RunData } from "../generated/RunData";
import type { StepData } from "../generated/StepData";

export type Axis = "time" | "steps";

export interface View {
  /** Index of the run that is stepped through. */
  run: number;
  /** Index of the run that it is compared with. */
  other: number | null;
  axis: Axis;
  /** Index of the current step, from 0. */
  step: number;
}

export function firstView(data: FigureData): View {
  const run = data.knob?.default ?? data.stepped ?? 0;
  // A figure without a knob that still has two runs was drawn to compare
  // them, and comes with both.
  const pair = data.knob === null && data.runs.length > 1;
  return { run, other: pair ? 1 - run : null, axis: "time", step: 0 };
}

/** Whether a value from elsewhere is a view that the figure can show. */
export function isView(data: FigureData, value: unknown): value is View {
  if (typeof value !== "object" || value === null) return false;
  const { run, other, axis, step } = value as Record<string, unknown>;
  const paired = data.knob === null && data.runs.length > 1;
  const known = (index: unknown): index is number =>
    Number.isInteger(index) && data.runs[index as number] !== undefined;
  if (!known(run) || (axis !== "time" && axis !== "steps")) return false;
  if (other === null ? paired : !known(other) || other === run) return false;
  const count = data.runs[run]?.steps.length ?? 0;
  return Number.isInteger(step) && Number(step) >= 0 && Number(step) < count;
}

export function runAt(data: FigureData, index: number): RunData {
  const run = data.runs[index];
  if (run === undefined) throw new Error(`the figure has no run ${index}`);
  return run;
}

export function stepAt(run: RunData, index: number): StepData {
  const step = run.steps[index];
  if (step === undefined) throw new Error(`the run has no step ${index}`);
  return step;
}

/** The drawing of one of the view's runs. */
export function drawing(
  data: FigureData,
  view: View,
  run: number,
): DrawingData {
  const { time, steps_axis, ruler } = runAt(data, run);
  if (view.other !== null) return ruler;
  return view.axis === "time" ? time : steps_axis;
}

/** The last index whose position is at or before `x`; positions ascend. */
export function lastAt(positions: readonly number[], x: number): number {
  let low = 0;
  let high = positions.length;
  // Half a unit of tolerance: positions are rounded when they are written.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? Infinity) <= x + 0.5) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The step nearest to `x`; the first of those that share a position. */
export function nearest(positions: readonly number[], x: number): number {
  const before = lastAt(positions, x);
  const after = Math.min(before + 1, positions.length - 1);
  const left = positions[before] ?? 0;
  const right = positions[after] ?? 0;
  let found = Math.abs(right - x) < Math.abs(x - left) ? after : before;
  while (found > 0 && positions[found - 1] === positions[found]) found -= 1;
  return found;
}

export function moveTo(data: FigureData, view: View, step: number): View {
  const last = runAt(data, view.run).steps.length - 1;
  return { ...view, step: Math.min(Math.max(0, step), Math.max(0, last)) };
}

/** The step of another run at the same instant of the common ruler. */
export function sameInstant(data: FigureData, view: View, run: number): number {
  const x = runAt(data, view.run).ruler.x[view.step] ?? 0;
  return lastAt(runAt(data, run).ruler.x, x);
}

/** Turns the knob. The reader stays at the same instant. */
export function turn(data: FigureData, view: View, run: number): View {
  if (run === view.run) return view;
  const step = view.step === 0 ? 0 : sameInstant(data, view, run);
  // Comparing a run with itself says nothing: the two change places.
  const other = view.other === run ? view.run : view.other;
  return { ...view, run, other, step };
}

/** For each line of the file, the steps that are about it; a line that no
 * step is about, but where somebody stops, has the steps of those stops. */
export function stepsByLine(run: RunData): Map<number, number[]> {
  const about = new Map<number, number[]>();
  const stops = new Map<number, number[]>();
  const standing = new Set<string>();
  run.steps.forEach((step, index) => {
    if (step.line !== null) add(about, step.line, index);
    const before = new Set(standing);
    standing.clear();
    for (const [line, who] of step.lines) {
      const stop = `${line} ${who}`;
      standing.add(stop);
      // Who stands there still is no news.
      if (!before.has(stop)) add(stops, line, index);
    }
  });
  return new Map([...stops, ...about]);
}

function add(lines: Map<number, number[]>, line: number, step: number): void {
  const steps = lines.get(line);
  if (steps === undefined) lines.set(line, [step]);
  else if (steps[steps.length - 1] !== step) steps.push(step);
}

/** The next of `steps` after the current one; after the last, the first. */
export function nextOf(steps: readonly number[], current: number): number {
  return steps.find((step) => step > current) ?? steps[0] ?? current;
}

const differences = new WeakMap<RunData, Map<RunData, number | null>>();

/** The first step at which two runs differ; null when they are the same.
 * Asked at every drawing, so it is looked for only once. */
export function firstDifference(a: RunData, b: RunData): number | null {
  const known = differences.get(a) ?? new Map<RunData, number | null>();
  differences.set(a, known);
  const found = known.get(b);
  if (found !== undefined) return found;
  const length = Math.max(a.steps.length, b.steps.length);
  let first = 0;
  while (first < length && a.steps[first]?.key === b.steps[first]?.key) {
    first += 1;
  }
  const result = first === length ? null : first;
  known.set(b, result);
  return result;
}
