// Two texts and where they differ: side by side where there is room, one in
// the other where there is none. The second may be edited.

import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
} from "@codemirror/commands";
import { rust } from "@codemirror/lang-rust";
import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { changes } from "./diff";
import { leave } from "./edit";
import { looks } from "./theme";

export interface MergeOptions {
  parent: HTMLElement;
  one: { text: string; label: string };
  two: { text: string; label: string };
  narrow: boolean;
  /** The id of what says how to leave it; without it nothing is edited. */
  edit?: {
    describedBy: string;
    change(text: string): void;
    leaving(leaving: boolean): void;
    cursor?: number;
  };
}

export interface Merge {
  text(): string;
  show(text: string): void;
  focus(): void;
  focused(): boolean;
  close(): void;
}

export function openMerge(options: MergeOptions): Merge {
  const { parent, one, two, narrow, edit } = options;
  const second = [
    ...shared(two.label),
    ...(edit === undefined ? fixed() : editable(edit)),
  ];
  let view: EditorView;
  let close: () => void;
  if (narrow) {
    view = new EditorView({
      parent,
      state: EditorState.create({
        doc: two.text,
        extensions: [
          ...second,
          unifiedMergeView({
            original: one.text,
            gutter: true,
            highlightChanges: true,
            mergeControls: edit === undefined ? false : unifiedControl,
          }),
        ],
      }),
    });
    close = () => view.destroy();
  } else {
    const merge = new MergeView({
      parent,
      a: { doc: one.text, extensions: [...shared(one.label), ...fixed()] },
      b: { doc: two.text, extensions: second },
      gutter: true,
      ...(edit === undefined
        ? {}
        : { revertControls: "a-to-b" as const, renderRevertControl: control }),
    });
    view = merge.b;
    close = () => merge.destroy();
  }
  if (edit?.cursor !== undefined) {
    view.dispatch({
      selection: { anchor: Math.min(edit.cursor, view.state.doc.length) },
    });
  }
  const text = () => view.state.doc.toString();
  return {
    text,
    show: (next) => view.dispatch({ changes: changes(text(), next) }),
    focus: () => view.focus(),
    focused: () => view.hasFocus,
    close,
  };
}

function shared(label: string): Extension[] {
  return [
    lineNumbers(),
    rust(),
    looks,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label }),
  ];
}

function fixed(): Extension[] {
  return [
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    // It scrolls, so the keyboard must reach it.
    EditorView.contentAttributes.of({ tabindex: "0", "aria-readonly": "true" }),
  ];
}

function editable(edit: NonNullable<MergeOptions["edit"]>): Extension[] {
  return [
    history(),
    leave(edit.leaving),
    keymap.of([...historyKeymap, indentWithTab, ...defaultKeymap]),
    EditorView.contentAttributes.of({ "aria-describedby": edit.describedBy }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) edit.change(update.state.doc.toString());
    }),
  ];
}

const TAKE = "Take this part of the file's text";

function control(): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.title = TAKE;
  button.setAttribute("aria-label", TAKE);
  button.textContent = "→";
  byKey(button, () =>
    // CodeMirror listens to the mouse, above the buttons.
    button.dispatchEvent(new MouseEvent("mousedown", { bubbles: true })),
  );
  return button;
}

function unifiedControl(
  type: "reject" | "accept",
  action: (event: MouseEvent) => void,
): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "desk-part";
  button.textContent =
    type === "reject" ? "Take the file's part" : "Keep my part";
  button.addEventListener("mousedown", action);
  byKey(button, action);
  return button;
}

/** A key fires a click alone, without the mouse going down. */
function byKey(button: HTMLElement, action: (event: MouseEvent) => void): void {
  button.addEventListener("click", (event) => {
    if (event.detail === 0) action(event);
  });
}
