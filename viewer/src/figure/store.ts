// The figure's one changing value, and a drawing pass at most once a frame:
// a scrubber fires more events than a screen has frames.

import type { View } from "./view";

export class Store {
  #view: View;
  #draw: (view: View, before: View) => void;
  #drawn: View;
  #asked = false;

  constructor(view: View, draw: (view: View, before: View) => void) {
    this.#view = view;
    this.#drawn = view;
    this.#draw = draw;
  }

  get view(): View {
    return this.#view;
  }

  set(view: View): void {
    this.#view = view;
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      const before = this.#drawn;
      this.#drawn = this.#view;
      this.#draw(this.#drawn, before);
    });
  }
}
