// What is said of a run of the reader's own code.

import type { Cost, FigureAnswer, Mistake, Outcome } from "../server/types";

export function outcomeWords(outcome: Outcome): string {
  switch (outcome) {
    case "ok":
      return "";
    case "error":
      return "The run ended with an error.";
    case "panic":
      return "The run panicked; the figure shows what happened until then.";
    case "deadlock":
      return "Nothing could go on: every task waits for another. The figure shows how it came to that.";
    case "hung":
      return "The run did not end and was stopped; the figure shows how it began.";
    case "flood":
      return "So much happened that the recording was cut; the figure shows the beginning.";
    case "broken":
      return "It does not compile, so there is no run of this text.";
    case "unrecordable":
      return "It cannot be recorded, so there is no run of this text.";
  }
}

/** The wrong answers that it may be, in either form of the answer. */
export function mistakesOf({ mistakes, mistake }: FigureAnswer): Mistake[] {
  return mistakes ?? (mistake == null ? [] : [mistake]);
}

export function costWords({ tasks, polls, wakes, end_us }: Cost): string {
  return (
    `${counted(tasks, "task")}, ${counted(polls, "poll")}, ` +
    `${counted(wakes, "wake")}, ${time(end_us)}`
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Of the run's own clock: exact, so no digit is rounded away. */
export function time(us: number): string {
  return `${us / 1000} ms`;
}
