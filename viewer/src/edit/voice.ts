// What an editor says aloud: one polite live region, which may wait until the
// reader pauses.

import { element } from "../dom";

export class Voice {
  readonly element = element("p", "tlv-unseen");
  #saying = 0;

  constructor() {
    this.element.setAttribute("role", "status");
  }

  /** `after`: milliseconds; what is said meanwhile takes its place. */
  say(text: string, after = 0): void {
    clearTimeout(this.#saying);
    const say = (): void => {
      if (this.element.textContent !== text) this.element.textContent = text;
    };
    if (after === 0) say();
    else this.#saying = window.setTimeout(say, after);
  }
}
