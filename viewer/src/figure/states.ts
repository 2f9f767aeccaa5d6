// The column beside the names: what each row does now, in a word; and the
// rows to which something happens now.

import type { RunData } from "../generated/RunData";
import { stateAt, type Range } from "./view";

interface Row {
  name: Element | null;
  state: Element | null;
  lane: Element | null;
  /** The word that stands there, by its place. */
  shown: number | null | undefined;
}

export class Rows {
  readonly #rows: Row[] = [];
  #now: number[] = [];

  constructor(parts: readonly Element[]) {
    const collect = (selector: string, key: "name" | "state" | "lane") => {
      for (const part of parts) {
        for (const found of part.querySelectorAll(selector)) {
          const row = Number(found.getAttribute("data-row"));
          this.#rows[row] ??= {
            name: null,
            state: null,
            lane: null,
            shown: undefined,
          };
          this.#rows[row][key] = found;
        }
      }
    };
    collect(".tl-name[data-row]", "name");
    collect(".tl-state", "state");
    collect(".tl-lane[data-row]", "lane");
  }

  show(run: RunData, range: Range | null): void {
    // Before the first step a figure shows how all of it ends.
    const step = range?.to ?? Infinity;
    this.#rows.forEach((row, index) => {
      const word = stateAt(run, index, step);
      if (word === row.shown || row.state === null) return;
      row.shown = word;
      const [text, kind] = run.words[word ?? -1] ?? ["–", "tl-gone"];
      row.state.textContent = text;
      row.state.setAttribute("class", `tl-state ${kind}`);
    });
    for (const row of this.#now) this.#mark(row, false);
    this.#now = range === null ? [] : rowsOf(run, range);
    for (const row of this.#now) this.#mark(row, true);
  }

  #mark(index: number, now: boolean): void {
    const row = this.#rows[index];
    for (const part of [row?.name, row?.state, row?.lane]) {
      part?.classList.toggle("now", now);
    }
  }
}

export function rowsOf(run: RunData, { from, to }: Range): number[] {
  const rows = new Set<number>();
  for (let step = from; step <= to; step += 1) {
    for (const row of run.steps[step]?.rows ?? []) rows.add(row);
  }
  return [...rows];
}
