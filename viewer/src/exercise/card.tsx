// The live state of one exercise, below its task.

import { render } from "preact";
import { element, keepKeys } from "../dom";
import { explain } from "../server/api";
import type { Verdict } from "../server/types";
import { verdictOf, type Exercises, type Shown } from "./store";
import { say } from "./words";

export function mountCard(section: HTMLElement, exercises: Exercises): void {
  const id = section.dataset["exercise"];
  const state = section.querySelector<HTMLElement>(".exercise-state");
  if (id === undefined || state === null) return;
  // The message stands outside of the status: twenty lines of compiler
  // errors are to be read, not to be announced.
  const detail = element("div", "exercise-detail");
  state.after(detail);
  keepKeys(detail);
  let problem = "";

  const check = (): void => {
    exercises.check(id).catch((error: unknown) => {
      problem = explain(error);
      draw();
    });
  };
  const draw = (): void => {
    const shown = exercises.find(id);
    state.hidden = shown === undefined;
    if (shown === undefined) return;
    const verdict = verdictOf(shown.entry);
    const name = shown.checking ? "checking" : verdict.state;
    if (section.dataset["state"] !== name) section.dataset["state"] = name;
    render(<Headline shown={shown} verdict={verdict} />, state);
    render(
      <Detail
        shown={shown}
        verdict={verdict}
        problem={problem}
        check={check}
      />,
      detail,
    );
  };
  exercises.onChange(() => {
    problem = "";
    draw();
  });
  draw();
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
  check: () => void;
}

function Detail({ shown, verdict, problem, check }: DetailProps) {
  const { message, label } = say(verdict);
  return (
    <>
      {/* While a new check runs, the last message stays: it is what the
          reader is working on. */}
      {message !== undefined && message !== "" && (
        <pre
          class="exercise-message"
          tabIndex={0}
          role="region"
          aria-label={label}
        >
          {verdict.state === "failing" ? (
            <Told text={message.trim()} />
          ) : (
            message.trimEnd()
          )}
        </pre>
      )}
      <p class="exercise-actions">
        <button
          type="button"
          class="book-button"
          aria-disabled={shown.checking}
          onClick={() => {
            if (!shown.checking) check();
          }}
        >
          Check now
        </button>
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
      Open {what} in the editor
    </a>
  );
}
