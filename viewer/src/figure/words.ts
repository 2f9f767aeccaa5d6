// The sentences that the controls add to those that Rust wrote.

import type { FigureData } from "../generated/FigureData";
import type { RunData } from "../generated/RunData";
import { firstDifference, partOf, range, runAt, type View } from "./view";

/** "step 12 of 41, 10 ms, worker 3 waits for a permit" */
export function stepName(run: RunData, index: number): string {
  const step = run.steps[index];
  const place = `step ${index + 1} of ${run.steps.length}`;
  return step === undefined ? place : `${place}, ${step.t}, ${step.text}`;
}

/** "step 12 of 57", "steps 8 to 15 of 57" */
export function place(data: FigureData, view: View): string {
  const { steps, story } = runAt(data, view.run);
  const { from, to } = range(data, view);
  const all = steps.length;
  if (view.whole) {
    return story.length < all
      ? `${all} steps, in ${story.length} parts`
      : `${all} steps`;
  }
  return from === to
    ? `step ${to + 1} of ${all}`
    : `steps ${from + 1} to ${to + 1} of ${all}`;
}

/** What is shown, with its place, its time and its words. */
export function shownName(data: FigureData, view: View): string {
  const run = runAt(data, view.run);
  const where = place(data, view);
  if (view.whole) return `all of the run: ${where}`;
  const step = run.steps[view.step];
  const part = run.story[partOf(run, view.step)];
  const text = view.open ? step?.text : part?.[1];
  return `${where}, ${step?.t ?? ""}, ${text ?? ""}`;
}

/** "at most 2 at once" */
export function peakWords(run: RunData): string {
  return `at most ${run.peak} at once`;
}

/** What a step's sentence says first: who does what. It stands beside the
 * line of the code, where the rest has no room. */
export function gist(text: string): string {
  const end = text.search(/ \(line|[:;]|\.(?: |$)/);
  return end < 0 ? text : text.slice(0, end);
}

/** The line under the title, for another value of the knob. Rust wrote it for
 * the file's own value. */
export function subtitle(
  data: FigureData,
  index: number,
  text: string,
): string {
  if (index === (data.knob?.default ?? 0)) return text;
  const run = runAt(data, index);
  const most = run.peak === 1 ? "one" : run.peak;
  const peak = run.peak === 0 ? "" : `, never more than ${most} at once`;
  return text.replace(
    /\S+ \S+ in all(?:, never more than \w+ at once)?/,
    `with ${runName(data, index)}, ${run.total} in all${peak}`,
  );
}

/** How a sentence calls a run: "permits 2", or the title it came with. */
export function runName(data: FigureData, index: number): string {
  const run = runAt(data, index);
  const value = run.value ?? `run ${index + 1}`;
  return data.knob === null ? value : `${data.knob.label} ${value}`;
}

export interface Difference {
  /** Index of the first step that differs; null when none does. */
  step: number | null;
  sentence: string;
}

/** Where two runs part, in words. */
export function difference(
  data: FigureData,
  one: number,
  two: number,
): Difference {
  const step = firstDifference(runAt(data, one), runAt(data, two));
  if (step === null) {
    return { step, sentence: "Both runs take the same steps." };
  }
  const say = (run: number): string => {
    const found = runAt(data, run).steps[step];
    const name = `With ${runName(data, run)}`;
    return found === undefined
      ? `${name} the run is over.`
      : `${name}, at ${found.t}: ${sentence(found.text)}`;
  };
  const start =
    step === 0
      ? "The runs differ from the first step on."
      : `The runs are the same up to step ${step}. ` +
        `The first difference is step ${step + 1}.`;
  return { step, sentence: `${start} ${say(one)} ${say(two)}` };
}

/** Ends a text with a full stop, unless it has an end already. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
