// What drives a figure from elsewhere: a sentence of the page that carries a
// link to a step or to a value of the knob, the address bar, and the browser's
// Back. The figure stays in sight, or comes along at the window's edge.

import type { FigureData } from "../generated/FigureData";
import { linkTo, partsOf, viewOf } from "./link";
import { keepInSight } from "./pin";
import { isView, type View } from "./view";

export interface Driven {
  figure: HTMLElement;
  data: FigureData;
  view(): View;
  show(view: View): void;
}

const driven = new Map<string, Driven>();
let listening = false;

/** The views that figures had when a sentence was pressed. */
interface Kept {
  figures?: Record<string, unknown>;
}

/** Returns what to call when the figure leaves the page. */
export function drive(one: Driven): () => void {
  driven.set(one.figure.id, one);
  if (!listening) {
    listening = true;
    document.addEventListener("click", pressed);
    addEventListener("popstate", (event) => restore(event.state as Kept));
    addEventListener("hashchange", () => follow(location.hash));
  }
  return () => driven.delete(one.figure.id);
}

/** What the page's own address asks of a figure. */
export function addressed(id: string, data: FigureData, view: View): View {
  const asked = partsOf(decoded(location.hash));
  return asked?.id === id && asked.query !== ""
    ? viewOf(data, view, asked.query)
    : view;
}

/** Puts the link to a view into the address bar and the clipboard. */
export async function share(one: Driven): Promise<boolean> {
  const link = linkTo(one.figure.id, one.data, one.view());
  history.replaceState(history.state, "", link);
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}

function pressed(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>("a.tl-go");
  if (link == null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const query = link.dataset["view"] ?? "";
  const one = driven.get(link.hash.slice(1));
  if (one === undefined) return;
  event.preventDefault();
  const kept = Array.from(driven, ([id, { view }]) => [id, view()]);
  history.replaceState({ figures: Object.fromEntries(kept) }, "");
  history.pushState(null, "", `${link.hash}?${query}`);
  one.show(viewOf(one.data, one.view(), query));
  keepInSight(one.figure);
}

function restore(kept: Kept | null): void {
  if (kept?.figures === undefined) {
    follow(location.hash);
    return;
  }
  for (const [id, view] of Object.entries(kept.figures)) {
    const one = driven.get(id);
    if (one !== undefined && isView(one.data, view)) one.show(view);
  }
}

function follow(hash: string): void {
  const asked = partsOf(decoded(hash));
  const one = driven.get(asked?.id ?? "");
  if (asked === null || one === undefined || asked.query === "") return;
  one.show(viewOf(one.data, one.view(), asked.query));
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
