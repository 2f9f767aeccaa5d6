// The file beside the figure: the line that the step is about, the lines where
// somebody waits, and who. A line with steps is a button that goes to its next
// step.

import type { FigureData } from "../generated/FigureData";
import type { FileData } from "../generated/FileData";
import type { Store } from "./store";
import { moveTo, nextOf, range, runAt, stepAt } from "./view";
import { gist } from "./words";

interface Props {
  id: string;
  data: FigureData;
  file: FileData;
  store: Store;
  /** For each line of the file, its steps. */
  lines: ReadonlyMap<number, readonly number[]>;
  /** Also its comment, and what it imports. */
  all: boolean;
  showAll(): void;
}

/** What stands at the lines: of a part, at the lines of all its steps. */
function saidAt(data: FigureData, store: Store) {
  const { view } = store;
  const run = runAt(data, view.run);
  const here = new Map<number, string[]>();
  const waits = new Map<number, string[]>();
  const why: string[] = [];
  if (view.whole) return { here, waits, why };
  const add = (to: Map<number, string[]>, line: number, text: string) => {
    const said = to.get(line) ?? [];
    if (!said.includes(text)) to.set(line, [...said, text]);
  };
  const { from, to } = range(data, view);
  for (const step of run.steps.slice(from, to + 1)) {
    if (step.line !== null) add(here, step.line, gist(step.text));
    else if (step.why !== undefined) why.push(step.why);
  }
  for (const [line, who] of stepAt(run, to).lines) add(waits, line, who);
  return { here, waits, why };
}

export function Code(props: Props) {
  const { id, data, file, store, lines, all, showAll } = props;
  const language = file.path.endsWith(".py") ? "python" : "rust";
  const { here, waits, why } = saidAt(data, store);
  const head = all ? 0 : headOf(file.code);
  const step = stepAt(runAt(data, store.view.run), store.view.step);
  // One stop of the Tab key for the panel; arrow keys move between lines.
  const linked = file.code
    .map((_, index) => index + 1)
    .filter((line) => line > head && lines.has(line));
  const stop = linked.find((line) => line === step.line) ?? linked[0];
  const none = here.size === 0 ? why[0] : undefined;
  return (
    <div
      class="tlv-code"
      role="group"
      aria-label={`${file.path}: choose a line to go to its next step`}
      onKeyDown={moveFocus}
    >
      <p class="tlv-file">
        <span>{file.path}</span>
        {head > 0 && (
          <button type="button" class="tlv-link" onClick={showAll}>
            lines 1 to {head}
          </button>
        )}
        <span class="tlv-nowhere">{none ?? ""}</span>
      </p>
      {file.code.map((text, index) => {
        const line = index + 1;
        if (line <= head) return null;
        // Lines that are cut away leave gaps; one is enough.
        if (text === "" && (file.code[index - 1] ?? "") === "") return null;
        const steps = lines.get(line);
        const news = here.get(line) ?? [];
        // The step may say of the line what stands there anyway.
        const others = (waits.get(line) ?? []).filter(
          (one) => !news.includes(one),
        );
        const said = [...news, ...others];
        const now = news.length > 0;
        const kind = now ? " tlv-here" : said.length > 0 ? " tlv-waits" : "";
        const content = (
          <Line {...{ line, text, now, language }} who={brief(said)} />
        );
        const props = {
          class: `tlv-line${kind}`,
          id: `${id}-L${line}`,
          key: line,
        };
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

/** More than this has no room beside a line. */
const MOST_SAID = 3;

function brief(said: readonly string[]): string {
  const more = said.length - MOST_SAID;
  if (more <= 0) return said.join("; ");
  return `${said.slice(0, MOST_SAID).join("; ")}; and ${more} more`;
}

/** How many lines a file has before its first item: its comment, and what it
 * imports. */
export function headOf(code: readonly string[]): number {
  let depth = 0;
  let head = 0;
  for (const [index, text] of code.entries()) {
    const opens = depth === 0 && /^(pub )?(use|import|from)\b/.test(text);
    if (opens || depth > 0) {
      depth += (text.match(/{/g) ?? []).length;
      depth -= (text.match(/}/g) ?? []).length;
    } else if (!/^\s*((\/\/|#[^[]|""").*)?$/.test(text)) {
      break;
    }
    head = index + 1;
  }
  return head;
}

interface LineProps {
  line: number;
  text: string;
  now: boolean;
  who: string;
  language: string;
}

function Line({ line, text, now, who, language }: LineProps) {
  // The indentation is a margin, not spaces: on a narrow page what does not
  // fit goes on below the line's own beginning.
  const code = text.trimStart();
  const indent = text.length - code.length;
  const pieces = colored(code, language);
  return (
    <>
      <span class="tlv-no">{line}</span>
      <code class="tlv-source" style={{ "--tlv-indent": indent }}>
        {now ? <mark>{pieces}</mark> : pieces}
      </code>
      {who !== "" && <span class="tlv-who">{who}</span>}
    </>
  );
}

declare global {
  interface Window {
    hljs?: { highlightBlock(block: HTMLElement): void };
  }
}

type Piece = readonly [kind: string, text: string];
const colors = new Map<string, Piece[]>();

/** A line in the colors of the page's listings. */
function piecesOf(code: string, language: string): Piece[] {
  const known = colors.get(code);
  if (known !== undefined) return known;
  const block = document.createElement("code");
  block.className = `language-${language}`;
  block.textContent = code;
  try {
    window.hljs?.highlightBlock(block);
  } catch {
    // Without colors it can be read as well.
  }
  const pieces = Array.from(block.childNodes, (node): Piece => {
    const kind = node instanceof Element ? node.className : "";
    return [kind, node.textContent ?? ""];
  });
  colors.set(code, pieces);
  return pieces;
}

function colored(code: string, language: string) {
  return piecesOf(code, language).map(([kind, text]) =>
    kind === "" ? text : <span class={kind}>{text}</span>,
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
