// The file beside the figure: the lines where somebody is at this step, and
// who. A line with steps is a button that goes to its next step.

import type { FigureData } from "../generated/FigureData";
import type { Store } from "./store";
import { moveTo, nextOf, runAt, stepAt } from "./view";

interface Props {
  id: string;
  data: FigureData;
  store: Store;
  /** For each line of the file, its steps. */
  lines: ReadonlyMap<number, readonly number[]>;
}

export function Code({ id, data, store, lines }: Props) {
  const { view } = store;
  const step = stepAt(runAt(data, view.run), view.step);
  const here = new Map<number, string[]>();
  for (const [line, who] of step.lines) {
    here.set(line, [...(here.get(line) ?? []), who]);
  }
  // One stop of the Tab key for the panel; arrow keys move between lines.
  const linked = data.code.map((_, index) => index + 1)
    .filter((line) => lines.has(line));
  const stop = step.lines[0]?.[0] ?? linked[0];
  return (
    <div
      class="tlv-code"
      role="group"
      aria-label={`${data.source}: choose a line to go to its next step`}
      onKeyDown={moveFocus}
    >
      {data.code.map((text, index) => {
        const line = index + 1;
        const who = here.get(line);
        const steps = lines.get(line);
        const content = <Line line={line} text={text} who={who} />;
        const classes = who === undefined ? "tlv-line" : "tlv-line tlv-here";
        if (steps === undefined) {
          return <div class={classes} id={`${id}-L${line}`}>{content}</div>;
        }
        return (
          <button
            type="button"
            class={classes}
            id={`${id}-L${line}`}
            data-line={line}
            tabIndex={line === stop ? 0 : -1}
            onClick={() => {
              const next = nextOf(steps, store.view.step);
              store.set(moveTo(data, store.view, next));
            }}
          >
            {content}
          </button>
        );
      })}
    </div>
  );
}

interface LineProps {
  line: number;
  text: string;
  who: string[] | undefined;
}

function Line({ line, text, who }: LineProps) {
  return (
    <>
      <span class="tlv-no">{line}</span>
      <code class="tlv-source">
        {who === undefined ? text : <mark>{text}</mark>}
      </code>
      {who !== undefined && <span class="tlv-who">{who.join("; ")}</span>}
    </>
  );
}

function moveFocus(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const panel = event.currentTarget as HTMLElement;
  const buttons = Array.from(panel.querySelectorAll("button"));
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Scrolls the panel, never the page, to the line where it happens. */
export function showLine(panel: HTMLElement, id: string, line: number): void {
  const row = panel.querySelector<HTMLElement>(`#${CSS.escape(id)}-L${line}`);
  if (row === null) return;
  // The panel is positioned: its rows' offsets count from its own top.
  const top = row.offsetTop;
  const bottom = top + row.offsetHeight;
  const { scrollTop, clientHeight } = panel;
  if (top >= scrollTop && bottom <= scrollTop + clientHeight) return;
  // Whole rows: a third of the panel stands above the line.
  const rows = Math.floor(clientHeight / 3 / row.offsetHeight);
  panel.scrollTop = Math.max(0, top - rows * row.offsetHeight);
}
