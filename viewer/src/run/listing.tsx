// What an example's listing can do where a server answers: run the book's
// file, and edit and run a copy of it. The book's file stays as it is.

import { render } from "preact";
import type { Desk } from "../desk/desk";
import { element } from "../dom";
import { Panel } from "../edit/panel";
import { Problems } from "../edit/problems";
import { OwnFigure } from "../own/figure";
import type { Diagnostic } from "../server/types";
import { Runner } from "./runner";

/** Moving a button that stands right would take the focus from it. */
function Place({ button }: { button: HTMLElement }) {
  return (
    <span
      ref={(at) => {
        if (at !== null && button.parentElement !== at) at.append(button);
      }}
    />
  );
}

/** One editor for each example of a page, though several listings show it. */
const edited = new Set<string>();

export function mountRun(listing: HTMLElement, desk: Desk): void {
  const example = listing.dataset["example"];
  const actions = listing.querySelector<HTMLElement>(".listing-actions");
  // Twins in Python and files that must not compile are shown, not run: they
  // have no data-example.
  if (example === undefined || actions === null) return;
  const runner = new Runner(desk.server, {
    body: { example },
    label: "Run",
    what: example,
  });
  actions.prepend(runner.button);
  listing.append(runner.panel);
  listing.classList.add("listing-runs");
  if (edited.has(example)) return;
  edited.add(example);
  mountCopy(listing, runner.button, example, desk);
}

function mountCopy(
  listing: HTMLElement,
  after: HTMLElement,
  example: string,
  desk: Desk,
): void {
  const file = { kind: "example", name: example } as const;
  const open = element("button", "book-button listing-edit", "Edit a copy");
  open.type = "button";
  open.dataset["action"] = "edit";
  open.setAttribute("aria-label", `Edit a copy of ${example}`);
  after.after(open);

  const hosts = {
    panel: element("div", "listing-editor"),
    problems: element("div", "listing-problems"),
    figure: element("div", "listing-figure"),
  };
  let found: Diagnostic[] = [];
  const runner = new Runner(desk.server, {
    body: { example, scratch: true },
    label: "Run your copy",
    what: `your copy of ${example}`,
    async before() {
      found = [];
      drawProblems();
      figure.outdated();
      return panel.settle();
    },
    diagnostic(one) {
      found.push(one);
      drawProblems();
    },
    ended({ why }) {
      panel.marks(found, undefined);
      if (why !== "stopped") figure.request(undefined);
    },
  });
  runner.button.className = "book-button";
  const panel = new Panel(desk, file, hosts.panel, {
    label: `Editor: your copy of examples/${example}.rs`,
    reset: {
      label: "Reset",
      question: "Back to the book's text? Yours is kept.",
    },
    actions: () => <Place button={runner.button} />,
    run: () => runner.start(),
    toggled(isOpen) {
      open.hidden = isOpen;
      runner.panel.hidden ||= !isOpen;
      hosts.problems.hidden = !isOpen;
      if (!isOpen) {
        figure.clear();
        open.focus();
      }
    },
  });
  const figure = new OwnFigure(desk, file, hosts.figure, {
    checks: () => [],
    lines: { show: (line) => panel.step(line) },
  });
  const drawProblems = (): void =>
    render(
      <Problems
        all={found}
        goTo={(line, column) => void panel.goTo(line, column)}
      />,
      hosts.problems,
    );
  open.addEventListener("click", () => void panel.open({ focus: true }));
  const copy = element("div", "listing-copy");
  copy.append(hosts.panel, hosts.problems, runner.panel, hosts.figure);
  listing.append(copy);
}
