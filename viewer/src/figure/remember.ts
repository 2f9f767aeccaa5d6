// A reader who comes back to a page finds its figures as they left them. The
// browser restores form controls by itself, and would show a knob that the
// drawing knows nothing of: the controls say autocomplete=off, and what was
// shown is kept here.

import type { FigureData } from "../generated/FigureData";
import { isView, type View } from "./view";

const KEY = "tokio-book:figures:";
const shown = new Map<string, () => View>();
let listening = false;

/** Keeps what the figure shows when the page ends. Returns what to call when
 * the figure leaves the page. */
export function rememberView(id: string, view: () => View): () => void {
  shown.set(id, view);
  if (!listening) {
    listening = true;
    addEventListener("pagehide", keep);
  }
  return () => shown.delete(id);
}

function keep(): void {
  const views = Object.fromEntries(
    Array.from(shown, ([id, view]) => [id, view()]),
  );
  try {
    sessionStorage.setItem(KEY + location.pathname, JSON.stringify(views));
  } catch {
    // Without storage a figure begins at its first step.
  }
}

/** What the figure showed, for who comes back or loads the page again. */
export function rememberedView(id: string, data: FigureData): View | null {
  try {
    const [entry] = performance.getEntriesByType("navigation");
    const type = (entry as PerformanceNavigationTiming | undefined)?.type;
    if (type !== "back_forward" && type !== "reload") return null;
    const stored = sessionStorage.getItem(KEY + location.pathname);
    const views = JSON.parse(stored ?? "{}") as Record<string, unknown>;
    const view = views[id];
    // The figure may have been recorded again.
    return isView(data, view) ? view : null;
  } catch {
    return null;
  }
}
