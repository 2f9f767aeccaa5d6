// An editor in the page: the text, its state in words, and what can be done
// with the file. The exercise's card and the listing of an example have one
// each.

import { render } from "preact";
import type { Desk, EditorModule } from "../desk/desk";
import type { Standing } from "../desk/resume";
import { element, keepKeys } from "../dom";
import type { Editor } from "../editor/main";
import { explain } from "../server/api";
import type { Diagnostic, FileRef } from "../server/types";
import { clock, failure, FileBackend } from "./backend";
import { Conflict } from "./conflict";
import { here } from "./diagnostics";
import { Drafts, shelf } from "./drafts";
import { Head } from "./head";
import { setAside, show } from "./left";
import type { How, PanelOptions } from "./options";
import { Saver, type SaveState } from "./saver";
import { Voice } from "./voice";
import * as words from "./words";

/** What the editor says of itself may wait until the reader pauses. */
const SAY_AFTER_MS = 1_000;

let count = 0;

export class Panel {
  readonly file: FileRef;
  readonly #desk: Desk;
  readonly #options: PanelOptions;
  readonly #host: HTMLElement;
  readonly #backend: FileBackend;
  readonly #drafts: Drafts;
  readonly #head = element("div", "desk-head");
  readonly #text = element("div", "desk-text");
  readonly #hint = element("p", "desk-hint", words.LEAVE);
  readonly #voice = new Voice();
  #saver: Saver | null = null;
  #editor: Editor | null = null;
  #module: EditorModule | null = null;
  #conflict: Conflict | null = null;
  /** Marks that wait for their text. */
  #marks: { all: readonly Diagnostic[]; revision: string | null } | null = null;
  #note = "";
  #left: number | null = null;
  #said: SaveState["kind"] = "saved";
  #opening: Promise<void> | null = null;

  constructor(
    desk: Desk,
    file: FileRef,
    host: HTMLElement,
    options: PanelOptions,
  ) {
    this.#desk = desk;
    this.file = file;
    this.#host = host;
    this.#options = options;
    this.#backend = new FileBackend(desk.server, file);
    this.#drafts = new Drafts(shelf(), file, desk.pages.me, desk.server);
    host.classList.add("desk");
    host.dataset["desk"] = `${file.kind}/${file.name}`;
    host.setAttribute("role", "region");
    host.setAttribute("aria-label", options.label);
    host.hidden = true;
    this.#hint.id = `desk-hint-${(count += 1)}`;
    host.append(this.#head, this.#text, this.#hint, this.#voice.element);
    keepKeys(host);
    desk.panels.add(this);
  }

  get isOpen(): boolean {
    return this.#editor !== null;
  }

  /** The revision that stands in the editor; null: unsaved, or not open. */
  get revision(): string | null {
    const saver = this.#saver;
    return saver === null || saver.dirty ? null : saver.base.revision;
  }

  get atRisk(): boolean {
    return this.#saver?.atRisk ?? false;
  }

  /** Nobody should take the page away now. */
  get writing(): boolean {
    return this.focused() || this.#conflict !== null;
  }

  focused(): boolean {
    return this.isOpen && this.#text.contains(document.activeElement);
  }

  /** Opens when an earlier page has left a text behind. */
  async restore(): Promise<void> {
    const orphans = await this.#drafts.orphans(this.#desk.pages.gone);
    if (orphans.length > 0) await this.open({ focus: false });
  }

  open(how: How): Promise<void> {
    this.#opening ??= this.#open(how).finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #open({ focus, standing }: How): Promise<void> {
    if (this.#editor !== null) {
      if (focus) this.#editor.focus();
      return;
    }
    this.#host.hidden = false;
    this.#options.opening?.();
    this.#tell("Opening…");
    try {
      const [module, version, orphans] = await Promise.all([
        this.#desk.editor(),
        this.#backend.load(),
        this.#drafts.orphans(this.#desk.pages.gone),
      ]);
      this.#module = module;
      const draft = orphans.shift();
      const saver = this.#newSaver(version);
      const text = draft?.text ?? version.text;
      const label = this.#options.label;
      const editor = module.openEditor({
        parent: this.#text,
        text,
        label,
        describedBy: this.#hint.id,
        saved: standing?.state,
        change: (typed) => saver.edit(typed),
        compose: (on) => saver.compose(on),
        command: (name) => {
          saver.confirm();
          if (name === "run") this.#options.run?.();
        },
        leaving: this.#leaving,
      });
      this.#saver = saver;
      this.#editor = editor;
      this.#note = "";
      const tell = (text: string): void => this.#tell(text);
      if (draft !== undefined) {
        show(draft, saver, version.text, this.#drafts, tell);
      }
      await setAside(orphans, saver, this.#backend, this.#drafts, tell);
      const scroller = this.#text.querySelector(".cm-scroller");
      if (standing !== undefined && scroller !== null) {
        scroller.scrollTop = standing.scroll;
      }
      const line = this.#backend.known?.line ?? 0;
      if (focus || standing?.focus === true) {
        if (focus && line > 1) editor.goTo(line, 1);
        else this.focus();
      }
    } catch (error) {
      this.#tell(`The editor cannot be opened. ${explain(error)}`);
    }
    if (this.isOpen) this.#options.toggled(true);
    this.#draw();
  }

  /** The text that is only shown goes to the backups; the file's is shown. */
  async #aside(): Promise<void> {
    const saver = this.#saver;
    if (saver === null) return;
    try {
      const kept = await this.#backend.keep(saver.text);
      saver.adopt(saver.base);
      this.#tell(`${words.ASIDE} in ${kept}.`);
    } catch (error) {
      this.#tell(explain(error));
    }
    this.focus();
  }

  #newSaver(version: { text: string; revision: string }): Saver {
    return new Saver(
      version,
      this.#backend,
      this.#drafts,
      {
        state: (state) => this.#stateChanged(state),
        show: (text) => {
          const editor = this.#editor;
          if (editor === null || editor.text() === text) return;
          editor.show(text);
          this.#tell(words.SHOWN);
        },
        note: (text) => this.#tell(text),
        explain: failure,
      },
      clock,
    );
  }

  /** Saves, and closes if nothing is left unsaved. */
  async close(): Promise<void> {
    const saver = this.#saver;
    // What is only shown is shown again the next time.
    if (saver !== null && !saver.held && !(await saver.settle())) {
      this.#tell(`It stays open. ${words.saveWords(saver.state)}`);
      return;
    }
    this.#editor?.close();
    this.#editor = null;
    this.#saver = null;
    this.#host.hidden = true;
    this.#options.toggled(false);
  }

  focus(): void {
    if (this.#conflict !== null) this.#conflict.focus();
    else this.#editor?.focus();
  }

  async goTo(line: number, column: number): Promise<void> {
    await this.open({ focus: false });
    this.#editor?.goTo(line, column);
  }

  step(line: number | null): void {
    this.#editor?.step(line);
  }

  /** What the compiler says of the text with this revision; without one, of
   * the text that stands there. The verdict may be here before the text. */
  marks(all: readonly Diagnostic[], revision = this.revision): void {
    this.#marks = { all, revision };
    this.#showMarks();
  }

  #showMarks(): void {
    const marks = this.#marks;
    if (marks === null || marks.revision !== this.revision) return;
    this.#editor?.marks(here(marks.all));
    this.#marks = null;
  }

  /** Saves at once; true when page and disk agree. */
  async settle(): Promise<boolean> {
    return (await this.#saver?.settle()) ?? true;
  }

  /** The file on disk has this revision now. */
  announced(revision: string): void {
    void this.#saver?.announced(revision);
  }

  /** The server is there, again. */
  connected(): void {
    void this.#saver?.refresh();
  }

  standing(): Standing | null {
    if (this.#editor === null) return null;
    const scroller = this.#text.querySelector(".cm-scroller");
    return {
      state: this.#editor.save(),
      scroll: scroller?.scrollTop ?? 0,
      focus: this.focused(),
    };
  }

  #leaving = (leaving: boolean): void => {
    this.#hint.textContent = leaving ? words.LEAVING : words.LEAVE;
    if (leaving) this.#voice.say(words.LEAVING);
  };

  async #reset(): Promise<void> {
    await this.#replace(async () => {
      const { version, backup } = await this.#backend.reset();
      this.#left = backup === null ? this.#left : (this.#left ?? 0) + 1;
      return { version, told: words.resetWords(backup) };
    });
  }

  async #undo(): Promise<void> {
    await this.#replace(async () => {
      const { version, left } = await this.#backend.undo();
      this.#left = left;
      return { version, told: words.undoWords(left) };
    });
  }

  async #replace(
    ask: () => Promise<{
      version: { text: string; revision: string };
      told: string;
    }>,
  ): Promise<void> {
    const saver = this.#saver;
    if (saver === null || !(await saver.settle())) return;
    try {
      const { version, told } = await ask();
      saver.adopt(version);
      this.#tell(told);
    } catch (error) {
      this.#tell(explain(error));
    }
    this.#draw();
    this.focus();
  }

  #stateChanged(state: SaveState): void {
    const before = this.#said;
    this.#said = state.kind;
    // What was told is of the text before.
    if (state.kind === "edited") this.#note = "";
    if (state.kind === "conflict") this.#clash(state);
    else if (state.kind === "saved") this.#agree();
    this.#draw();
    if (state.kind === "saved") {
      this.#showMarks();
      // What came from the disk was told already.
      if (before !== "saved") {
        this.#voice.say(words.saveWords(state), SAY_AFTER_MS);
      }
      this.#options.saved?.();
    } else if (state.kind === "failed" || state.kind === "conflict") {
      this.#voice.say(words.saveWords(state));
    }
  }

  #clash(state: Extract<SaveState, { kind: "conflict" }>): void {
    const { theirs, problem } = state;
    const [module, saver, editor] = [this.#module, this.#saver, this.#editor];
    if (module === null || saver === null || editor === null) return;
    if (this.#conflict === null || !this.#conflict.shows(theirs)) {
      const focused = this.focused();
      this.#conflict?.close();
      this.#conflict = new Conflict(module, saver, theirs, this.#leaving);
      this.#text.hidden = this.#hint.hidden = true;
      this.#text.after(this.#conflict.element);
      if (focused) this.#conflict.focus();
    }
    this.#conflict.problem(problem);
  }

  /** The conflict is over. */
  #agree(): void {
    const conflict = this.#conflict;
    if (conflict === null) return;
    this.#conflict = null;
    const focused = conflict.element.contains(document.activeElement);
    conflict.close();
    this.#text.hidden = this.#hint.hidden = false;
    if (this.#saver !== null) this.#editor?.show(this.#saver.text);
    if (focused) this.#editor?.focus();
  }

  #tell(text: string): void {
    this.#note = text;
    this.#draw();
    this.#voice.say(text);
  }

  #draw(): void {
    const saver = this.#saver;
    const state = saver?.state ?? { kind: "edited" as const };
    this.#host.dataset["save"] = saver === null ? "closed" : state.kind;
    const { known } = this.#backend;
    const { kind, name } = this.file;
    const entry = this.#desk.exercises.find(name)?.entry;
    const stored = kind === "exercise" ? (entry?.backups ?? 0) : 0;
    const { reset } = this.#options;
    render(
      <Head
        path={known?.path ?? ""}
        open={saver !== null}
        state={state}
        edited={saver !== null && saver.text !== known?.original}
        backups={this.#left ?? stored}
        note={this.#note}
        labels={reset}
        flush={() => saver?.flush()}
        confirm={() => saver?.confirm()}
        aside={() => void this.#aside()}
        reset={() => void this.#reset()}
        undo={() => void this.#undo()}
        close={() => void this.close()}
      />,
      this.#head,
    );
  }
}
