// The reader's copy of an example: the editor takes the place of the listing,
// and two tabs lead from one to the other.

import { render } from "preact";
import type { Desk } from "../desk/desk";
import { element } from "../dom";
import { Panel } from "../edit/panel";
import { Problems } from "../edit/problems";
import { OwnFigure } from "../own/figure";
import type { Diagnostic } from "../server/types";
import { Runner } from "./runner";
import { Tabs } from "./tabs";

interface Parts {
  listing: HTMLElement;
  /** What stays in sight while one edits: the head, and what a run prints. */
  top: HTMLElement;
  head: HTMLElement;
  actions: HTMLElement;
  example: string;
  /** Runs the book's file. */
  runner: Runner;
}

export class Copy {
  readonly #parts: Parts;
  readonly #open = element("button", "book-button listing-edit", "Edit a copy");
  readonly #problems = element("div", "listing-problems");
  readonly #tabs: Tabs;
  readonly #panel: Panel;
  readonly #figure: OwnFigure;
  readonly #runner: Runner;
  #found: Diagnostic[] = [];
  #editing = false;

  constructor(desk: Desk, parts: Parts) {
    this.#parts = parts;
    const { listing, top, head, actions, example, runner } = parts;
    const file = { kind: "example", name: example } as const;
    const host = element("div", "listing-editor");
    const drawn = element("div", "listing-figure");
    const copy = element("div", "listing-copy");
    const book = element("div", "listing-book");
    // What is moved forgets how far it was scrolled.
    const pre = listing.querySelector("pre");
    const scrolled = pre?.scrollTop ?? 0;
    book.append(...Array.from(listing.children).filter((one) => one !== top));
    copy.append(host, this.#problems, drawn);
    listing.append(copy, book);
    if (pre !== null) pre.scrollTop = scrolled;

    this.#open.type = "button";
    this.#open.dataset["action"] = "edit";
    this.#open.setAttribute("aria-label", `Edit a copy of ${example}`);
    runner.button.after(this.#open);
    this.#runner = this.#newRunner(desk);
    this.#runner.button.className = "book-button listing-run-copy";
    actions.prepend(this.#runner.button);
    top.append(this.#runner.panel);
    this.#tabs = new Tabs(example, [
      ["Your copy", copy],
      ["The book's", book],
    ]);
    this.#tabs.onChange = () => this.#draw();
    head.querySelector(".listing-path")?.after(this.#tabs.element);

    this.#panel = new Panel(desk, file, host, {
      label: `Editor: your copy of examples/${example}.rs`,
      reset: {
        label: "Reset",
        question: "Back to the book's text? Yours is kept.",
      },
      run: () => this.#runner.start(),
      opening: () => this.#toggled(true),
      toggled: (open) => this.#toggled(open),
    });
    this.#figure = new OwnFigure(desk, file, drawn, {
      checks: () => [],
      lines: { show: (line) => this.#panel.step(line) },
    });
    this.#open.addEventListener("click", () => void this.#edit());
    this.#draw();
  }

  #newRunner(desk: Desk): Runner {
    const { example } = this.#parts;
    return new Runner(desk.server, {
      body: { example, scratch: true },
      label: "Run your copy",
      what: `your copy of ${example}`,
      title: "Your copy's run, just now",
      before: async () => {
        this.#found = [];
        this.#drawProblems();
        this.#figure.outdated();
        return this.#panel.settle();
      },
      diagnostic: (one) => {
        this.#found.push(one);
        this.#drawProblems();
      },
      ended: ({ why }) => {
        this.#panel.marks(this.#found, undefined);
        if (why !== "stopped") this.#figure.request(undefined);
      },
    });
  }

  async #edit(): Promise<void> {
    await this.#panel.open({ focus: true });
    this.#parts.listing.scrollIntoView({ block: "nearest" });
  }

  #toggled(open: boolean): void {
    // The editor is open already while the other text is looked at.
    if (open && this.#editing) return;
    this.#editing = open;
    this.#tabs.choose(open ? 0 : 1);
    this.#draw();
    if (open) return;
    this.#figure.clear();
    this.#runner.panel.hidden = true;
    this.#open.focus();
  }

  /** What belongs to the text that is not shown is not shown either. */
  #draw(): void {
    const open = this.#editing;
    const mine = open && this.#tabs.chosen === 0;
    const { listing, runner } = this.#parts;
    listing.classList.toggle("listing-copying", open);
    listing.dataset["shows"] = mine ? "copy" : "book";
    this.#open.hidden = open;
    this.#tabs.show(open);
    runner.button.hidden = mine;
    this.#runner.button.hidden = !mine;
  }

  #drawProblems(): void {
    render(
      <Problems
        all={this.#found}
        goTo={(line, column) => void this.#panel.goTo(line, column)}
      />,
      this.#problems,
    );
  }
}
