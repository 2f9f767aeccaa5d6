// How many exercises are solved, and what comes next.

import type { ExerciseEntry } from "../server/types";
import { link } from "./tally";

export function Total({
  all,
  saved,
}: {
  all: ExerciseEntry[];
  saved: boolean;
}) {
  const solved = all.filter(({ state }) => state === "solved").length;
  const next = all.find(({ state }) => state !== "solved");
  return (
    <>
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
    </>
  );
}
