// One editor: a text, a cursor, marks of the compiler, and who hears of a
// change.

import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  indentWithTab,
} from "@codemirror/commands";
import { rust } from "@codemirror/lang-rust";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
} from "@codemirror/language";
import { lintGutter, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import {
  Annotation,
  EditorSelection,
  EditorState,
  StateEffect,
  StateField,
  Transaction,
  type Extension,
} from "@codemirror/state";
import {
  Decoration,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type DecorationSet,
} from "@codemirror/view";
import { range, type Mark } from "../edit/diagnostics";
import { changes } from "./diff";
import { looks } from "./theme";

export interface EditorOptions {
  parent: HTMLElement;
  text: string;
  /** What a screen reader calls it. */
  label: string;
  /** The id of the element that says how to leave it. */
  describedBy: string;
  /** A state that `save` wrote; it must hold the same text. */
  saved?: unknown;
  change(text: string): void;
  compose(composing: boolean): void;
  /** Ctrl-S, or Ctrl-Enter. */
  command(name: "save" | "run"): void;
  /** Whether the next Tab leaves the editor. */
  leaving(leaving: boolean): void;
}

export interface Editor {
  text(): string;
  /** Another text, with the cursor where it was. Nobody is told. */
  show(text: string): void;
  marks(marks: readonly Mark[]): void;
  /** From 1. */
  goTo(line: number, column: number): void;
  /** The line of a figure's step; null: none. */
  step(line: number | null): void;
  focus(): void;
  focused(): boolean;
  /** Text, cursor and history, as JSON. */
  save(): unknown;
  close(): void;
}

/** Not typed by the reader. */
const foreign = Annotation.define<boolean>();
const FIELDS = { history: historyField };

export function openEditor(options: EditorOptions): Editor {
  const config = { extensions: extensions(options) };
  const view = new EditorView({
    state:
      revive(options, config) ??
      EditorState.create({ doc: options.text, ...config }),
    parent: options.parent,
  });
  const text = () => view.state.doc.toString();
  return {
    text,
    show(next) {
      view.dispatch({
        changes: changes(text(), next),
        annotations: [foreign.of(true), Transaction.addToHistory.of(false)],
      });
    },
    marks(marks) {
      const found = marks.map((mark) => {
        const { from, to } = range(text(), mark);
        return { from, to, severity: mark.level, message: mark.message };
      });
      view.dispatch(setDiagnostics(view.state, found));
    },
    goTo(line, column) {
      const mark = { line, column, end_line: line, end_column: column };
      const { from } = range(text(), { ...mark, level: "error", message: "" });
      view.dispatch({
        selection: EditorSelection.cursor(from),
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      view.focus();
    },
    step(line) {
      const { doc } = view.state;
      const known = line !== null && line >= 1 && line <= doc.lines;
      view.dispatch({
        effects: setStep.of(known ? doc.line(line).from : null),
      });
    },
    focus: () => view.focus(),
    focused: () => view.hasFocus,
    save: () => view.state.toJSON(FIELDS),
    close: () => view.destroy(),
  };
}

function revive(
  { saved, text }: EditorOptions,
  config: { extensions: Extension },
): EditorState | null {
  if (saved === undefined) return null;
  try {
    const state = EditorState.fromJSON(saved, config, FIELDS);
    return state.doc.toString() === text ? state : null;
  } catch {
    // Written by another version of the editor.
    return null;
  }
}

function extensions(options: EditorOptions): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    indentOnInput(),
    indentUnit.of("    "),
    bracketMatching(),
    highlightActiveLine(),
    lintGutter(),
    stepField,
    search({ top: true }),
    rust(),
    looks,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": options.label,
      "aria-describedby": options.describedBy,
    }),
    leave(options.leaving),
    keymap.of([
      {
        key: "Mod-s",
        preventDefault: true,
        run: () => command(options, "save"),
      },
      { key: "Mod-Enter", run: () => command(options, "run") },
      { key: "F8", run: nextDiagnostic },
      ...searchKeymap,
      ...historyKeymap,
      indentWithTab,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      const told = update.transactions.every((one) => one.annotation(foreign));
      if (!told) options.change(update.state.doc.toString());
    }),
    EditorView.domEventHandlers({
      compositionstart: () => options.compose(true),
      compositionend: () => {
        // The last change of a composition comes after its end.
        setTimeout(() => options.compose(false));
      },
    }),
  ];
}

function command(options: EditorOptions, name: "save" | "run"): boolean {
  options.command(name);
  return true;
}

/** Escape, then Tab leaves the editor, however long that takes. */
export function leave(told: (leaving: boolean) => void): Extension {
  let leaving = false;
  const set = (view: EditorView, to: boolean): void => {
    if (to === leaving) return;
    leaving = to;
    view.setTabFocusMode(to);
    told(to);
  };
  const MODIFIERS = ["Shift", "Control", "Alt", "Meta"];
  return EditorView.domEventHandlers({
    keydown(event, view) {
      if (event.key === "Escape" && !event.isComposing) set(view, true);
      else if (event.key !== "Tab" && !MODIFIERS.includes(event.key)) {
        set(view, false);
      }
    },
    blur: (_event, view) => set(view, false),
  });
}

const setStep = StateEffect.define<number | null>();
const stepLine = Decoration.line({ class: "cm-step" });
const stepField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, change) {
    let next = marks.map(change.changes);
    for (const effect of change.effects) {
      if (!effect.is(setStep)) continue;
      const at = effect.value;
      next = at === null ? Decoration.none : Decoration.set(stepLine.range(at));
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
