// What is solved, chapter by chapter: in brief on the first page, and in full
// on a page of its own.

import { render } from "preact";
import type { Desk } from "../desk/desk";
import type { ExerciseEntry } from "../server/types";
import { Full } from "./full";
import { byChapter, link, titles } from "./tally";
import { Total } from "./total";

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

function Brief({ all, desk }: { all: ExerciseEntry[]; desk: Desk }) {
  return (
    <>
      <h2 class="progress-title">Your progress</h2>
      <Total all={all} saved={desk.exercises.saved} />
      <ul class="progress-chapters">
        {byChapter(all, titles()).map(({ page, title, entries }) => (
          <li key={page}>
            <a class="progress-chapter" href={page}>
              {title}
            </a>
            <span class="progress-count">
              {entries.filter(({ state }) => state === "solved").length} of{" "}
              {entries.length} solved
            </span>
            <span class="progress-exercises">
              {entries.map((entry) => (
                <Exercise key={entry.id} entry={entry} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a class="progress-more" href="progress.html">
          When each was solved, and how to reset them
        </a>
      </p>
    </>
  );
}

function Exercise({ entry }: { entry: ExerciseEntry }) {
  const solved = entry.state === "solved";
  return (
    <a class={solved ? "progress-solved" : "progress-open"} href={link(entry)}>
      <span aria-hidden="true">{solved ? "✓" : "○"}</span> {entry.title}
      <span class="tlv-unseen">{solved ? ", solved" : ", not solved"}</span>
    </a>
  );
}
