// Hints one at a time, and a solution that asks once before it spoils the
// exercise. Without JavaScript all of them are plain folds.

import { element, memory } from "../dom";

export interface Ledger {
  /** How many hints the reader has opened before. */
  hints(): number;
  /** Whether the solution may open without a question. */
  free(): boolean;
  reveal(what: "hint" | "solution"): void;
}

/** Where there is no server, the browser remembers. */
export function localLedger(id: string): Ledger {
  const key = (what: string): string => `${what}:${id}`;
  const hints = (): number => Number(memory.get(key("hints")) ?? 0);
  return {
    hints,
    free: () => memory.get(key("solution")) !== null,
    reveal(what) {
      const value = what === "hint" ? hints() + 1 : "shown";
      memory.set(key(what === "hint" ? "hints" : "solution"), String(value));
    },
  };
}

/** Returns what to call when the ledger has changed. */
export function mountReveals(section: HTMLElement, ledger: Ledger): () => void {
  const hints = Array.from(
    section.querySelectorAll<HTMLDetailsElement>("details.hint"),
  );
  let opened = ledger.hints();
  const show = (): void => {
    opened = Math.max(opened, ledger.hints());
    hints.forEach((hint, index) => {
      hint.hidden = index > opened;
    });
  };
  hints.forEach((hint, index) => {
    hint.addEventListener("toggle", () => {
      if (!hint.open || index < opened) return;
      opened = index + 1;
      ledger.reveal("hint");
      show();
    });
  });
  const solution =
    section.querySelector<HTMLDetailsElement>("details.solution");
  if (solution !== null) guard(solution, ledger);
  show();
  return show;
}

/** Asks once before the solution opens. */
export function guard(solution: HTMLDetailsElement, ledger: Ledger): void {
  const summary = solution.querySelector("summary");
  if (summary === null) return;
  const question = element("div", "solution-question");
  question.hidden = true;
  const yes = element("button", "book-button", "Show it");
  const no = element("button", "book-button", "Not yet");
  yes.type = no.type = "button";
  const text = element(
    "p",
    "",
    "You have not solved this yet. Show the solution all the same?",
  );
  text.id = `${solution.closest("section")?.id ?? "exercise"}-question`;
  question.setAttribute("role", "group");
  question.setAttribute("aria-labelledby", text.id);
  question.append(text, yes, " ", no);
  solution.after(question);

  let told = false;
  summary.addEventListener("click", (event) => {
    if (solution.open || ledger.free() || told) return;
    event.preventDefault();
    question.hidden = false;
    yes.focus();
  });
  yes.addEventListener("click", () => {
    question.hidden = true;
    solution.open = true;
    summary.focus();
  });
  no.addEventListener("click", () => {
    question.hidden = true;
    summary.focus();
  });
  solution.addEventListener("toggle", () => {
    if (!solution.open || told) return;
    told = true;
    question.hidden = true;
    if (!ledger.free()) ledger.reveal("solution");
  });
}
