// The compiler counts lines and characters from 1; an editor counts UTF-16
// units from 0, in a text that may have changed meanwhile.

export interface Mark {
  level: "error" | "warning";
  message: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

/** Where a mark begins and ends in `text`; never outside of it, and never
 * empty where there is something to underline. */
export function range(text: string, mark: Mark): { from: number; to: number } {
  const from = offset(text, mark.line, mark.column);
  const to = Math.max(from, offset(text, mark.end_line, mark.end_column));
  if (to > from) return { from, to };
  const next = text.codePointAt(from);
  if (next !== undefined && next !== 10) {
    return { from, to: from + (next > 0xffff ? 2 : 1) };
  }
  // At the end of a line: the character before.
  return from > 0 && text[from - 1] !== "\n"
    ? { from: from - 1, to: from }
    : { from, to: from };
}

/** Only those that stand in the reader's file. */
export function here<T extends Mark>(all: readonly T[]): T[] {
  return all.filter(({ line }) => line > 0);
}

/** The position of a line and a column, both from 1. */
export function offset(text: string, line: number, column: number): number {
  let at = 0;
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf("\n", at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  for (let n = 1; n < column; n += 1) {
    const code = text.codePointAt(at);
    if (code === undefined || code === 10) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}
