// Exercises grouped by the chapter in which they stand.

import type { ExerciseEntry } from "../server/types";

export interface Chapter {
  page: string;
  title: string;
  entries: ExerciseEntry[];
}

/** In book order. `titles`: what the table of contents calls the pages. */
export function byChapter(
  all: readonly ExerciseEntry[],
  titles: ReadonlyMap<string, string> = new Map(),
): Chapter[] {
  const chapters = new Map<string, Chapter>();
  for (const entry of all) {
    const { page } = entry;
    const title = titles.get(page) ?? plain(page);
    const chapter = chapters.get(page) ?? { page, title, entries: [] };
    chapter.entries.push(entry);
    chapters.set(page, chapter);
  }
  return Array.from(chapters.values());
}

/** `gather-is-join.html` reads "gather is join". */
function plain(page: string): string {
  return page.replace(/\.html$/, "").replaceAll("-", " ");
}

/** Where an exercise stands in the book. */
export function link({ page, id }: { page: string; id: string }): string {
  return `${page}#exercise-${id}`;
}

/** What the table of contents calls each page, without its number. */
export function titles(): Map<string, string> {
  const found = new Map<string, string>();
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>(
    "#mdbook-sidebar a[href]",
  )) {
    const page = anchor.pathname.split("/").pop() ?? "";
    const words = Array.from(anchor.childNodes)
      .filter((node) => node instanceof Text)
      .map((node) => node.textContent);
    const title = words.join("").trim();
    if (title !== "" && anchor.hash === "") found.set(page, title);
  }
  return found;
}
