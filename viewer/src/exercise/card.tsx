// One exercise, live: its editor, its state, what the checks or the compiler
// say, the reader's own run, hints, and what comes after success.

import { render } from "preact";
import type { Desk } from "../desk/desk";
import { element, keepKeys } from "../dom";
import { Panel } from "../edit/panel";
import { Problems } from "../edit/problems";
import { OwnFigure, type Check } from "../own/figure";
import { explain } from "../server/api";
import type { Diagnostic, ExerciseEntry, Verdict } from "../server/types";
import { Hints } from "./hints";
import { guard } from "./reveal";
import { mountSolved } from "./solved";
import { verdictOf, type Shown } from "./store";
import { checkOf, say } from "./words";

export function mountCard(section: HTMLElement, desk: Desk): void {
  const id = section.dataset["exercise"];
  const state = section.querySelector<HTMLElement>(".exercise-state");
  if (id === undefined || state === null) return;
  new Card(section, id, state, desk);
}

class Card {
  readonly #section: HTMLElement;
  readonly #id: string;
  readonly #state: HTMLElement;
  readonly #desk: Desk;
  // The message stands outside of the status: twenty lines of compiler
  // errors are to be read, not to be announced.
  readonly #detail = element("div", "exercise-detail");
  readonly #panel: Panel;
  readonly #figure: OwnFigure;
  #problem = "";
  /** Of the text on the disk, once that has changed. */
  #revision: string | undefined;
  /** What the list of exercises said of it. */
  #listed: string | undefined;

  constructor(
    section: HTMLElement,
    id: string,
    state: HTMLElement,
    desk: Desk,
  ) {
    this.#section = section;
    this.#id = id;
    this.#state = state;
    this.#desk = desk;
    const name = section.dataset["name"] ?? id;
    const hosts = {
      panel: element("div", "exercise-editor"),
      figure: element("div", "exercise-figure"),
      after: element("div", "exercise-after"),
    };
    state.before(hosts.panel);
    state.after(this.#detail, hosts.after, hosts.figure);
    keepKeys(this.#detail);
    this.#panel = new Panel(desk, { kind: "exercise", name: id }, hosts.panel, {
      label: `Editor: exercises/${name}/exercise.rs`,
      reset: {
        label: "Reset",
        question: "Back to the exercise's first text? Yours is kept.",
      },
      run: () => void this.#check(),
      toggled: (open) => this.#toggled(open),
    });
    this.#figure = new OwnFigure(
      desk,
      { kind: "exercise", name: id },
      hosts.figure,
      {
        checks: () => this.#checks(),
        lines: { show: (line) => this.#panel.step(line) },
        ready: () => desk.exercises.find(id)?.checking !== true,
      },
    );
    const hints = new Hints(section, id, desk.exercises);
    const solved = mountSolved(section, hosts.after, id, desk);
    this.#guardSolution();

    desk.onEvent((event) => {
      if (event.kind === "checking" && event.id === id) this.#figure.outdated();
      if (
        event.kind === "file" &&
        event.of === "exercise" &&
        event.name === id
      ) {
        this.#written(event.revision);
      }
      if (event.kind === "not-checked" && event.id === id) {
        this.#problem = `It was not checked: ${event.message}`;
        this.#draw();
      }
      if (event.kind === "exercise" && event.id === id) {
        this.#judged(event.verdict, event.warnings ?? [], event.revision);
      }
    });
    desk.exercises.onChange(() => {
      this.#problem = "";
      this.#relist();
      this.#draw();
      hints.draw();
      solved();
    });
    this.#draw();
  }

  #entry(): ExerciseEntry | undefined {
    return this.#desk.exercises.find(this.#id)?.entry;
  }

  #checks(): Check[] {
    const entry = this.#entry();
    const results = entry?.results ?? [];
    return (entry?.checks ?? []).map(
      (name) => results.find((one) => one.name === name) ?? { name },
    );
  }

  #guardSolution(): void {
    const solution =
      this.#section.querySelector<HTMLDetailsElement>("details.solution");
    if (solution === null) return;
    const { exercises } = this.#desk;
    const entry = () => this.#entry();
    guard(solution, {
      hints: () => 0,
      free: () =>
        entry()?.state === "solved" || entry()?.solution_revealed === true,
      reveal: (what) =>
        void exercises.reveal(this.#id, what).catch(() => undefined),
    });
  }

  /** The file has another text, or the same once more. */
  #written(revision: string): void {
    const known = [this.#revision, this.#entry()?.judged].includes(revision);
    this.#revision = revision;
    if (!known) this.#figure.outdated();
  }

  /** An event may have been missed: which text is the newest is then open. */
  #relist(): void {
    const listed = this.#entry()?.revision;
    if (listed !== this.#listed) this.#revision = undefined;
    this.#listed = listed;
  }

  /** A verdict has come while the page is open. */
  #judged(verdict: Verdict, warnings: Diagnostic[], revision?: string): void {
    this.#panel.marks([...problems(verdict), ...warnings], revision);
    // Of an older text: the verdict of the newer one is on its way.
    const old = ![undefined, revision].includes(this.#revision);
    if (verdict.state === "unsolved") this.#figure.clear();
    else if (!old) this.#figure.request(checkOf(verdict));
    this.#draw();
  }

  /** The verdict was there before the page was. */
  #show(verdict: Verdict): void {
    this.#figure.request(checkOf(verdict));
    this.#draw();
  }

  #toggled(open: boolean): void {
    this.#section.dataset["editing"] = String(open);
    this.#draw();
    if (open) {
      const entry = this.#entry();
      if (entry === undefined) return;
      const all = [...problems(verdictOf(entry)), ...(entry.warnings ?? [])];
      this.#panel.marks(all, entry.judged ?? entry.revision);
    } else {
      this.#detail.querySelector<HTMLElement>("[data-action=edit]")?.focus();
    }
  }

  async #check(): Promise<void> {
    try {
      // What stands in the editor is what is checked.
      await this.#panel.settle();
      await this.#desk.exercises.check(this.#id);
    } catch (error) {
      this.#problem = explain(error);
      this.#draw();
    }
  }

  #draw(): void {
    const shown = this.#desk.exercises.find(this.#id);
    this.#state.hidden = shown === undefined;
    if (shown === undefined) return;
    const verdict = verdictOf(shown.entry);
    const name = shown.checking ? "checking" : verdict.state;
    if (this.#section.dataset["state"] !== name) {
      this.#section.dataset["state"] = name;
    }
    render(<Headline shown={shown} verdict={verdict} />, this.#state);
    render(
      <Detail
        shown={shown}
        verdict={verdict}
        problem={this.#problem}
        editing={this.#panel.isOpen}
        check={() => void this.#check()}
        run={
          this.#figure.empty && verdict.state !== "unsolved"
            ? () => this.#show(verdict)
            : undefined
        }
        edit={() => void this.#panel.open({ focus: true })}
        goTo={(line, column) => void this.#panel.goTo(line, column)}
      />,
      this.#detail,
    );
  }
}

function problems(verdict: Verdict): Diagnostic[] {
  return verdict.state === "broken" ? (verdict.diagnostics ?? []) : [];
}

function Headline({ shown, verdict }: { shown: Shown; verdict: Verdict }) {
  const { sign, headline } = shown.checking
    ? { sign: "…", headline: "Checking…" }
    : say(verdict, shown.entry.outdated);
  return (
    <>
      <span class="exercise-sign" aria-hidden="true">
        {sign}
      </span>{" "}
      {headline}
    </>
  );
}

interface DetailProps {
  shown: Shown;
  verdict: Verdict;
  problem: string;
  editing: boolean;
  check: () => void;
  /** Draws the reader's run, unless it is drawn already. */
  run: (() => void) | undefined;
  edit: () => void;
  goTo: (line: number, column: number) => void;
}

function Detail(props: DetailProps) {
  const { shown, verdict, problem, editing, check, run, edit, goTo } = props;
  const { message, label } = say(verdict);
  const found = [...problems(verdict), ...(shown.entry.warnings ?? [])];
  // While a new check runs, the last message stays: it is what the reader is
  // working on. The compiler's errors come one by one, or else as one text.
  const whole = verdict.state === "broken" && problems(verdict).length > 0;
  return (
    <>
      {message !== undefined && message !== "" && !whole && (
        <pre
          class="exercise-message"
          tabIndex={0}
          role="region"
          aria-label={label}
        >
          {verdict.state === "failing" || verdict.state === "hung" ? (
            <Told text={message.trim()} />
          ) : (
            message.trimEnd()
          )}
        </pre>
      )}
      <Problems all={found} goTo={goTo} />
      <p class="exercise-actions">
        {!editing && (
          <button
            type="button"
            class="book-button book-main"
            data-action="edit"
            onClick={edit}
          >
            Edit here
          </button>
        )}
        <button
          type="button"
          class="book-button"
          data-action="check"
          aria-disabled={shown.checking}
          onClick={() => {
            if (!shown.checking) check();
          }}
        >
          Check now
        </button>
        {run !== undefined && (
          <button
            type="button"
            class="book-button"
            data-action="figure"
            onClick={run}
          >
            Show my run
          </button>
        )}
        <Open shown={shown} />
        {problem !== "" && (
          <span class="exercise-problem" role="alert">
            {problem}
          </span>
        )}
      </p>
    </>
  );
}

/** What a check says: sentences, which wrap, and charts, which must not. The
 * compiler's errors stay as they are: their carets point at columns. */
function Told({ text }: { text: string }) {
  return (
    <>
      {text.split("\n").map((line) => {
        if (/^\s/.test(line)) return <span class="exercise-chart">{line}</span>;
        const [, label = "", rest = line] =
          /^([a-z][a-z, ]{2,40}:)(.*)$/.exec(line) ?? [];
        return (
          <span class="exercise-told">
            {label !== "" && <b>{label}</b>}
            {rest === "" && label === "" ? "\u200b" : rest}
          </span>
        );
      })}
    </>
  );
}

function Open({ shown }: { shown: Shown }) {
  const { editor, line } = shown.entry;
  if (editor == null || editor === "") return null;
  // Line 1: the TODO is gone, there is no better place to begin.
  const what = line === undefined || line === 1 ? "the file" : `line ${line}`;
  return (
    <a class="exercise-open" href={editor}>
      Open {what} in your own editor
    </a>
  );
}
