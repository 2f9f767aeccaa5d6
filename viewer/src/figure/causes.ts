// "Why here?": the chain of what led to a step, or of what stands in the way
// of a row that waits. Pure.

import type { RunData } from "../generated/RunData";
import type { Range } from "./view";

export interface Cause {
  step: number;
  text: string;
}

export interface Chain {
  /** The run that was asked about, by its place. */
  run: number;
  links: Cause[];
  end: string;
}

/** Five presses must do. */
const MOST = 5;

/** What stands in the way of a row at a step; null where it does not wait. */
export function blockedAt(
  run: RunData,
  row: number,
  step: number,
): Omit<Chain, "run"> | null {
  const { why, states, words } = run;
  const changes = states[row] ?? [];
  let word = -1;
  let since = 0;
  for (let i = 0; i + 1 < changes.length; i += 2) {
    if ((changes[i] ?? Infinity) > step) break;
    since = changes[i] ?? 0;
    word = changes[i + 1] ?? -1;
  }
  const waits = /^(waits|sleeps)/.test(words[word]?.[0] ?? "");
  if (!waits) return null;
  const told = why.blocked.filter(
    (one) => one.row === row && one.from >= since && one.from <= step,
  );
  // What it waited for before is told until something else is.
  const found = told.reduce<(typeof told)[number] | null>(
    (last, one) => (last === null || one.from >= last.from ? one : last),
    null,
  );
  if (found === null) return null;
  const links = found.links.slice(0, MOST);
  return {
    links: links.map(([at, text]) => ({ step: at, text })),
    end: found.end,
  };
}

/** What led to a step, the step itself first. */
export function causesOf(run: RunData, step: number): Omit<Chain, "run"> {
  const { links, of } = run.why;
  const chain: Cause[] = [];
  let at = of[step];
  while (at !== undefined && chain.length < MOST) {
    const link = links[at];
    if (link === undefined) break;
    chain.push({ step: link.step, text: link.text });
    at = link.next;
  }
  const end = at === undefined ? "" : "And so on.";
  return { links: chain, end };
}

/** What a step is asked: who waits there, or what led to it. At the end of a
 * run that does not end, the rows that wait are what one asks about. */
export function whyAt(
  run: RunData,
  range: Range,
  row: number | null,
): Omit<Chain, "run"> {
  const last = range.to >= run.steps.length - 1;
  const rows = row !== null ? [row] : last ? run.states.map((_, i) => i) : [];
  const chains = rows.flatMap((one) => blockedAt(run, one, range.to) ?? []);
  const circle = chains.find(({ end }) => end.includes("circle"));
  return circle ?? chains[0] ?? causesOf(run, range.to);
}
