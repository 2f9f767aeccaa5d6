// Both versions of a file that was changed here and elsewhere, and what the
// reader may do with them.

import { element } from "../dom";
import type { Merge } from "../editor/main";
import type { Saver, Version } from "./saver";
import { isNarrow, LEAVE } from "./words";

type EditorModule = typeof import("../editor/main");

let count = 0;

export class Conflict {
  readonly element = element("div", "desk-conflict");
  readonly #mine: string;
  readonly #theirs: Version;
  readonly #merge: Merge;
  readonly #problem = element("p", "desk-problem");
  readonly #keepMerged: HTMLButtonElement;

  constructor(
    module: EditorModule,
    saver: Saver,
    theirs: Version,
    leaving: (leaving: boolean) => void,
  ) {
    this.#mine = saver.text;
    this.#theirs = theirs;
    const title = element(
      "p",
      "desk-conflict-title",
      "This file was changed here and elsewhere. Nothing is lost: what you " +
        "do not take is kept in .book/backups.",
    );
    const narrow = isNarrow();
    const names = element("div", "desk-sides");
    const hint = element("p", "desk-hint", LEAVE);
    hint.id = `desk-conflict-${(count += 1)}`;
    title.id = `${hint.id}-title`;
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-labelledby", title.id);
    if (narrow) {
      names.textContent =
        "Your text, and in it the parts of the file's text that differ";
    } else {
      names.append(
        element("span", "", "The file's text"),
        element("span", "", "Your text, which you can change here"),
      );
    }
    const buttons = element("p", "desk-choices");
    const button = (label: string, name: string, run: () => void) => {
      const made = element("button", "book-button", label);
      made.type = "button";
      made.dataset["choose"] = name;
      made.addEventListener("click", run);
      buttons.append(made, " ");
      return made;
    };
    button("Keep mine", "mine", () => {
      saver.edit(this.#mine);
      void saver.keepMine();
    });
    button("Take the file's", "theirs", () => {
      saver.edit(this.#mine);
      void saver.takeTheirs();
    });
    this.#keepMerged = button("Save the merged text", "merged", () => {
      void saver.keepMerged(this.#mine);
    });
    this.#keepMerged.hidden = true;
    this.#problem.setAttribute("role", "alert");
    const holder = element("div", "desk-merge");
    this.element.append(title, buttons, this.#problem, names, holder, hint);
    this.#merge = module.openMerge({
      parent: holder,
      one: { text: theirs.text, label: "The file's text" },
      two: { text: this.#mine, label: "Your text" },
      narrow,
      edit: {
        describedBy: hint.id,
        leaving,
        change: (text) => {
          saver.edit(text);
          this.#keepMerged.hidden = text === this.#mine;
        },
      },
    });
  }

  /** Whether it shows this version already. */
  shows(theirs: Version): boolean {
    return theirs.revision === this.#theirs.revision;
  }

  problem(text: string): void {
    this.#problem.textContent = text;
  }

  /** The text, where the reader was typing. */
  focus(): void {
    this.#merge.focus();
  }

  close(): void {
    this.#merge.close();
    this.element.remove();
  }
}
