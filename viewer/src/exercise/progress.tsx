// What is solved: in one line on the first page, and in full on a page of its
// own.

import { render } from "preact";
import type { Desk } from "../desk/desk";
import type { ExerciseEntry } from "../server/types";
import { Full } from "./full";
import { link } from "./tally";

export function mountProgress(section: HTMLElement, desk: Desk): void {
  const { exercises } = desk;
  const full = section.dataset["progress"] === "full";
  const draw = (): void => {
    const all = exercises.all();
    section.hidden = all.length === 0;
    if (section.hidden) return;
    const Shown = full ? Full : Brief;
    render(<Shown all={all} desk={desk} />, section);
  };
  exercises.onChange(draw);
  draw();
}

/** One line: where to begin, or where to go on. */
function Brief({ all }: { all: ExerciseEntry[] }) {
  const solved = all.filter(({ state }) => state === "solved").length;
  const next = all.find(({ state }) => state !== "solved");
  if (solved === 0) {
    return (
      <p class="progress-next">
        <a href="two-loops.html">Begin with chapter 1</a>
      </p>
    );
  }
  return (
    <p class="progress-next">
      {next !== undefined && (
        <>
          Go on: <a href={link(next)}>{next.title}</a>.{" "}
        </>
      )}
      <a href="progress.html">
        {solved} of {all.length} exercises solved
      </a>
    </p>
  );
}
