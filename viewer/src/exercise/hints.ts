// Hints one at a time, each when it is asked for: the server chooses it by
// the check that fails. Those that were seen stay, in the order of asking.

import { element } from "../dom";
import { explain } from "../server/api";
import type { Exercises } from "./store";
import { verdictOf } from "./store";
import { checkOf } from "./words";

export class Hints {
  readonly element = element("div", "exercise-hints");
  readonly #id: string;
  readonly #exercises: Exercises;
  readonly #hints: HTMLDetailsElement[];
  readonly #next = element("button", "book-button");
  readonly #status = element("p", "tlv-unseen");
  readonly #problem = element("span", "exercise-problem");
  #asked = false;

  constructor(section: HTMLElement, id: string, exercises: Exercises) {
    this.#id = id;
    this.#exercises = exercises;
    this.#hints = Array.from(
      section.querySelectorAll<HTMLDetailsElement>("details.hint"),
    );
    const foot = element("p", "exercise-actions");
    this.#next.type = "button";
    this.#next.dataset["action"] = "hint";
    this.#next.addEventListener("click", () => void this.#ask());
    this.#status.setAttribute("role", "status");
    foot.append(this.#next, this.#problem);
    const solution = section.querySelector("details.solution");
    if (solution === null) section.append(this.element);
    else solution.before(this.element);
    this.element.append(...this.#hints, foot, this.#status);
    this.draw();
  }

  draw(): void {
    const seen = this.#seen();
    const shown = seen.flatMap((index) => this.#hints[index] ?? []);
    for (const hint of this.#hints) hint.hidden = !shown.includes(hint);
    shown.forEach((hint, at) => {
      const summary = hint.querySelector("summary");
      const name = `Hint ${at + 1} of ${this.#hints.length}`;
      if (summary !== null && summary.textContent !== name) {
        summary.textContent = name;
      }
    });
    // In the order of asking; moving what stands right would close it.
    const standing = Array.from(this.element.querySelectorAll("details"));
    const wanted = [
      ...shown,
      ...this.#hints.filter((hint) => !shown.includes(hint)),
    ];
    if (wanted.some((hint, at) => hint !== standing[at])) {
      this.element.prepend(...wanted);
    }
    const last = shown.at(-1);
    if (this.#asked && last !== undefined && !last.open) {
      this.#asked = false;
      last.open = true;
      last.querySelector("summary")?.focus();
      this.#status.textContent = last.textContent?.trim() ?? "";
    }
    const left = this.#hints.length - shown.length;
    const state = this.#entry()?.state ?? "solved";
    this.#next.hidden = left === 0 || state === "solved";
    this.#next.textContent =
      shown.length === 0
        ? `Show a hint (${left} in all)`
        : `Next hint (${left} left)`;
  }

  #entry() {
    return this.#exercises.find(this.#id)?.entry;
  }

  #seen(): number[] {
    return this.#entry()?.hints ?? [];
  }

  async #ask(): Promise<void> {
    const entry = this.#entry();
    if (entry === undefined) return;
    this.#problem.textContent = "";
    this.#asked = true;
    try {
      const check = checkOf(verdictOf(entry));
      await this.#exercises.reveal(this.#id, "hint", check);
    } catch (error) {
      this.#problem.setAttribute("role", "alert");
      this.#problem.textContent = explain(error);
    }
    this.#asked = false;
  }
}
