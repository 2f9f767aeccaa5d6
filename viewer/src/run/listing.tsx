// What an example's listing can do where a server answers: run the book's
// file, and edit and run a copy of it. The book's file stays as it is.

import type { Desk } from "../desk/desk";
import { element } from "../dom";
import { Copy } from "./copy";
import { Runner } from "./runner";

/** One editor for each example of a page, though several listings show it. */
const edited = new Set<string>();

export function mountRun(listing: HTMLElement, desk: Desk): void {
  const example = listing.dataset["example"];
  const head = listing.querySelector<HTMLElement>(".listing-head");
  const actions = listing.querySelector<HTMLElement>(".listing-actions");
  // Twins in Python and files that must not compile are shown, not run: they
  // have no data-example.
  if (example === undefined || head === null || actions === null) return;
  const runner = new Runner(desk.server, {
    body: { example },
    label: "Run",
    what: example,
    title: "Your run, just now",
  });
  // The output opens where the button is, and moves with it.
  const top = element("div", "listing-top");
  head.before(top);
  top.append(head, runner.panel);
  actions.prepend(runner.button);
  listing.classList.add("listing-runs");
  if (edited.has(example)) return;
  edited.add(example);
  new Copy(desk, { listing, top, head, actions, example, runner });
}
