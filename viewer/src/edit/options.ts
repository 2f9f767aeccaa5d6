// What a panel is told by the card or the listing that it belongs to.

import type { ComponentChildren } from "preact";
import type { Standing } from "../desk/resume";

export interface PanelOptions {
  /** What a screen reader calls the editor. */
  label: string;
  /** What is asked before the text is thrown away. */
  reset: { label: string; question: string };
  /** More buttons: how this text is run. */
  actions?: () => ComponentChildren;
  run?(): void;
  /** Opened or closed. */
  toggled(open: boolean): void;
  /** Another text is on the disk. */
  saved?(): void;
}

export interface How {
  focus: boolean;
  standing?: Standing;
}
