// The first page's account of what is solved, chapter by chapter.

import { render } from "preact";
import type { ExerciseEntry } from "../server/types";
import type { Exercises } from "./store";
import { byChapter } from "./tally";

export function mountProgress(
  section: HTMLElement,
  exercises: Exercises,
): void {
  const draw = (): void => {
    const all = exercises.all();
    section.hidden = all.length === 0;
    if (!section.hidden)
      render(<Progress all={all} saved={exercises.saved} />, section);
  };
  exercises.onChange(draw);
  draw();
}

function Progress({ all, saved }: { all: ExerciseEntry[]; saved: boolean }) {
  const solved = all.filter(({ state }) => state === "solved").length;
  const next = all.find(({ state }) => state !== "solved");
  return (
    <>
      <h2 class="progress-title">Your progress</h2>
      <p class="progress-total">
        <b>
          {solved} of {all.length}
        </b>{" "}
        {all.length === 1 ? "exercise" : "exercises"} solved.{" "}
        {next === undefined ? (
          "All of them."
        ) : (
          <>
            Next: <a href={link(next)}>{next.title}</a>.
          </>
        )}
      </p>
      {!saved && (
        <p class="progress-unsaved">
          The book's folder cannot be written: this is forgotten when the server
          ends.
        </p>
      )}
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

/** What the table of contents calls each page, without its number. */
function titles(): Map<string, string> {
  const found = new Map<string, string>();
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>(
    "#mdbook-sidebar a[href]",
  )) {
    const page = anchor.pathname.split("/").pop() ?? "";
    const words = Array.from(anchor.childNodes)
      .filter((node) => node instanceof Text)
      .map((node) => node.textContent);
    const title = words.join("").trim();
    if (title !== "" && anchor.hash === "") found.set(page, title);
  }
  return found;
}

function link({ page, id }: ExerciseEntry): string {
  return `${page}#exercise-${id}`;
}
