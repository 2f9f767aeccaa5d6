// What the server tells about the page itself: reload, a broken chapter, and
// that the server has gone.

import { element } from "./dom";

const SCROLL = "tokio-book:scroll";

/** Loads the page again; the reader stays where they were. */
export function reload(): void {
  try {
    const place = { path: location.pathname, y: scrollY };
    sessionStorage.setItem(SCROLL, JSON.stringify(place));
  } catch {
    // Without storage the browser's own memory of the place must do.
  }
  location.reload();
}

/** After the figures stand: they change how long the page is. */
export function restoreScroll(): void {
  try {
    const stored = sessionStorage.getItem(SCROLL);
    if (stored === null) return;
    sessionStorage.removeItem(SCROLL);
    const place = JSON.parse(stored) as { path: string; y: number };
    if (place.path === location.pathname) scrollTo({ top: place.y });
  } catch {
    // A place that cannot be read is no place to go to.
  }
}

/** A message across the page, shown as long as it is true. */
export class Banner {
  readonly #box: HTMLElement;

  constructor(className: string, role: "alert" | "status") {
    this.#box = element("div", `book-banner ${className}`);
    this.#box.setAttribute("role", role);
    // Live regions must stand in the page before their text comes.
    document.body.append(this.#box);
  }

  show(title: string, message = ""): void {
    this.#box.replaceChildren(element("p", "book-banner-title", title));
    if (message === "") return;
    const text = element("pre", "book-banner-text", message);
    text.tabIndex = 0;
    this.#box.append(text);
  }

  hide(): void {
    this.#box.replaceChildren();
  }
}
