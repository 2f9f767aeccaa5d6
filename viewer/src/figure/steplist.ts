// The fold with all steps in words. Rust wrote it for the file's own value of
// the knob; for another value it is written again when it is opened.

import type { RunData } from "../generated/RunData";

export class StepList {
  readonly #fold: HTMLDetailsElement;
  readonly #list: HTMLElement;
  #written: RunData;
  #run: RunData;
  #step = 0;
  #current: Element | null = null;

  /** `pick` hears which step the reader clicked. */
  constructor(
    fold: HTMLDetailsElement,
    list: HTMLElement,
    run: RunData,
    pick: (step: number) => void,
  ) {
    this.#fold = fold;
    this.#list = list;
    this.#written = run;
    this.#run = run;
    fold.addEventListener("toggle", () => this.show(this.#run, this.#step));
    list.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const item = target?.closest("li");
      if (item == null) return;
      pick(Array.prototype.indexOf.call(this.#list.children, item));
    });
  }

  show(run: RunData, step: number): void {
    const summary = this.#fold.querySelector("summary");
    if (run !== this.#run && summary !== null) {
      summary.textContent = `All ${run.steps.length} steps in words`;
    }
    this.#run = run;
    this.#step = step;
    if (this.#fold.open) this.#write();
  }

  /** Brings the list up to date even while it is folded: for printing. */
  unfold(): void {
    this.#fold.open = true;
    this.#write();
  }

  #write(): void {
    // A long recording stands in the page only in part.
    const complete = this.#list.childElementCount === this.#run.steps.length;
    if (this.#written !== this.#run || !complete) {
      this.#fold.querySelector(":scope > p")?.remove();
      this.#list.replaceChildren(
        ...this.#run.steps.map(({ t, text }) => {
          const item = document.createElement("li");
          const time = document.createElement("span");
          time.className = "tl-t";
          time.textContent = t;
          item.append(time, " ", text);
          return item;
        }),
      );
      this.#written = this.#run;
    }
    this.#current?.removeAttribute("aria-current");
    this.#current = this.#list.children[this.#step] ?? null;
    this.#current?.setAttribute("aria-current", "step");
  }
}
