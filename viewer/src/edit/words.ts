// The states of an editor in words.

import type { SaveState } from "./saver";

export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case "saved":
      return "Saved";
    case "edited":
      return "Not saved yet";
    case "held":
      return "Not saved: change it, or press “Save this text”.";
    case "saving":
      return "Saving…";
    case "failed":
      return state.away
        ? "Not saved: the local server does not answer. Your text is kept in " +
            "this browser, and saved when the server is back."
        : `Not saved: ${state.why}`;
    case "conflict":
      return "Not saved: the file has changed elsewhere too.";
  }
}

export const LEAVE = "Tab indents. To leave the editor: Escape, then Tab.";
export const LEAVING = "Tab now leaves the editor.";

export const RESTORED = "Your text that was not saved is back.";
export const EARLIER =
  "This text was typed before the book was started again, and is not saved.";
export const UNKNOWN =
  "This browser has a text for this file that no page of this book has " +
  "written. Read it before you save it.";
export const ASIDE = "It was put aside";
export const SHOWN = "The file has changed elsewhere; its new text is shown.";

/** Where a text was put aside. */
export function resetWords(backup: string | null): string {
  return backup === null
    ? "Reset. There was nothing to keep."
    : `Reset. Your text was kept in ${backup}.`;
}

export function undoWords(left: number): string {
  if (left === 0) return "Brought back. That was the only older text.";
  return `Brought back. ${left} older ${left === 1 ? "text is" : "texts are"} left.`;
}

/** Two texts do not fit beside each other. */
export function isNarrow(): boolean {
  return matchMedia("(max-width: 700px)").matches;
}
