// What answers a question (the output and the figure of the program that
// proves it) is folded until the question is answered, or the reader asks to
// see it. `hidden=until-found`: a search in the page and a link still find it.

import { element } from "./dom";

/** What is folded, and by how many questions. */
const folds = new Map<HTMLElement, Fold>();

export class Answers {
  readonly #folds: Fold[] = [];

  constructor(question: HTMLElement, solved: boolean) {
    const proof = question.dataset["proof"];
    if (proof === undefined || solved) return;
    const name = CSS.escape(proof);
    for (const answer of document.querySelectorAll<HTMLElement>(
      `.output[data-output="${name}"], figure.tl[data-example~="${name}"]`,
    )) {
      const order = question.compareDocumentPosition(answer);
      if ((order & Node.DOCUMENT_POSITION_FOLLOWING) === 0) continue;
      const fold = folds.get(answer) ?? new Fold(answer);
      folds.set(answer, fold);
      fold.add(question);
      this.#folds.push(fold);
    }
  }

  show(): void {
    for (const fold of this.#folds) fold.open();
  }
}

class Fold {
  readonly #answer: HTMLElement;
  readonly #bar = element("p", "answer-bar");
  #first: HTMLElement | null = null;

  constructor(answer: HTMLElement) {
    this.#answer = answer;
    const what = answer.matches("figure") ? "figure" : "output";
    const back = this.#button("Answer it first", () => this.#answerFirst());
    const show = this.#button(`Show the ${what}`, () => {
      this.open();
      answer.tabIndex = -1;
      answer.focus({ preventScroll: true });
    });
    this.#bar.append(
      `This ${what} answers the question above. `,
      back,
      " ",
      show,
    );
    answer.before(this.#bar);
    answer.setAttribute("hidden", "until-found");
    answer.classList.add("answer-folded");
    answer.addEventListener("beforematch", () => this.open());
    addEventListener("beforeprint", this.#print);
    addEventListener("afterprint", this.#printed);
  }

  #button(label: string, act: () => void): HTMLElement {
    const made = element("button", "book-link", label);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /** The question nearest to it is the one to go back to. */
  add(question: HTMLElement): void {
    this.#first = question;
  }

  open(): void {
    this.#bar.remove();
    this.#answer.removeAttribute("hidden");
    this.#answer.classList.remove("answer-folded");
    removeEventListener("beforeprint", this.#print);
    removeEventListener("afterprint", this.#printed);
  }

  #answerFirst(): void {
    this.#first?.scrollIntoView({ block: "center" });
    this.#first?.querySelector("summary")?.focus({ preventScroll: true });
  }

  // Nobody can unfold paper.
  #print = (): void => this.#answer.removeAttribute("hidden");
  #printed = (): void => this.#answer.setAttribute("hidden", "until-found");
}
