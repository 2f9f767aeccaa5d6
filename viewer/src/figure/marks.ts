// Which elements of a drawing belong to which step, and their classes `now`
// and `past`. A jump over thousands of steps changes thousands of elements;
// `now` is set at once, `past` follows in small portions, one a frame.

const PORTION = 400;

export class Marks {
  /** Elements in the order of their steps. */
  readonly #elements: Element[] = [];
  readonly #steps: number[] = [];
  #now: Element[] = [];
  /** How many elements, from the start, have the class `past`. */
  #past = 0;
  #goal = 0;
  #running = false;

  constructor(svg: Element) {
    const found = Array.from(
      svg.querySelectorAll("[data-step]"),
      (element) => ({
        element,
        step: Number(element.getAttribute("data-step")),
      }),
    ).filter(({ step }) => Number.isInteger(step));
    found.sort((a, b) => a.step - b.step);
    for (const { element, step } of found) {
      this.#elements.push(element);
      this.#steps.push(step);
    }
  }

  at(from: number, to: number): void {
    for (const element of this.#now) element.classList.remove("now");
    const start = this.#firstFrom(from);
    this.#now = this.#elements.slice(start, this.#firstFrom(to + 1));
    for (const element of this.#now) element.classList.add("now");
    this.#goal = start;
    if (!this.#running) this.#follow();
  }

  /** The number of elements that belong to steps before `step`. */
  #firstFrom(step: number): number {
    let low = 0;
    let high = this.#steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#steps[middle] ?? Infinity) < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #follow(): void {
    for (let left = PORTION; left > 0 && this.#past < this.#goal; left -= 1) {
      this.#elements[this.#past]?.classList.add("past");
      this.#past += 1;
    }
    for (let left = PORTION; left > 0 && this.#past > this.#goal; left -= 1) {
      this.#past -= 1;
      this.#elements[this.#past]?.classList.remove("past");
    }
    this.#running = this.#past !== this.#goal;
    if (this.#running) requestAnimationFrame(() => this.#follow());
  }
}
