// Keeps one file and one text in the page the same: saves what the reader
// types, takes what others write, and asks when both happened. It knows no
// page and no network, so the unit tests can ask every question directly.
//
// Nothing is lost: a text is a draft from the key that typed it until the
// server has acknowledged it, and the server keeps what a choice throws away.

import type { Drafts } from "./drafts";

export interface Version {
  text: string;
  revision: string;
}

/** What a save comes to: saved, or the disk's text that was in the way. */
export type Saved =
  | { revision: string; theirs?: undefined; backup?: string | null }
  | { theirs: Version };

export interface Backend {
  load(): Promise<Version>;
  save(text: string, base: string, over: boolean): Promise<Saved>;
  /** Stores a text in the backups; says where. */
  keep(text: string): Promise<string>;
}

export type SaveState =
  | { kind: "saved" }
  | { kind: "edited" }
  /** It was not typed here: it is shown until the reader wants it. */
  | { kind: "held" }
  | { kind: "saving" }
  /** `away`: nobody answers; it is tried again when somebody does. */
  | { kind: "failed"; why: string; away: boolean }
  | { kind: "conflict"; theirs: Version; problem: string };

export interface Hooks {
  state(state: SaveState): void;
  /** The disk has another text, and the reader had nothing unsaved. */
  show(text: string): void;
  /** Something to tell once. */
  note(text: string): void;
  /** Any failure in words, and whether it means that nobody answers. */
  explain(error: unknown): { why: string; away: boolean };
}

export interface Clock {
  set(task: () => void, ms: number): number;
  clear(timer: number): void;
}

export const QUIET_MS = 80;

export class Saver {
  readonly #backend: Backend;
  readonly #drafts: Drafts;
  readonly #hooks: Hooks;
  readonly #clock: Clock;
  #base: Version;
  #mine: string;
  #state: SaveState = { kind: "saved" };
  #timer: number | null = null;
  #sending = false;
  #again = false;
  #composing = false;
  #looking = false;
  #lookAgain = false;
  /** A revision that was announced while a save was under way. */
  #announced: string | null = null;
  #settled: (() => void)[] = [];
  /** Lets go of the draft that is only shown; null: nothing is held. */
  #held: (() => void) | null = null;
  /** False when the browser refused the last draft. */
  drafted = true;

  constructor(
    base: Version,
    backend: Backend,
    drafts: Drafts,
    hooks: Hooks,
    clock: Clock,
  ) {
    this.#base = base;
    this.#mine = base.text;
    this.#backend = backend;
    this.#drafts = drafts;
    this.#hooks = hooks;
    this.#clock = clock;
  }

  get state(): SaveState {
    return this.#state;
  }

  get text(): string {
    return this.#mine;
  }

  /** The last text that page and disk agreed on. */
  get base(): Version {
    return this.#base;
  }

  get dirty(): boolean {
    return this.#mine !== this.#base.text;
  }

  /** True when closing the page now would lose something. */
  get atRisk(): boolean {
    return !this.drafted && (this.dirty || this.#sending);
  }

  edit(text: string): void {
    this.#release();
    this.#mine = text;
    this.#draft();
    if (this.#state.kind === "conflict") return;
    if (!this.#sending) this.#set({ kind: this.dirty ? "edited" : "saved" });
    this.#schedule(QUIET_MS);
  }

  /** An input method is at work: what stands there is not meant yet. */
  compose(composing: boolean): void {
    this.#composing = composing;
    if (composing) this.#stop();
    else this.#schedule(QUIET_MS);
  }

  /** A draft of an earlier page. */
  restore(text: string, base: string): void {
    this.#mine = text;
    this.#draft();
    if (!this.dirty) return this.#set({ kind: "saved" });
    if (base !== this.#base.revision) return this.#conflict(this.#base);
    this.#set({ kind: "edited" });
    this.flush();
  }

  /** A draft that was not typed in this start of the server: shown, and saved
   * only when the reader changes it or says so. `release` is called then. */
  hold(text: string, base: string, release: () => void): void {
    this.#mine = text;
    this.#held = release;
    if (!this.dirty) return this.#set({ kind: "saved" });
    if (base !== this.#base.revision) return this.#conflict(this.#base);
    this.#set({ kind: "held" });
  }

  get held(): boolean {
    return this.#held !== null;
  }

  /** The reader wants what stands there. */
  confirm(): void {
    this.#release();
    this.#draft();
    this.flush();
  }

  #release(): void {
    const release = this.#held;
    this.#held = null;
    release?.();
  }

  /** Saves now, unless something is in the way. */
  flush(): void {
    this.#stop();
    if (this.#composing || this.#state.kind === "conflict") return;
    if (this.#held !== null && this.dirty) return this.#set({ kind: "held" });
    if (this.#sending) {
      this.#again = true;
    } else if (this.dirty) {
      void this.#send(this.#mine, this.#base.revision, false);
    } else {
      this.#set({ kind: "saved" });
    }
  }

  /** Saves, and waits for the answer: true when page and disk agree. */
  async settle(): Promise<boolean> {
    this.flush();
    while (this.#sending) {
      await new Promise<void>((done) => this.#settled.push(done));
    }
    return !this.dirty && this.#state.kind === "saved";
  }

  /** The file was written by whomever. */
  async announced(revision: string): Promise<void> {
    if (this.#sending) {
      this.#announced = revision;
      return;
    }
    const known =
      this.#state.kind === "conflict" ? this.#state.theirs : this.#base;
    if (known.revision !== revision) await this.refresh();
  }

  /** Looks at the disk, takes what is there, and saves what is not. One look
   * at a time: answers that overtake each other would end with an old text. */
  async refresh(): Promise<void> {
    this.#lookAgain = true;
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (this.#lookAgain) {
        this.#lookAgain = false;
        const version = await this.#backend.load();
        if (this.#sending) this.#announced = version.revision;
        else this.#take(version);
      }
    } catch {
      // The page hears of it again when the server is back.
    } finally {
      this.#looking = false;
    }
    if (this.dirty) this.flush();
  }

  /** The server wrote the file because this page asked it to. */
  adopt(version: Version): void {
    this.#stop();
    this.#release();
    this.#base = version;
    this.#mine = version.text;
    this.#drafts.clear();
    this.#hooks.show(version.text);
    this.#set({ kind: "saved" });
  }

  /** Keeps the reader's text; the server keeps the disk's. */
  async keepMine(): Promise<void> {
    if (this.#state.kind !== "conflict") return;
    await this.#send(this.#mine, this.#state.theirs.revision, true);
  }

  /** Takes the disk's text; the server keeps the reader's. */
  async takeTheirs(): Promise<void> {
    const { theirs, kept } = await this.#keep(this.#mine);
    if (theirs === null) return;
    this.adopt(theirs);
    this.#hooks.note(`The file's text was taken. Yours was kept in ${kept}.`);
  }

  /** The reader has made one text out of both, which is now theirs; `mine` is
   * what it was before. The server keeps both. */
  async keepMerged(mine: string): Promise<void> {
    const { theirs, kept } = await this.#keep(mine);
    if (theirs === null) return;
    await this.#send(this.#mine, theirs.revision, true);
    if (this.#state.kind !== "saved") return;
    this.#hooks.note(
      `The merged text was saved. Yours was kept in ${kept}, the file's ` +
        "beside it.",
    );
  }

  async #keep(text: string): Promise<{ theirs: Version | null; kept: string }> {
    if (this.#state.kind !== "conflict") return { theirs: null, kept: "" };
    try {
      const kept = await this.#backend.keep(text);
      // The disk may have changed again meanwhile.
      const { theirs } = this.#state;
      return { theirs, kept };
    } catch (error) {
      this.#conflict(this.#state.theirs, this.#hooks.explain(error).why);
      return { theirs: null, kept: "" };
    }
  }

  async #send(text: string, base: string, over: boolean): Promise<void> {
    const chosen = this.#state.kind === "conflict" ? this.#state : null;
    this.#sending = true;
    this.#again = false;
    this.#set({ kind: "saving" });
    try {
      const saved = await this.#backend.save(text, base, over);
      this.#sending = false;
      if (saved.theirs === undefined) {
        this.#acknowledged({ text, revision: saved.revision });
        if (over) {
          const where = saved.backup ?? ".book/backups";
          this.#hooks.note(
            `Your text was saved. The file's was kept in ${where}.`,
          );
        }
      } else {
        this.#take(saved.theirs);
      }
    } catch (error) {
      this.#sending = false;
      const { why, away } = this.#hooks.explain(error);
      if (chosen !== null) this.#conflict(chosen.theirs, why);
      else this.#set({ kind: "failed", why, away });
    }
    for (const done of this.#settled.splice(0)) done();
    const announced = this.#announced;
    this.#announced = null;
    if (announced !== null) await this.announced(announced);
  }

  #acknowledged(version: Version): void {
    this.#release();
    this.#base = version;
    if (this.dirty) {
      this.#draft();
      this.#set({ kind: "edited" });
      // Unless the reader types on: then the clock is set already.
      if (this.#again || this.#timer === null) this.flush();
    } else {
      this.#drafts.clear();
      this.#set({ kind: "saved" });
    }
  }

  /** This is what the disk holds now. */
  #take(version: Version): void {
    if (version.revision === this.#base.revision) {
      const { kind } = this.#state;
      if (kind === "conflict" || kind === "saving")
        this.#set({ kind: this.#held === null ? "edited" : "held" });
      return;
    }
    if (version.text === this.#mine) {
      this.#release();
      this.#base = version;
      this.#drafts.clear();
      this.#set({ kind: "saved" });
    } else if (!this.dirty) {
      this.adopt(version);
    } else {
      this.#conflict(version);
    }
  }

  #conflict(theirs: Version, problem = ""): void {
    this.#stop();
    this.#set({ kind: "conflict", theirs, problem });
  }

  #draft(): void {
    // Written here it would be this page's own.
    if (this.#held !== null) return;
    // While a save is under way even the old text is not what the disk will
    // have.
    if (this.dirty || this.#sending) {
      this.drafted = this.#drafts.put(this.#base.revision, this.#mine);
    } else {
      this.#drafts.clear();
    }
  }

  #schedule(ms: number): void {
    this.#stop();
    if (this.#composing || this.#state.kind === "conflict") return;
    this.#timer = this.#clock.set(() => {
      this.#timer = null;
      this.flush();
    }, ms);
  }

  #stop(): void {
    if (this.#timer !== null) this.#clock.clear(this.#timer);
    this.#timer = null;
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.#hooks.state(state);
  }
}
