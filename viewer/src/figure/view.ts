// What a figure shows at one moment, and how that moment moves. Pure: no DOM,
// so that the unit tests can ask every question directly.
//
// A run is read in parts: what one instant does to a lane, or to several in
// the same way. A part can be opened into its steps.

import type { DrawingData } from "../generated/DrawingData";
import type { FigureData } from "../generated/FigureData";
import type { RunData } from "../generated/RunData";
import type { StepData } from "../generated/StepData";

export interface View {
  /** Index of the run that is stepped through. */
  run: number;
  /** Index of the run that it is compared with. */
  other: number | null;
  /** Index of the current step, from 0; of a part, its last one. */
  step: number;
  /** The part is opened: one step is shown, and not all of the part. */
  open: boolean;
  /** Nobody has stepped yet: all of the run is shown. */
  whole: boolean;
}

/** The first and the last step of what is shown as one. */
export interface Range {
  from: number;
  to: number;
}

/** A figure without a knob that still has two runs was drawn to compare them,
 * and comes with both. */
export function isPair(data: FigureData): boolean {
  return data.knob === null && data.runs.length > 1;
}

export function firstView(data: FigureData): View {
  const run = data.knob?.default ?? data.stepped ?? 0;
  const other = isPair(data) ? 1 - run : null;
  return { run, other, step: 0, open: false, whole: true };
}

/** Whether a value from elsewhere is a view that the figure can show. */
export function isView(data: FigureData, value: unknown): value is View {
  if (typeof value !== "object" || value === null) return false;
  const { run, other, step, open, whole } = value as Record<string, unknown>;
  const known = (index: unknown): index is number =>
    Number.isInteger(index) && data.runs[index as number] !== undefined;
  if (!known(run)) return false;
  if (other === null ? isPair(data) : !known(other) || other === run) {
    return false;
  }
  if (typeof open !== "boolean" || typeof whole !== "boolean") return false;
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
  phone = false,
): DrawingData {
  const { alone, phone: small, ruler } = runAt(data, run);
  if (view.other !== null) return ruler;
  return phone ? small : alone;
}

/** The part to which a step belongs. */
export function partOf(run: RunData, step: number): number {
  const found = run.story.findIndex(([last]) => last >= step);
  return found < 0 ? Math.max(0, run.story.length - 1) : found;
}

export function rangeOfPart(run: RunData, part: number): Range {
  const to = run.story[part]?.[0] ?? Math.max(0, run.steps.length - 1);
  const before = run.story[part - 1]?.[0];
  return { from: before === undefined ? 0 : before + 1, to };
}

/** The steps that the view shows as one. */
export function range(data: FigureData, view: View): Range {
  if (view.open) return { from: view.step, to: view.step };
  const run = runAt(data, view.run);
  return rangeOfPart(run, partOf(run, view.step));
}

/** One part, or one step of an opened part, on or back. */
export function moveBy(data: FigureData, view: View, by: number): View {
  const run = runAt(data, view.run);
  const part = partOf(run, view.step);
  if (view.whole) return by > 0 ? toPart(run, view, 0) : view;
  if (view.open) {
    const { from, to } = rangeOfPart(run, part);
    const step = view.step + by;
    if (step >= from && step <= to) return { ...view, step };
  }
  const next = part + by;
  if (next < 0 || next >= run.story.length) return view;
  return toPart(run, view, next);
}

function toPart(run: RunData, view: View, part: number): View {
  const { to } = rangeOfPart(run, part);
  return { ...view, step: to, open: false, whole: false };
}

export function moveToPart(data: FigureData, view: View, part: number): View {
  const run = runAt(data, view.run);
  const last = Math.max(0, run.story.length - 1);
  return toPart(run, view, Math.min(Math.max(0, part), last));
}

/** To one step: its part is opened, unless it is the whole of it. */
export function moveTo(data: FigureData, view: View, step: number): View {
  const run = runAt(data, view.run);
  const last = Math.max(0, run.steps.length - 1);
  const found = Math.min(Math.max(0, step), last);
  const { from, to } = rangeOfPart(run, partOf(run, found));
  return { ...view, step: found, open: from < to, whole: false };
}

/** Opens the part into its steps, or closes it. */
export function unfold(data: FigureData, view: View): View {
  const run = runAt(data, view.run);
  const { from, to } = rangeOfPart(run, partOf(run, view.step));
  if (view.open) return { ...view, step: to, open: false };
  return { ...view, step: from, open: from < to, whole: false };
}

/** The last index whose position is at or before `x`; positions ascend. */
export function lastAt(positions: readonly number[], x: number): number {
  let low = 0;
  let high = positions.length;
  // A little tolerance: positions are rounded when they are written.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? Infinity) <= x + 0.15) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The step nearest to `x`. */
export function nearest(positions: readonly number[], x: number): number {
  const before = lastAt(positions, x);
  const after = Math.min(before + 1, positions.length - 1);
  const left = positions[before] ?? 0;
  const right = positions[after] ?? 0;
  return Math.abs(right - x) < Math.abs(x - left) ? after : before;
}

/** The step of another run at the same place of the common ruler: the same
 * step up to the first difference, and the same instant after it. */
export function sameInstant(data: FigureData, view: View, run: number): number {
  const x = runAt(data, view.run).ruler.x[view.step] ?? 0;
  return lastAt(runAt(data, run).ruler.x, x);
}

/** Turns the knob. The reader stays at the same instant. */
export function turn(data: FigureData, view: View, run: number): View {
  if (run === view.run) return view;
  const step = view.whole ? 0 : sameInstant(data, view, run);
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

/** What a row does after a step: the place of its word, or none yet. */
export function stateAt(
  run: RunData,
  row: number,
  step: number,
): number | null {
  const changes = run.states[row] ?? [];
  let found: number | null = null;
  for (let i = 0; i + 1 < changes.length; i += 2) {
    if ((changes[i] ?? Infinity) > step) break;
    found = changes[i + 1] ?? null;
  }
  return found;
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
