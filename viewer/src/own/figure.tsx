// The figure of a run of the reader's own code. A new one is asked for after
// each verdict; until it is there the last one stays, and says that it is old.

import { render } from "preact";
import type { Desk } from "../desk/desk";
import { element } from "../dom";
import { checkName } from "../exercise/words";
import type { Lines } from "../figure/mount";
import { Inline, plain } from "../inline";
import { explain, Refused } from "../server/api";
import type { FigureAnswer, FileRef, Mistake } from "../server/types";
import { costWords, mistakesOf, outcomeWords } from "./words";

export interface Check {
  name: string;
  passed?: boolean;
}

interface Options {
  /** The checks whose runs can be seen; none for an example. */
  checks(): Check[];
  /** Where the line of the current step is shown as well. */
  lines: Lines;
  /** False while a check runs: its verdict comes first, and asks then. */
  ready?(): boolean;
}

/** After a verdict, before its figure is asked for: who saves in quick
 * succession wants the last one. */
const QUIET_MS = 300;

type State = "none" | "recording" | "current" | "outdated" | "failed";

export class OwnFigure {
  readonly #desk: Desk;
  readonly #file: FileRef;
  readonly #host: HTMLElement;
  readonly #options: Options;
  readonly #head = element("div", "own-head");
  readonly #holder = element("div", "own-figure");
  readonly #foot = element("div", "own-foot");
  readonly #status = element("p", "tlv-unseen");
  #state: State = "none";
  #answer: FigureAnswer | null = null;
  #problem = "";
  #recorder = "";
  #check: string | undefined;
  /** Asked for, but nobody looks at the page. */
  #waiting = false;
  #soon = 0;
  #cancel: AbortController | null = null;
  #leave: () => void = () => undefined;

  constructor(desk: Desk, file: FileRef, host: HTMLElement, options: Options) {
    this.#desk = desk;
    this.#file = file;
    this.#host = host;
    this.#options = options;
    host.classList.add("own");
    host.hidden = true;
    host.setAttribute("role", "region");
    host.setAttribute("aria-label", "Your run");
    this.#status.setAttribute("role", "status");
    host.append(this.#head, this.#holder, this.#foot, this.#status);
    desk.onEvent((event) => {
      if (event.kind !== "recorder" || this.#state !== "recording") return;
      this.#recorder = event.message;
      this.#draw();
    });
    document.addEventListener("visibilitychange", () => {
      if (this.#waiting && !document.hidden) this.#request();
    });
  }

  get empty(): boolean {
    return this.#state === "none";
  }

  /** A newer text is on its way. */
  outdated(): void {
    this.#giveUp();
    if (this.#state === "none") return;
    this.#state = "outdated";
    this.#draw();
  }

  clear(): void {
    this.#giveUp();
    this.#leave();
    this.#holder.replaceChildren();
    this.#answer = null;
    this.#state = "none";
    this.#draw();
  }

  /** `check`: the one that fails; without it the one that was shown last. */
  request(check: string | undefined): void {
    const checks = this.#options.checks();
    const known = checks.some(({ name }) => name === this.#check);
    this.#check = check ?? (known ? this.#check : checks[0]?.name);
    this.#request();
  }

  #giveUp(): void {
    clearTimeout(this.#soon);
    this.#waiting = false;
    this.#cancel?.abort();
  }

  #request(): void {
    this.#giveUp();
    this.#waiting = document.hidden;
    if (this.#waiting) return;
    const ready = this.#options.ready?.() ?? true;
    this.#state = ready ? "recording" : "outdated";
    this.#recorder = "";
    this.#draw();
    if (!ready) return;
    this.#soon = window.setTimeout(() => void this.#ask(), QUIET_MS);
  }

  async #ask(): Promise<void> {
    const cancel = new AbortController();
    this.#cancel = cancel;
    const check = this.#check;
    const body = { ...this.#file, ...(check === undefined ? {} : { check }) };
    try {
      const answer = await this.#desk.server.call<FigureAnswer>(
        "/api/figure",
        body,
        cancel.signal,
      );
      if (cancel.signal.aborted) return;
      this.#take(answer);
    } catch (error) {
      if (cancel.signal.aborted) return;
      // A newer text was saved: its verdict asks again.
      const stale = error instanceof Refused && error.code === "stale";
      this.#state = stale ? "outdated" : "failed";
      this.#problem = explain(error);
    }
    this.#draw();
  }

  #take(answer: FigureAnswer): void {
    this.#answer = answer;
    this.#state = answer.current ? "current" : "outdated";
    const template = document.createElement("template");
    template.innerHTML = answer.figure ?? "";
    const figure = template.content.querySelector<HTMLElement>("figure.tl");
    if (figure !== null) {
      const height = this.#holder.offsetHeight;
      this.#leave();
      // What stands below must not jump up for a moment.
      this.#holder.style.minHeight = `${height}px`;
      this.#holder.replaceChildren(figure);
      if (document.querySelectorAll(`#${CSS.escape(figure.id)}`).length > 1) {
        figure.id += "-yours";
      }
      this.#leave = this.#desk.mountFigure(figure, this.#options.lines);
      this.#holder.style.minHeight = "";
    } else if (
      !answer.current &&
      answer.outcome !== "broken" &&
      answer.outcome !== "unrecordable"
    ) {
      this.#leave();
      this.#holder.replaceChildren();
    }
    const said = [answer.difference, ending(answer)];
    this.#status.textContent =
      plain(said.filter(Boolean).join(" ")) || "Your run is drawn.";
  }

  #draw(): void {
    const state = this.#state;
    this.#host.hidden = state === "none";
    this.#host.dataset["own"] = state;
    const old = state === "outdated" || state === "recording";
    const drawn = this.#holder.childElementCount > 0;
    this.#holder.classList.toggle("own-old", drawn && state !== "current");
    this.#holder.setAttribute("aria-busy", String(state === "recording"));
    render(
      <Head
        state={state}
        answer={this.#answer}
        check={this.#check}
        checks={this.#options.checks()}
        drawn={drawn}
        old={old}
        recorder={this.#recorder}
        problem={this.#problem}
        pick={(check) => this.request(check)}
        again={() => this.request(this.#check)}
      />,
      this.#head,
    );
    const cost = this.#answer?.cost;
    render(
      cost != null && drawn ? (
        <p class="own-cost">Your run: {costWords(cost)}.</p>
      ) : null,
      this.#foot,
    );
  }
}

/** How the run ended, where that is worth a word. The server knows more of it
 * than the words for its outcome. */
function ending({ note, outcome }: FigureAnswer): string {
  return note ?? outcomeWords(outcome);
}

interface HeadProps {
  state: State;
  answer: FigureAnswer | null;
  check: string | undefined;
  checks: Check[];
  drawn: boolean;
  old: boolean;
  recorder: string;
  problem: string;
  pick: (check: string) => void;
  again: () => void;
}

function Head(props: HeadProps) {
  const { state, answer, check, checks, drawn, old, recorder } = props;
  return (
    <>
      <p class="own-title">
        {check === undefined || checks.length === 0 ? (
          <b>Your run</b>
        ) : (
          <label>
            <b>Your run in the check</b>{" "}
            <select
              value={check}
              data-action="check-run"
              onChange={(event) => props.pick(event.currentTarget.value)}
            >
              {checks.map(({ name, passed }) => (
                <option key={name} value={name}>
                  {checkName(name)}
                  {passed === false && " (fails)"}
                </option>
              ))}
            </select>
          </label>
        )}
      </p>
      {/* One line in every state: the figure below must not move. */}
      <p class="own-state">
        {state === "recording" && "Recording your run… "}
        {state === "recording" && recorder}
        {state === "failed" && (
          <>
            The run could not be recorded: {props.problem}{" "}
            <button type="button" class="book-button" onClick={props.again}>
              Try again
            </button>
          </>
        )}
        {old && drawn && "This figure is of your last text."}
        {state === "current" && "This figure is of the text as it is now."}
      </p>
      {answer?.difference != null && (
        <p class="own-difference">
          <Inline text={answer.difference} />
        </p>
      )}
      {answer !== null && ending(answer) !== "" && (
        <p class="own-ending">
          <Inline text={ending(answer)} />
        </p>
      )}
      {answer !== null && <Mistakes all={mistakesOf(answer)} />}
    </>
  );
}

function Mistakes({ all }: { all: Mistake[] }) {
  const [only] = all;
  if (only === undefined) return null;
  if (all.length === 1) {
    return (
      <p class="own-mistake">
        <b>What this looks like:</b> <Inline text={only.text} />
      </p>
    );
  }
  return (
    <div class="own-mistake">
      <p>
        <b>This may be one of these:</b>
      </p>
      <ul>
        {all.map(({ answer, text }) => (
          <li key={answer}>
            <Inline text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
