// Small figures for the tests.

import type { DrawingData } from "../src/generated/DrawingData";
import type { FigureData } from "../src/generated/FigureData";
import type { RunData } from "../src/generated/RunData";

export function drawn(x: number[]): DrawingData {
  const box = { width: 100, height: 50, top: 0, bottom: 40, first: 4, row: 9 };
  return { svg: "<svg/>", x, ...box };
}

export interface Moment {
  text: string;
  at: number;
  /** The part of the story goes on after it. */
  within?: boolean;
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
      rows: [0],
    })),
    story: moments.flatMap(({ text, within = false }, index) =>
      within ? [] : [[index, `part: ${text}`] as [number, string]],
    ),
    words: [
      ["ready", "tl-runs"],
      ["done", "tl-done"],
    ],
    states: [
      [0, 0, moments.length - 1, 1],
      [1, 0],
    ],
    why: {
      links: moments.map(({ text }, step) =>
        step === 0 ? { step, text } : { step, text, next: step - 1 },
      ),
      of: moments.map((_, step) => step),
      blocked: [],
    },
    alone: drawn(x),
    phone: drawn(x),
    ruler: drawn(x),
  };
}

export function figure(runs: RunData[], knob = true): FigureData {
  return {
    example: "semaphore",
    files: [{ path: "examples/semaphore.rs", code: ["fn main() {", "}"] }],
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
