// Questions. A wrong answer gets its explanation and another try; the proof
// comes after the right one. What answers a question is folded until then, or
// until the reader asks to see it.

import { Answers } from "./answers";
import { element, memory } from "./dom";

/** What the reader did with a question. */
export interface Tries {
  /** The answers that were opened, in this order, up to the right one. */
  tried: number[];
  /** The reader asked for the right one. */
  given: boolean;
}

export function mountPredict(section: HTMLElement): void {
  const id = section.dataset["predict"];
  const choices = Array.from(
    section.querySelectorAll<HTMLDetailsElement>("details.predict-choice"),
  );
  if (id === undefined || choices.length === 0) return;
  // Two pages may have a question of one name.
  const page = location.pathname
    .split("/")
    .pop()
    ?.replace(/\.html$/, "");
  new Question(section, choices, `predict:${page || "index"}:${id}`);
}

class Question {
  readonly #section: HTMLElement;
  readonly #choices: HTMLDetailsElement[];
  readonly #marks: HTMLElement[];
  readonly #key: string;
  readonly #right: number;
  readonly #said = element("span", "predict-said");
  readonly #button = element("button", "book-link");
  readonly #foot = element("p", "predict-foot");
  readonly #status = element("p", "tlv-unseen");
  readonly #answers: Answers;
  #tries: Tries;

  constructor(
    section: HTMLElement,
    choices: HTMLDetailsElement[],
    key: string,
  ) {
    this.#section = section;
    this.#choices = choices;
    this.#key = key;
    this.#right = choices.findIndex(({ dataset }) => dataset.right === "true");
    this.#tries = remembered(memory.get(key), choices.length);
    this.#marks = choices.map((choice) => {
      const mark = element("span", "predict-mark");
      choice.querySelector("summary")?.append(" ", mark);
      choice.addEventListener("toggle", () => this.#toggled(choice));
      return mark;
    });
    this.#button.type = "button";
    this.#button.addEventListener("click", () => {
      if (this.#solved) this.#again();
      else this.#give();
    });
    this.#status.setAttribute("role", "status");
    this.#foot.append(this.#said, " ", this.#button);
    section.append(this.#foot, this.#status);
    section.classList.add("predict-live");
    this.#answers = new Answers(section, this.#solved);
    this.#draw();
  }

  get #solved(): boolean {
    return this.#tries.given || this.#tries.tried.includes(this.#right);
  }

  #toggled(choice: HTMLDetailsElement): void {
    const index = this.#choices.indexOf(choice);
    const { tried } = this.#tries;
    if (choice.open && !this.#solved && !tried.includes(index)) {
      tried.push(index);
      this.#status.textContent =
        index === this.#right
          ? "Right."
          : "Not right. The explanation is open; choose another answer.";
      this.#keep();
    }
    this.#draw();
  }

  #give(): void {
    this.#tries.given = true;
    this.#keep();
    const choice = this.#choices[this.#right];
    if (choice !== undefined) choice.open = true;
    choice?.querySelector("summary")?.focus();
    this.#draw();
  }

  #again(): void {
    this.#tries = { tried: [], given: false };
    this.#keep();
    for (const choice of this.#choices) choice.open = false;
    this.#status.textContent = "";
    this.#draw();
    this.#choices[0]?.querySelector("summary")?.focus();
  }

  #keep(): void {
    memory.set(this.#key, written(this.#tries));
    if (this.#solved) this.#answers.show();
  }

  #draw(): void {
    const { tried } = this.#tries;
    const solved = this.#solved;
    this.#section.classList.toggle("predict-solved", solved);
    this.#foot.hidden = !solved && tried.length === 0;
    this.#said.textContent = told(this.#tries, this.#right);
    this.#button.textContent = solved ? "Ask me again" : "Show the answer";
    this.#choices.forEach((choice, index) => {
      const known = tried.includes(index) || (solved && choice.open);
      choice.classList.toggle("predict-known", known);
      const mark = this.#marks[index];
      const right = index === this.#right;
      const words = right ? "✓ right" : "✕ not right";
      if (mark !== undefined) mark.textContent = known ? words : "";
    });
  }
}

/** Where the question stands, in words. */
export function told({ tried, given }: Tries, right: number): string {
  if (tried.includes(right)) {
    return tried.length === 1
      ? "Right at the first try."
      : `Right at try ${tried.length}.`;
  }
  return given ? "" : "Not right yet. Choose another answer.";
}

/** `2,0`: tried in this order; `2,?`: tried, and then shown. */
export function written({ tried, given }: Tries): string | null {
  const words = [...tried.map(String), ...(given ? ["?"] : [])];
  return words.length === 0 ? null : words.join(",");
}

/** What was stored, as far as the question still has it. */
export function remembered(stored: string | null, count: number): Tries {
  const words = stored?.split(",") ?? [];
  const known = (word: string): boolean =>
    /^\d+$/.test(word) && Number(word) < count;
  return {
    tried: Array.from(new Set(words.filter(known).map(Number))),
    given: words.includes("?"),
  };
}
