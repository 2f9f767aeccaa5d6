// Where two texts differ, as lines and as changes.

import { Chunk, diff } from "@codemirror/merge";
import { Text, type ChangeSpec } from "@codemirror/state";

export interface Side {
  /** First and last line, from 1; `last < first`: no line at all. */
  first: number;
  last: number;
  text: string;
}

export interface Difference {
  one: Side;
  two: Side;
}

/** In the order of the lines. */
export function differences(one: string, two: string): Difference[] {
  const a = Text.of(one.split("\n"));
  const b = Text.of(two.split("\n"));
  return Chunk.build(a, b).map(({ fromA, endA, toA, fromB, endB, toB }) => ({
    one: side(a, fromA, endA, toA),
    two: side(b, fromB, endB, toB),
  }));
}

function side(doc: Text, from: number, end: number, to: number): Side {
  if (from === to) {
    const { number } = doc.lineAt(Math.min(from, doc.length));
    return { first: number, last: number - 1, text: "" };
  }
  const first = doc.lineAt(from).number;
  const last = doc.lineAt(Math.min(end, doc.length)).number;
  return {
    first,
    last,
    text: doc.sliceString(from, Math.min(end, doc.length)),
  };
}

/** The fewest characters that make `two` out of `one`: what stands between
 * them, the cursor too, stays where it is. */
export function changes(one: string, two: string): ChangeSpec[] {
  return diff(one, two).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: two.slice(fromB, toB),
  }));
}
