// Plays a figure: one part after the other, at a speed of the reader's choice.

const SPEEDS = [0.5, 1, 2, 4] as const;
/** A part stays for so long, at the usual speed. */
const PART_MS = 1400;

export class Player {
  readonly #step: () => boolean;
  readonly #changed: () => void;
  #timer = 0;
  #speed = 1;

  /** `step` goes on by one, and says whether there is more. */
  constructor(step: () => boolean, changed: () => void) {
    this.#step = step;
    this.#changed = changed;
  }

  get playing(): boolean {
    return this.#timer !== 0;
  }

  get speed(): number {
    return SPEEDS[this.#speed] ?? 1;
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.#next();
  }

  stop(): void {
    if (!this.playing) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#changed();
  }

  /** To the next speed; after the last, the first. */
  faster(): void {
    this.#speed = (this.#speed + 1) % SPEEDS.length;
    this.#changed();
  }

  #next(): void {
    const more = this.#step();
    this.#timer = more
      ? window.setTimeout(() => this.#next(), PART_MS / this.speed)
      : 0;
    this.#changed();
  }
}
