// After success, or once the solution was revealed: the solution as a
// difference to one's own, other right answers and what each costs, and the
// next exercise.

import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Desk, EditorModule } from "../desk/desk";
import { keepKeys } from "../dom";
import { isNarrow } from "../edit/words";
import type { Difference } from "../editor/main";
import { Inline } from "../inline";
import { time } from "../own/words";
import { explain } from "../server/api";
import type { Cost, ExerciseEntry, SolvedAnswer } from "../server/types";
import { link } from "./tally";

interface Loaded {
  answer: SolvedAnswer;
  module: EditorModule;
}

/** Returns what to call when the states have changed. */
export function mountSolved(
  section: HTMLElement,
  host: HTMLElement,
  id: string,
  desk: Desk,
): () => void {
  const fold = section.querySelector<HTMLElement>("details.solution");
  let loaded: Loaded | null = null;
  let problem = "";
  let loading = false;
  let judged: string | undefined;
  host.classList.add("solved");
  keepKeys(host);

  const load = async (): Promise<void> => {
    loading = true;
    draw();
    try {
      const [answer, module] = await Promise.all([
        desk.server.call<SolvedAnswer>("/api/solved", { id }),
        desk.editor(),
      ]);
      loaded = { answer, module };
      problem = "";
    } catch (error) {
      problem = explain(error);
    }
    loading = false;
    draw();
    if (loaded !== null) host.querySelector<HTMLElement>("h4")?.focus();
  };

  const draw = (): void => {
    const entry = desk.exercises.find(id)?.entry;
    const solved = entry?.state === "solved";
    // The text has changed: what was compared is no longer the reader's.
    if (entry?.judged !== judged) loaded = null;
    judged = entry?.judged;
    const open = solved || entry?.solution_revealed === true;
    host.hidden = !open;
    if (fold !== null) fold.hidden = open && loaded !== null;
    if (!open) return render(null, host);
    render(
      <After
        solved={solved}
        next={desk.exercises.after(id)}
        loaded={loaded}
        loading={loading}
        problem={problem}
        load={() => void load()}
      />,
      host,
    );
  };
  return draw;
}

interface Props {
  solved: boolean;
  next: ExerciseEntry | undefined;
  loaded: Loaded | null;
  loading: boolean;
  problem: string;
  load: () => void;
}

function After({ solved, next, loaded, loading, problem, load }: Props) {
  return (
    <>
      {solved && (
        <p class="solved-next">
          {next === undefined ? (
            "Every exercise of the book is solved."
          ) : (
            <>
              Next exercise: <a href={link(next)}>{next.title}</a>
            </>
          )}
        </p>
      )}
      {loaded === null ? (
        <p class="exercise-actions">
          <button
            type="button"
            class="book-button"
            data-action="compare"
            aria-disabled={loading}
            onClick={() => {
              if (!loading) load();
            }}
          >
            {loading ? "Comparing…" : "Compare with the solution"}
          </button>
          {problem !== "" && (
            <span class="exercise-problem" role="alert">
              {problem}
            </span>
          )}
        </p>
      ) : (
        <Comparison {...loaded} />
      )}
    </>
  );
}

function Comparison({ answer, module }: Loaded) {
  const { mine, solution, variants } = answer;
  const found = module.differences(plain(mine), plain(solution));
  return (
    <>
      <h4 class="solved-title" tabIndex={-1}>
        Your text and the solution
      </h4>
      {found.length === 0 ? (
        <p>Your text is the solution, letter by letter.</p>
      ) : (
        <>
          <p class="desk-sides">
            {isNarrow() ? (
              "The solution, and above each part of it your lines that differ"
            ) : (
              <>
                <span>Yours</span>
                <span>The solution</span>
              </>
            )}
          </p>
          <Sides one={plain(mine)} two={plain(solution)} module={module} />
          <InWords found={found} />
        </>
      )}
      <Costs answer={answer} />
      {variants.map(({ name, why, text }) => (
        <details class="solved-variant" key={name}>
          <summary>Also right: {words(name)}</summary>
          <p>
            <Inline text={why} />
          </p>
          <pre class="exercise-message" tabIndex={0}>
            {text}
          </pre>
        </details>
      ))}
    </>
  );
}

/** The two texts beside each other; on a phone one in the other. */
function Sides(props: { one: string; two: string; module: EditorModule }) {
  const { one, two, module } = props;
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (holder.current === null) return undefined;
    const merge = module.openMerge({
      parent: holder.current,
      one: { text: one, label: "Your text" },
      two: { text: two, label: "The solution" },
      narrow: isNarrow(),
    });
    return () => merge.close();
  }, [one, two, module]);
  return <div class="desk-merge" ref={holder} />;
}

function InWords({ found }: { found: Difference[] }) {
  return (
    <details class="solved-words">
      <summary>
        The {found.length === 1 ? "difference" : `${found.length} differences`}{" "}
        one by one
      </summary>
      <ol>
        {found.map(({ one, two }, index) => (
          <li key={index}>
            <p>{lines("Yours", one)}</p>
            {one.text !== "" && <pre tabIndex={0}>{one.text}</pre>}
            <p>{lines("The solution", two)}</p>
            {two.text !== "" && <pre tabIndex={0}>{two.text}</pre>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function lines(who: string, { first, last }: Difference["one"]): string {
  if (last < first) return `${who}: nothing here.`;
  return first === last
    ? `${who}, line ${first}:`
    : `${who}, lines ${first} to ${last}:`;
}

function Costs({ answer }: { answer: SolvedAnswer }) {
  const { cost, variants } = answer;
  const rows: [string, Cost | null][] = [
    ["yours", cost.mine],
    ["the solution", cost.solution],
    ...variants.map((one): [string, Cost | null] => [
      words(one.name),
      one.cost,
    ]),
  ];
  if (rows.every(([, found]) => found === null)) return null;
  return (
    <div class="table-wrapper" tabIndex={0} role="group" aria-label="Costs">
      <table class="solved-costs">
        <caption>What each right answer costs in the same run</caption>
        <thead>
          <tr>
            <th scope="col">answer</th>
            <th scope="col">tasks</th>
            <th scope="col">polls</th>
            <th scope="col">wakes</th>
            <th scope="col">time</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, found]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {found === null ? (
                <td colSpan={4}>not measured</td>
              ) : (
                <>
                  <td>{found.tasks}</td>
                  <td>{found.polls}</td>
                  <td>{found.wakes}</td>
                  <td>{time(found.end_us)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const words = (name: string): string => name.replaceAll("_", " ");
const plain = (text: string): string => text.replace(/\r\n?/g, "\n");
