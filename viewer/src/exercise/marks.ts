// What is solved of a chapter, at its line of the sidebar.

import type { Desk } from "../desk/desk";
import { element } from "../dom";
import { byChapter } from "./tally";

export function markChapters({ exercises }: Desk): void {
  const draw = (): void => {
    const links = document.querySelectorAll<HTMLAnchorElement>(
      "#mdbook-sidebar a[href]",
    );
    const chapters = byChapter(exercises.all());
    for (const link of links) {
      if (link.hash !== "") continue;
      const page = link.pathname.split("/").pop() ?? "";
      const chapter = chapters.find((one) => one.page === page);
      if (chapter === undefined) continue;
      const all = chapter.entries.length;
      const solved = chapter.entries.filter(
        ({ state }) => state === "solved",
      ).length;
      link.querySelector(".toc-mark")?.remove();
      if (solved === 0) continue;
      const mark = element("span", "toc-mark", solved === all ? "✓" : "◐");
      mark.title = `${solved} of ${all} exercises solved`;
      mark.setAttribute("role", "img");
      mark.setAttribute("aria-label", mark.title);
      link.append(mark);
    }
  };
  exercises.onChange(draw);
  draw();
}
