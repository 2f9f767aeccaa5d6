// Small figures for the tests.

import type { DrawingData } from "../src/generated/DrawingData";
import type { FigureData } from "../src/generated/FigureData";
import type { RunData } from "../src/generated/RunData";

export function drawn(x: number[]): DrawingData {
  return { svg: "<svg/>", x, width: 100, height: 50, top: 0, bottom: 40 };
}

export interface Moment {
  text: string;
  at: number;
  /** The line it is about, and who waits where after it. */
  line?: number;
  waits?: [number, string][];
}

export function run(value: string | null, moments: Moment[]): RunData {
  const x = moments.map(({ at }) => at);
  return {
    value,
    total: `${Math.max(0, ...x)} ms`,
    peak: 2,
    steps: moments.map(({ text, at, line = null, waits = [] }) => ({
      t: `${at} ms`,
      text,
      key: text,
      line,
      lines: waits,
    })),
    time: drawn(x),
    steps_axis: drawn(x.map((_, index) => index)),
    ruler: drawn(x),
  };
}

export function figure(runs: RunData[], knob = true): FigureData {
  return {
    example: "semaphore",
    source: "examples/semaphore.rs",
    code: ["fn main() {", "}"],
    knob: knob ? { name: "PERMITS", label: "permits", default: 0 } : null,
    runs,
  };
}

/** Two permits against three: the runs part at the third step. */
export function permits(): FigureData {
  return figure([
    run("2", [
      { text: "one starts", at: 0, line: 1 },
      { text: "two starts", at: 0, line: 1 },
      { text: "three waits", at: 0, line: 2 },
      { text: "one is done", at: 50, line: 3 },
      { text: "three starts", at: 50, line: 1 },
      { text: "three is done", at: 100, line: 3 },
    ]),
    run("3", [
      { text: "one starts", at: 0, line: 1 },
      { text: "two starts", at: 0, line: 1 },
      { text: "three starts", at: 0, line: 1 },
      { text: "all are done", at: 50, line: 3 },
    ]),
  ]);
}
