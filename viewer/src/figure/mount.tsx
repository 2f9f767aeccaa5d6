// Makes one static figure interactive. Rust's SVG, its step list and its
// legend stay; controls are put between them.

import { render } from "preact";
import { element } from "../dom";
import type { FigureData } from "../generated/FigureData";
import type { RunData } from "../generated/RunData";
import { Bands } from "./bands";
import { Bottom } from "./bottom";
import { Code, showLine } from "./code";
import { runOfDigit, steerWithKeys, type Steer } from "./keys";
import { rememberedView, rememberView } from "./remember";
import { Stage } from "./stage";
import { StepList } from "./steplist";
import { Store } from "./store";
import { Top } from "./top";
import {
  drawing,
  firstView,
  moveTo,
  nearest,
  runAt,
  sameInstant,
  stepAt,
  stepsByLine,
  turn,
  type View,
} from "./view";
import { runName, stepName, subtitle } from "./words";

/** After the last change of a scrub, before it is said aloud. */
const SAY_AFTER_MS = 250;

/** Where else the line of the current step is shown. */
export interface Lines {
  show(line: number | null): void;
}

/** Returns what to call when the figure leaves the page. */
export type MountFigure = (figure: HTMLElement, lines?: Lines) => () => void;

export const mountFigure: MountFigure = (figure, lines) => {
  const json = figure.querySelector("script.tl-data")?.textContent;
  const region = figure.querySelector<HTMLElement>(".tl-scroll");
  const nothing = (): void => undefined;
  if (json == null || region === null) return nothing;
  const data = JSON.parse(json) as FigureData;
  if (data.runs.length === 0) return nothing;
  // In the page's own listings, unless the figure is of another text.
  const shown = lines ?? new Bands(data.example);
  // The reader's own runs come and go; a page's figures are there again.
  const own = lines !== undefined;
  const before = own ? null : rememberedView(figure.id, data);
  const made = new Figure(figure, data, region, shown, before);
  const leave = [
    steerWithKeys(figure, made.steer),
    own ? nothing : rememberView(figure.id, () => made.view),
    () => made.leave(),
  ];
  return () => leave.forEach((one) => one());
};

function isSummary(node: Node): node is Text {
  return node instanceof Text && / in all\b/.test(node.data);
}

class Figure {
  readonly #data: FigureData;
  readonly #id: string;
  readonly #store: Store;
  readonly #stage: Stage;
  readonly #second: Stage;
  readonly #names: [HTMLElement, HTMLElement];
  readonly #top = element("div", "tlv-root");
  readonly #bottom = element("div", "tlv-root");
  readonly #code = element("div", "tlv-root");
  readonly #status = element("p", "tlv-unseen");
  readonly #list: StepList | null;
  readonly #bands: Lines;
  readonly #legend: NodeListOf<HTMLElement>;
  readonly #lines = new Map<RunData, Map<number, number[]>>();
  /** The part of the line under the title that tells of the run, and what
   * Rust wrote there. */
  readonly #summary: Text | null;
  readonly #said: string;
  #saying = 0;

  constructor(
    figure: HTMLElement,
    data: FigureData,
    region: HTMLElement,
    lines: Lines,
    before: View | null,
  ) {
    this.#data = data;
    this.#id = figure.id;
    // The page holds the drawing of the first view; from there it goes on.
    const view = firstView(data);
    this.#store = new Store(view, (view, before) => this.#draw(view, before));

    figure.classList.add("tlv");
    figure.querySelector(".tl-knob")?.setAttribute("hidden", "");

    this.#names = [element("p", "tlv-run"), element("p", "tlv-run")];
    const below = figure.querySelector<HTMLElement>(".tl-scroll ~ .tl-scroll");
    if (view.run === 1 && below !== null) {
      // The lower run is the one to step through: both stay where they are.
      this.#stage = new Stage(below, (x, step) => this.#pick(x, step));
      this.#second = new Stage(region, (x) => this.#pick(x));
      this.#second.adopt(drawing(data, view, 0));
      region.before(this.#top, this.#names[1]);
      below.before(this.#names[0]);
      below.after(this.#bottom, this.#code);
      const [upper, lower] = figure.querySelectorAll("details.tl-all");
      if (upper !== undefined) lower?.after(upper);
    } else {
      this.#stage = new Stage(region, (x, step) => this.#pick(x, step));
      // A pair of two examples has its second drawing already; it is drawn
      // again where the controls are, so that it can follow the first.
      below?.remove();
      const second = element("div", "tl-scroll");
      second.tabIndex = 0;
      second.setAttribute("role", "region");
      this.#second = new Stage(second, (x) => this.#pick(x));
      region.before(this.#top, this.#names[0]);
      region.after(this.#names[1], second, this.#bottom, this.#code);
    }
    this.#stage.adopt(drawing(data, view, view.run));
    this.#stage.scrollWith(this.#second);
    for (const fixed of figure.querySelectorAll(".tl-static")) fixed.remove();

    const under = figure.querySelector("figcaption .tl-sub");
    this.#summary = Array.from(under?.childNodes ?? []).find(isSummary) ?? null;
    this.#said = this.#summary?.data ?? "";
    this.#status.setAttribute("role", "status");
    figure.append(this.#status);
    this.#bands = lines;
    this.#legend = figure.querySelectorAll(".tl-legend li");
    this.#list = this.#stepList(figure, runAt(data, view.run));
    this.#quietWhileScrubbing();
    addEventListener("beforeprint", this.#unfold);

    this.#draw(view);
    this.#keepHeight();
    if (before !== null) this.#store.set(before);
  }

  get view(): View {
    return this.#store.view;
  }

  readonly steer: Steer = {
    by: (steps) => this.#go(this.view.step + steps),
    ends: (last) => this.#go(last ? Infinity : 0),
    turn: (digit) => {
      if (this.#data.knob === null) return false;
      const values = this.#data.runs.map(({ value }) => value);
      const run = runOfDigit(values, digit);
      if (run !== null) this.#store.set(turn(this.#data, this.view, run));
      return run !== null;
    },
  };

  #stepList(figure: HTMLElement, run: RunData): StepList | null {
    const fold = figure.querySelector<HTMLDetailsElement>("details.tl-all");
    const list = fold?.querySelector<HTMLElement>(".tl-steps");
    if (fold == null || list == null) return null;
    return new StepList(fold, list, run, (step) => this.#go(step));
  }

  #unfold = (): void => this.#list?.unfold();

  /** The window must not hold on to a figure that was replaced. */
  leave(): void {
    removeEventListener("beforeprint", this.#unfold);
    this.#bands.show(null);
  }

  #go(step: number): void {
    this.#store.set(moveTo(this.#data, this.#store.view, step));
  }

  #pick(x: number, step?: number): void {
    const { view } = this.#store;
    const { x: positions } = drawing(this.#data, view, view.run);
    this.#go(step ?? nearest(positions, x));
  }

  #draw(view: View, before?: View): void {
    const { run, other, step } = view;
    const data = this.#data;
    const props = { id: this.#id, data, store: this.#store };
    render(<Top {...props} />, this.#top);
    this.#stage.show(drawing(data, view, run), step);
    this.#drawSecond(view);
    render(<Bottom {...props} />, this.#bottom);
    this.#drawCode(view);
    this.#list?.show(runAt(data, run), step);
    this.#say(view);
    // Not before the reader has moved: a page opens without marks.
    if (before !== undefined) {
      this.#bands.show(stepAt(runAt(data, run), step).line);
    }
    this.#drawLegend(view);
    this.#names[0].hidden = other === null;
    this.#names[0].textContent = this.#runTitle(run);
    if (this.#summary !== null && before?.run !== run) {
      this.#summary.data = subtitle(data, run, this.#said);
    }
  }

  /** Only what occurs in a run that is shown. */
  #drawLegend({ run, other }: View): void {
    for (const entry of this.#legend) {
      const runs = entry.dataset.runs?.split(" ") ?? [];
      const occurs = [run, other].some((one) => runs.includes(String(one)));
      entry.hidden = !occurs;
    }
  }

  #runTitle(run: number): string {
    return `${runName(this.#data, run)} · ${runAt(this.#data, run).total}`;
  }

  #drawSecond(view: View): void {
    const { other } = view;
    const hidden = other === null;
    this.#names[1].hidden = hidden;
    this.#second.region.hidden = hidden;
    if (other === null) return;
    const title = this.#runTitle(other);
    this.#names[1].textContent = title;
    this.#second.region.setAttribute("aria-label", `Timeline: ${title}`);
    const step = sameInstant(this.#data, view, other);
    this.#second.show(drawing(this.#data, view, other), step);
  }

  #drawCode(view: View): void {
    if (this.#data.code.length === 0) return;
    const run = runAt(this.#data, view.run);
    let lines = this.#lines.get(run);
    if (lines === undefined) {
      lines = stepsByLine(run);
      this.#lines.set(run, lines);
    }
    render(
      <Code
        id={this.#id}
        data={this.#data}
        store={this.#store}
        lines={lines}
      />,
      this.#code,
    );
    const panel = this.#code.firstElementChild;
    const { line, lines: waiting } = stepAt(run, view.step);
    const shown = line ?? waiting[0]?.[0];
    if (panel instanceof HTMLElement && shown !== undefined) {
      showLine(panel, this.#id, shown);
    }
  }

  /** Mirrors the step in words for those who cannot see it. */
  #say(view: View): void {
    clearTimeout(this.#saying);
    // Nothing has changed yet when the page has only just been opened.
    const first = this.#saying === 0;
    this.#saying = window.setTimeout(() => {
      if (first) return;
      this.#status.textContent = stepName(
        runAt(this.#data, view.run),
        view.step,
      );
    }, SAY_AFTER_MS);
  }

  /** A slider says its own value; the status then need not repeat it. */
  #quietWhileScrubbing(): void {
    const slider = (event: Event): boolean =>
      event.target instanceof HTMLInputElement && event.target.type === "range";
    this.#bottom.addEventListener("focusin", (event) => {
      if (slider(event)) this.#status.setAttribute("aria-live", "off");
    });
    this.#bottom.addEventListener("focusout", (event) => {
      if (slider(event)) this.#status.removeAttribute("aria-live");
    });
  }

  /** The steps' block grows when a text wraps, and never shrinks again: what
   * stands below it would jump at every step. */
  #keepHeight(): void {
    const block = this.#bottom.querySelector<HTMLElement>(".tlv-steps");
    if (block === null) return;
    let width = 0;
    let height = 0;
    new ResizeObserver(() => {
      if (block.offsetWidth !== width) {
        width = block.offsetWidth;
        height = 0;
        block.style.minHeight = "";
      }
      if (block.offsetHeight <= height) return;
      height = block.offsetHeight;
      block.style.minHeight = `${height}px`;
    }).observe(block);
  }
}
