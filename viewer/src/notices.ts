// What the server tells about the page itself: a broken chapter, a newer page,
// and that the server has gone.

import { element } from "./dom";

export interface Action {
  label: string;
  run(): void;
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

  show(title: string, message = "", ...actions: Action[]): void {
    const head = element("p", "book-banner-title", title);
    const buttons = element("span", "book-banner-buttons");
    const hide = { label: "Hide", run: () => this.hide() };
    for (const { label, run } of [...actions, hide]) {
      const button = element("button", "book-button", label);
      button.type = "button";
      button.addEventListener("click", run);
      buttons.append(button);
    }
    head.append(buttons);
    this.#box.replaceChildren(head);
    if (message === "") return;
    const text = element("pre", "book-banner-text", message);
    text.tabIndex = 0;
    this.#box.append(text);
  }

  hide(): void {
    this.#box.replaceChildren();
  }
}
