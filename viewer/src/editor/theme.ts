// How the editor looks: the colors of the page's listings, by CSS variables,
// so that a change of theme needs no new editor. Sizes are in desk.css.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const view = EditorView.theme({
  "&": {
    color: "var(--c-plain)",
    backgroundColor: "var(--b-code-bg)",
  },
  "&.cm-focused": { outline: "none" },
  // Above the numbers, which would hide an outline.
  "&:focus-within::after": {
    content: "''",
    position: "absolute",
    zIndex: "300",
    inset: "0",
    border: "2px solid var(--links)",
    pointerEvents: "none",
  },
  ".cm-scroller": { fontFamily: "var(--mono-font)", lineHeight: "1.5" },
  ".cm-content": { padding: "8px 0", caretColor: "var(--c-plain)" },
  ".cm-line": { padding: "0 8px 0 6px" },
  ".cm-gutters": {
    color: "var(--b-quiet)",
    backgroundColor: "var(--b-code-bg)",
    borderRight: "1px solid var(--b-line)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": {
    backgroundColor: "var(--b-inline-bg)",
  },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--b-edge)",
  },
  ".cm-panels": {
    color: "var(--fg)",
    backgroundColor: "var(--b-head-bg)",
    borderColor: "var(--b-line)",
  },
  ".cm-searchMatch": {
    color: "var(--c-plain)",
    backgroundColor: "transparent",
    outline: "1px solid var(--links)",
  },
  ".cm-searchMatch-selected": {
    backgroundColor: "var(--b-inline-bg)",
    outlineWidth: "2px",
  },
  ".cm-textfield": {
    border: "1px solid var(--b-edge)",
    color: "var(--fg)",
    backgroundColor: "var(--bg)",
    fontSize: "1.4rem",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "transparent",
    border: "1px solid var(--b-edge)",
    borderRadius: "4px",
    color: "var(--fg)",
    fontSize: "1.4rem",
  },
  ".cm-tooltip": {
    color: "var(--fg)",
    backgroundColor: "var(--b-head-bg)",
    border: "1px solid var(--b-edge)",
  },
  ".cm-diagnostic": {
    padding: "4px 10px",
    maxWidth: "min(60ch, 90vw)",
    whiteSpace: "pre-wrap",
    fontFamily: "inherit",
    fontSize: "1.4rem",
  },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--b-bad)" },
  ".cm-diagnostic-warning": { borderLeft: "4px solid var(--b-output-line)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--b-bad) 1.5px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--b-output-line) 1.5px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintPoint::after": { borderBottomColor: "var(--b-bad)" },
  ".cm-gutter-lint": { width: "1.2em" },
  ".cm-lint-marker": { width: "auto", height: "auto", textAlign: "center" },
  ".cm-lint-marker-error": { content: "none" },
  ".cm-lint-marker-warning": { content: "none" },
  ".cm-lint-marker-error::before": { content: "'✕'", color: "var(--b-bad)" },
  ".cm-lint-marker-warning::before": {
    content: "'!'",
    color: "var(--b-quiet)",
  },
  // A step of the reader's own figure.
  ".cm-step": {
    backgroundColor: "var(--tlv-band)",
    boxShadow: "inset 4px 0 0 var(--tlv-band-edge)",
  },
  // Where two texts differ.
  ".cm-mergeViewEditors": { border: "none" },
  ".cm-merge-spacer, .cm-mergeSpacer": {
    backgroundColor: "var(--b-inline-bg)",
  },
  "&.cm-merge-a .cm-changedLine, .cm-deletedChunk": {
    backgroundColor: "var(--desk-minus)",
  },
  "&.cm-merge-b .cm-changedLine": { backgroundColor: "var(--desk-plus)" },
  "&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText": {
    background: "none",
    textDecoration: "underline 2px var(--b-bad)",
    textUnderlineOffset: "3px",
  },
  "&.cm-merge-b .cm-changedText": {
    background: "none",
    textDecoration: "underline 2px var(--b-ok)",
    textUnderlineOffset: "3px",
  },
  "&.cm-merge-b .cm-deletedText": { background: "none" },
  // Above the part that they are about, not on it.
  ".cm-deletedChunk .cm-chunkButtons": { position: "static", padding: "2px 0" },
  ".cm-deletedChunk .cm-chunkButtons button": {
    color: "var(--fg)",
    border: "1px solid var(--b-edge)",
    margin: "0 6px 0 0",
  },
  ".cm-changeGutter": { width: "4px" },
  "&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter": {
    background: "var(--b-bad)",
  },
  "&.cm-merge-b .cm-changedLineGutter": { background: "var(--b-ok)" },
  ".cm-insertedLine": { textDecoration: "none" },
});

const color = (name: string) => ({ color: `var(--c-${name})` });

const highlight = HighlightStyle.define([
  { tag: tags.comment, ...color("comment") },
  {
    tag: [
      tags.keyword,
      tags.self,
      tags.bool,
      tags.modifier,
      tags.operatorKeyword,
    ],
    ...color("keyword"),
  },
  { tag: [tags.string, tags.character, tags.escape], ...color("string") },
  { tag: [tags.number, tags.literal], ...color("number") },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.function(tags.variableName)),
      tags.function(tags.propertyName),
      tags.macroName,
    ],
    ...color("name"),
  },
  { tag: [tags.typeName, tags.className, tags.namespace], ...color("type") },
  { tag: [tags.meta, tags.labelName, tags.attributeName], ...color("meta") },
  { tag: tags.string, ...color("string") },
]);

export const looks: Extension = [view, syntaxHighlighting(highlight)];
