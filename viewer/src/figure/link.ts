// A link to what a figure shows: `#fig-semaphore?permits=3&step=24&with=6`.
// Sentences of the page carry such links, and a reader can copy one.

import type { FigureData } from "../generated/FigureData";
import { firstView, isPair, moveTo, runAt, type View } from "./view";

/** The view that a link asks for, starting from what is shown now. Names that
 * the figure does not have are left alone. */
export function viewOf(data: FigureData, view: View, query: string): View {
  const asked = new URLSearchParams(query);
  const valued = (value: string | null): number =>
    value === null ? -1 : data.runs.findIndex((run) => run.value === value);
  let found = { ...view };
  const run = valued(asked.get(data.knob?.label ?? "run"));
  if (run >= 0 && isPair(data)) found = { ...found, run, other: 1 - run };
  else if (run >= 0) found = { ...found, run, other: null };
  const other = data.knob === null ? -1 : valued(asked.get("with"));
  if (other >= 0 && other !== found.run) found.other = other;
  const count = runAt(data, found.run).steps.length;
  const step = Number(asked.get("step"));
  if (Number.isInteger(step) && step >= 1 && step <= count) {
    return moveTo(data, found, step - 1);
  }
  // Another run, from its beginning.
  if (run >= 0) found = { ...found, step: 0, open: false, whole: true };
  return found;
}

/** The link to a view, without what is so anyway. */
export function linkTo(id: string, data: FigureData, view: View): string {
  const asked = new URLSearchParams();
  const value = (run: number): string => runAt(data, run).value ?? "";
  if (view.run !== firstView(data).run) {
    asked.set(data.knob?.label ?? "run", value(view.run));
  }
  if (!view.whole) asked.set("step", String(view.step + 1));
  if (!isPair(data) && view.other !== null) {
    asked.set("with", value(view.other));
  }
  const query = asked.toString();
  return query === "" ? `#${id}` : `#${id}?${query}`;
}

/** The figure and the question of a link's hash. */
export function partsOf(hash: string): { id: string; query: string } | null {
  const found = /^#(fig-[^?]+)(?:\?(.*))?$/.exec(hash);
  const [, id, query = ""] = found ?? [];
  return id === undefined ? null : { id, query };
}
