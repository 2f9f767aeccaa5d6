// The page of progress: every exercise with its state, when it was solved and
// what was revealed; and the way back to the beginning, for one or for all.

import { useState } from "preact/hooks";
import type { Desk } from "../desk/desk";
import { Confirm } from "../edit/confirm";
import { resetWords, undoWords } from "../edit/words";
import { explain } from "../server/api";
import type { ExerciseEntry } from "../server/types";
import { byChapter, link, titles } from "./tally";
import { Total } from "./total";

interface Props {
  all: ExerciseEntry[];
  desk: Desk;
}

export function Full({ all, desk }: Props) {
  const [told, tell] = useState("");
  const { exercises, server } = desk;
  /** Asks the server, says what came of it, and looks again. */
  const run = async <T,>(
    path: string,
    body: unknown,
    words: (answer: T) => string,
  ): Promise<void> => {
    try {
      tell(words(await server.call<T>(path, body)));
      await exercises.refresh();
    } catch (error) {
      tell(explain(error));
    }
  };
  const edited = all.filter((entry) => entry.edited).length;
  return (
    <>
      <Total all={all} saved={exercises.saved} />
      <p class="exercise-actions progress-all">
        {edited > 0 && (
          <Confirm
            label="Reset all"
            action="reset-all"
            question={`Back to the first text of ${edited === 1 ? "one exercise" : `${edited} exercises`}? Your texts are kept.`}
            yes="Reset all"
            run={() => void run("/api/reset-all", {}, resetAllWords)}
          />
        )}
        {exercises.backups && (
          <Confirm
            label="Bring all back"
            action="undo-all"
            question="Bring back the texts of before the last “Reset all”?"
            yes="Bring all back"
            run={() => void run("/api/undo-all", {}, undoAllWords)}
          />
        )}
      </p>
      <p class="progress-told" role="status">
        {told}
      </p>
      {byChapter(all, titles()).map(({ page, title, entries }) => (
        <section key={page} class="progress-part" aria-label={title}>
          <h2 class="progress-heading">
            <a href={page}>{title}</a>
          </h2>
          <ul class="progress-list">
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} run={run} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface RowProps {
  entry: ExerciseEntry;
  run: <T>(
    path: string,
    body: unknown,
    words: (answer: T) => string,
  ) => Promise<void>;
}

function Row({ entry, run }: RowProps) {
  const { id, title, edited, backups = 0 } = entry;
  const body = { kind: "exercise", name: id };
  return (
    <li data-exercise-row={id}>
      <a class="progress-name" href={link(entry)}>
        {title}
      </a>
      <span class="progress-state" data-state={entry.state}>
        {stateWords(entry)}
      </span>
      <span class="progress-facts">{facts(entry).join(" · ")}</span>
      <span class="progress-buttons">
        {edited === true && (
          <Confirm
            label="Reset"
            action="reset"
            name={`Reset: ${title}`}
            question="Back to the first text? Yours is kept."
            yes="Reset"
            run={() =>
              void run(
                "/api/reset",
                body,
                (answer: { backup: string | null }) =>
                  `${title}: ${resetWords(answer.backup)}`,
              )
            }
          />
        )}
        {backups > 0 && (
          <Confirm
            label="Bring back"
            action="undo"
            name={`Bring back: ${title}`}
            question="Bring back the text of before?"
            yes="Bring back"
            run={() =>
              void run(
                "/api/undo",
                body,
                (answer: { left: number }) =>
                  `${title}: ${undoWords(answer.left)}`,
              )
            }
          />
        )}
      </span>
    </li>
  );
}

export function stateWords({ state, outdated, edited }: ExerciseEntry): string {
  switch (state) {
    case "solved":
      return outdated ? "✓ Solved; its checks have changed since" : "✓ Solved";
    case "broken":
      return "✕ Does not compile";
    case "failing":
      return "✕ A check fails";
    case "hung":
      return "✕ A check does not end";
    case "unsolved":
      return edited ? "○ Begun" : "○ Not begun";
  }
}

/** What else there is to say of an exercise. */
export function facts(entry: ExerciseEntry, locale?: string): string[] {
  const { hints = [], hint_count, solution_revealed, solved_at } = entry;
  const found: string[] = [];
  const when = instant(solved_at);
  if (when !== null) {
    const style = { dateStyle: "medium", timeStyle: "short" } as const;
    const date = new Intl.DateTimeFormat(locale, style).format(when);
    found.push(`${entry.state === "solved" ? "solved" : "was solved"} ${date}`);
  }
  if (hints.length > 0) {
    found.push(`${hints.length} of ${hint_count ?? hints.length} hints seen`);
  }
  if (solution_revealed === true) found.push("solution seen");
  if (entry.state !== "unsolved" && entry.edited === false) {
    found.push("reset since");
  }
  return found;
}

function instant(at: ExerciseEntry["solved_at"]): Date | null {
  if (at == null) return null;
  const date = new Date(typeof at === "number" ? at * 1000 : at);
  return Number.isNaN(date.getTime()) ? null : date;
}

function resetAllWords(answer: { reset: string[]; kept: number }): string {
  const { reset, kept } = answer;
  if (reset.length === 0) return "There was nothing to reset.";
  const what = reset.length === 1 ? "exercise was" : "exercises were";
  return (
    `${reset.length} ${what} reset. ${kept} ` +
    `${kept === 1 ? "text was" : "texts were"} kept and can be brought back.`
  );
}

function undoAllWords({ restored }: { restored: string[] }): string {
  return restored.length === 1
    ? "One text was brought back."
    : `${restored.length} texts were brought back.`;
}
