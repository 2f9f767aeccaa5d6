// The file beside the figure: the line that the step is about, the lines where
// somebody waits, and who. A line with steps is a button that goes to its next
// step.

import type { FigureData } from "../generated/FigureData";
import type { Store } from "./store";
import { moveTo, nextOf, runAt, stepAt } from "./view";
import { gist } from "./words";

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
  const waiting = new Map<number, string[]>();
  for (const [line, who] of step.lines) {
    waiting.set(line, [...(waiting.get(line) ?? []), who]);
  }
  // One stop of the Tab key for the panel; arrow keys move between lines.
  const linked = data.code
    .map((_, index) => index + 1)
    .filter((line) => lines.has(line));
  const stop = linked.find((line) => line === step.line) ?? linked[0];
  return (
    <div
      class="tlv-code"
      role="group"
      aria-label={`${data.source}: choose a line to go to its next step`}
      onKeyDown={moveFocus}
    >
      {data.code.map((text, index) => {
        const line = index + 1;
        const steps = lines.get(line);
        const now = line === step.line;
        const who = waiting.get(line) ?? [];
        // The step may say of the line what stands there anyway.
        const news = gist(step.text);
        const others = who.filter((one) => one !== news);
        const said = now ? [news, ...others] : who;
        const kind = now ? " tlv-here" : said.length > 0 ? " tlv-waits" : "";
        const content = (
          <Line line={line} text={text} now={now} who={said.join("; ")} />
        );
        const props = { class: `tlv-line${kind}`, id: `${id}-L${line}` };
        if (steps === undefined) return <div {...props}>{content}</div>;
        return (
          <button
            {...props}
            type="button"
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
  now: boolean;
  who: string;
}

function Line({ line, text, now, who }: LineProps) {
  // The indentation is a margin, not spaces: on a narrow page what does not
  // fit goes on below the line's own beginning.
  const code = text.trimStart();
  const indent = text.length - code.length;
  return (
    <>
      <span class="tlv-no">{line}</span>
      <code class="tlv-source" style={{ "--tlv-indent": indent }}>
        {now ? <mark>{code}</mark> : code}
      </code>
      {who !== "" && <span class="tlv-who">{who}</span>}
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
  const height = row.offsetHeight;
  const { scrollTop, clientHeight } = panel;
  // Two lines around the row are to be seen as well.
  const above = scrollTop === 0 ? 0 : 2 * height;
  const fits = top + 3 * height <= scrollTop + clientHeight;
  if (top >= scrollTop + above && fits) return;
  // Whole rows: a third of the panel stands above the line.
  const rows = Math.floor(clientHeight / 3 / height);
  panel.scrollTop = Math.max(0, top - rows * height);
}
