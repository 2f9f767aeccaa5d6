// The lines of a run. They come faster than a page can draw them, so they are
// put into the page once a frame, and only the last ones stay.

import { element } from "../dom";

export const KEPT_LINES = 1_000;

export interface Line {
  stream: "stdout" | "stderr";
  text: string;
}

export class Log {
  readonly element: HTMLElement;
  #waiting: Line[] = [];
  #dropped = 0;
  readonly #note = element("span", "run-line run-dropped");

  constructor(label: string) {
    this.element = element("div", "run-log");
    this.element.setAttribute("role", "log");
    this.element.setAttribute("aria-label", label);
    this.element.tabIndex = 0;
  }

  clear(): void {
    this.#waiting = [];
    this.#dropped = 0;
    this.element.replaceChildren();
  }

  add(line: Line): void {
    this.#waiting.push(line);
    if (this.#waiting.length === 1) requestAnimationFrame(() => this.flush());
  }

  flush(): void {
    const lines = this.#waiting;
    this.#waiting = [];
    if (lines.length === 0) return;
    const box = this.element;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight < 8;
    this.#dropped += Math.max(0, lines.length - KEPT_LINES);
    box.append(...lines.slice(-KEPT_LINES).map(row));
    this.#trim();
    // Follows the output, unless the reader has scrolled up to read.
    if (below) box.scrollTop = box.scrollHeight;
  }

  #trim(): void {
    this.#note.remove();
    while (this.element.childElementCount > KEPT_LINES) {
      this.element.firstElementChild?.remove();
      this.#dropped += 1;
    }
    if (this.#dropped === 0) return;
    const lines = this.#dropped === 1 ? "line" : "lines";
    this.#note.textContent = `(${this.#dropped} earlier ${lines} not shown)`;
    this.element.prepend(this.#note);
  }
}

function row({ stream, text }: Line): HTMLElement {
  const line = element("span", `run-line run-${stream}`);
  if (stream === "stderr") {
    // In words too: a color alone would not say it.
    line.append(element("span", "run-stream", "err"));
  }
  line.append(text === "" ? "\u200b" : text);
  return line;
}
