// The editor: CodeMirror with Rust. Fetched when a reader opens one.

export { openEditor, type Editor, type EditorOptions } from "./edit";
export { openMerge, type Merge, type MergeOptions } from "./merge";
export { differences, type Difference } from "./diff";
