// What a panel is told by the card or the listing that it belongs to.

import type { Standing } from "../desk/resume";

export interface PanelOptions {
  /** What a screen reader calls the editor. */
  label: string;
  /** What is asked before the text is thrown away. */
  reset: { label: string; question: string };
  run?(): void;
  /** It will be open in a moment: its place must be in sight. */
  opening?(): void;
  /** Opened or closed. */
  toggled(open: boolean): void;
  /** Another text is on the disk. */
  saved?(): void;
}

export interface How {
  focus: boolean;
  standing?: Standing;
}
