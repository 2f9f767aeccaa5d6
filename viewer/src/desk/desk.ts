// What the parts of a page with a server share.

import type { Pages } from "../edit/drafts";
import type { Panel } from "../edit/panel";
import type { Exercises } from "../exercise/store";
import type { MountFigure } from "../figure/mount";
import type { Server } from "../server/api";
import type { BookEvent } from "../server/types";

export type EditorModule = typeof import("../editor/main");

export class Desk {
  readonly server: Server;
  readonly exercises: Exercises;
  readonly pages: Pages;
  readonly mountFigure: MountFigure;
  /** Every editor that the page may open. */
  readonly panels = new Set<Panel>();
  readonly #listeners = new Set<(event: BookEvent) => void>();
  #editor: Promise<EditorModule> | null = null;

  constructor(
    server: Server,
    exercises: Exercises,
    pages: Pages,
    mountFigure: MountFigure,
  ) {
    this.server = server;
    this.exercises = exercises;
    this.pages = pages;
    this.mountFigure = mountFigure;
  }

  onEvent(listener: (event: BookEvent) => void): void {
    this.#listeners.add(listener);
  }

  event(event: BookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** CodeMirror, fetched once, beside this file. */
  editor(): Promise<EditorModule> {
    const url = new URL("editor.min.js", import.meta.url).href;
    this.#editor ??= import(url) as Promise<EditorModule>;
    // A failure is not remembered: the server may be back.
    this.#editor.catch(() => (this.#editor = null));
    return this.#editor;
  }

  /** The editor in which the reader is writing. */
  writing(): Panel | undefined {
    return Array.from(this.panels).find((panel) => panel.writing);
  }
}
