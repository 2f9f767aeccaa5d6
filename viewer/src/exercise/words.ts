// What an exercise's state is called, and what its message is.

import type { Verdict } from "../server/types";

export interface Said {
  /** A sign beside the words, hidden from screen readers. */
  sign: string;
  headline: string;
  /** The checks' or the compiler's own words. */
  message?: string;
  label?: string;
}

export function say(verdict: Verdict, outdated = false): Said {
  switch (verdict.state) {
    case "unsolved":
      return {
        sign: "○",
        headline: "Not solved yet. Save the file and it is checked.",
      };
    case "solved":
      return {
        sign: "✓",
        headline: outdated
          ? "Solved, but the checks have changed since. Check it again."
          : "Solved: every check passes.",
      };
    case "broken":
      return {
        sign: "!",
        headline: "It does not compile.",
        message: verdict.errors,
        label: "The compiler's errors",
      };
    case "hung":
      return {
        sign: "✕",
        headline:
          `Not solved: the check “${checkName(verdict.check)}” ` +
          "did not end by itself and was stopped.",
        message: verdict.message ?? "",
        label: "Why it was stopped",
      };
    case "failing":
      return {
        sign: "✕",
        headline: failing(verdict.check, verdict.passed.length),
        message: verdict.message,
        label: "What the check says",
      };
  }
}

function failing(check: string, passed: number): string {
  const name = `Not solved: the check “${checkName(check)}” fails`;
  if (passed === 0) return `${name}.`;
  const others = passed === 1 ? "1 other passes" : `${passed} others pass`;
  return `${name}; ${others}.`;
}

/** `never_more_than_three` reads better as words. */
export function checkName(check: string): string {
  return check.replace(/^.*::/, "").replaceAll("_", " ");
}

/** The check whose run is worth seeing. */
export function checkOf(verdict: Verdict): string | undefined {
  return "check" in verdict ? verdict.check : undefined;
}
