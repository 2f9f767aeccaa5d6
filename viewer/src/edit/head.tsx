// Above an editor: which file it is, whether it is saved, and what can be done
// with it.

import { Confirm } from "./confirm";
import type { SaveState } from "./saver";
import { saveWords } from "./words";

interface Props {
  path: string;
  open: boolean;
  state: SaveState;
  /** The text is not the first one. */
  edited: boolean;
  /** How many older texts can be brought back. */
  backups: number;
  note: string;
  labels: { label: string; question: string };
  flush: () => void;
  /** Takes the text that is only shown. */
  confirm: () => void;
  /** Puts that text away, and shows the file's. */
  aside: () => void;
  reset: () => void;
  undo: () => void;
  close: () => void;
}

export function Head(props: Props) {
  const { path, open, state, edited, backups, note, labels } = props;
  const free = open && state.kind !== "conflict";
  return (
    <>
      <p class="desk-line">
        <code class="desk-path">{path}</code>
        {open && <span class="desk-save">{saveWords(state)}</span>}
      </p>
      <p class="desk-buttons">
        {state.kind === "failed" && !state.away && (
          <button
            type="button"
            class="book-button"
            data-action="save"
            onClick={props.flush}
          >
            Try again
          </button>
        )}
        {state.kind === "held" && (
          <>
            <button
              type="button"
              class="book-button"
              data-action="save"
              onClick={props.confirm}
            >
              Save this text
            </button>
            <button
              type="button"
              class="book-button"
              data-action="aside"
              onClick={props.aside}
            >
              Put it aside
            </button>
          </>
        )}
        {free && edited && state.kind !== "held" && (
          <Confirm
            label={labels.label}
            action="reset"
            question={labels.question}
            yes={labels.label}
            run={props.reset}
          />
        )}
        {free && backups > 0 && (
          <button
            type="button"
            class="book-button"
            data-action="undo"
            onClick={props.undo}
          >
            Bring back the text before
          </button>
        )}
        <button
          type="button"
          class="book-button"
          data-action="close"
          onClick={props.close}
        >
          Close
        </button>
      </p>
      {note !== "" && <p class="desk-note">{note}</p>}
    </>
  );
}
