// A page that is loaded again opens the editors that stood in it, with text,
// cursor, history, scroll and focus as they were.

import type { FileRef } from "../server/types";
import type { Desk } from "./desk";

const KEY = "tokio-book:open";

/** How an editor stood when its page ended. */
export interface Standing {
  state: unknown;
  scroll: number;
  focus: boolean;
}

interface Open extends Standing {
  file: FileRef;
}

interface Stored {
  path: string;
  open: Open[];
}

/** Remembers when the page ends, for whatever reason. */
export function remember(desk: Desk): void {
  addEventListener("pagehide", () => {
    const open: Open[] = [];
    for (const panel of desk.panels) {
      const standing = panel.standing();
      if (standing !== null) open.push({ file: panel.file, ...standing });
    }
    const stored: Stored = { path: location.pathname, open };
    try {
      if (open.length === 0) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, JSON.stringify(stored));
    } catch {
      // The text is a draft; only the cursor is forgotten.
    }
  });
  addEventListener("beforeunload", (event) => {
    // Only when the browser refused to keep what the server does not have.
    if (Array.from(desk.panels).some((panel) => panel.atRisk)) {
      event.preventDefault();
    }
  });
}

export async function resume(desk: Desk): Promise<void> {
  const standings = isReload() ? read() : [];
  for (const panel of desk.panels) {
    const { kind, name } = panel.file;
    const standing = standings.find(
      ({ file }) => file.kind === kind && file.name === name,
    );
    if (standing !== undefined) await panel.open({ focus: false, standing });
    else void panel.restore();
  }
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return (
    entry instanceof PerformanceNavigationTiming && entry.type === "reload"
  );
}

function read(): Open[] {
  try {
    const stored = sessionStorage.getItem(KEY);
    if (stored === null) return [];
    sessionStorage.removeItem(KEY);
    const { path, open } = JSON.parse(stored) as Stored;
    return path === location.pathname ? open : [];
  } catch {
    return [];
  }
}
