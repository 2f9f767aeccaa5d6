// One live figure: what it shows, and all that draws it.

import { render } from "preact";
import { element } from "../dom";
import type { FigureData } from "../generated/FigureData";
import type { RunData } from "../generated/RunData";
import { whyAt, type Chain } from "./causes";
import { Code, showLine } from "./code";
import {
  arrange,
  fileOf,
  phone,
  showLegend,
  emptyRegion,
  keepHeight,
  quietWhileScrubbing,
  summaryOf,
} from "./arrange";
import { addressed, share, type Driven } from "./drive";
import { runOfDigit, type Steer } from "./keys";
import { Player } from "./player";
import { Printed } from "./printed";
import { Scrubber } from "./scrubber";
import { Stage, type Pressed } from "./stage";
import { StepList } from "./steplist";
import { Steps } from "./steps";
import { Store } from "./store";
import { Top } from "./top";
import {
  drawing,
  firstView,
  isPair,
  moveBy,
  moveTo,
  moveToPart,
  nearest,
  range,
  runAt,
  sameInstant,
  stepsByLine,
  turn,
  type Range,
  type View,
} from "./view";
import { Why, whyWords } from "./why";
import { runName, shownName, subtitle } from "./words";

/** After the last change of a scrub, before it is said aloud. */
const SAY_AFTER_MS = 250;

/** Where else the line of the current step is shown. */
export interface Lines {
  show(line: number | null): void;
}

export class Figure {
  readonly #figure: HTMLElement;
  readonly #data: FigureData;
  readonly #store: Store;
  readonly #stages: [Stage, Stage];
  readonly #names: [HTMLElement, HTMLElement];
  readonly #top = element("div", "tlv-root");
  readonly #scrubber = element("div", "tlv-root");
  readonly #why = element("div", "tlv-root");
  readonly #steps = element("div", "tlv-root");
  readonly #code = element("div", "tlv-root");
  readonly #printed = element("div", "tlv-root");
  readonly #status = element("p", "tlv-unseen");
  readonly #list: StepList | null;
  readonly #bands: Lines;
  readonly #legend: NodeListOf<HTMLElement>;
  readonly #lines = new Map<RunData, Map<number, number[]>>();
  /** The part of the line under the title that tells of the run, and what
   * Rust wrote there. */
  readonly #summary: Text | null;
  readonly #said: string;
  readonly #player: Player;
  #allCode = false;
  #chain: Chain | null = null;
  /** The chain is new: it is said instead of the step. */
  #asked = false;
  #saying = 0;

  constructor(
    figure: HTMLElement,
    data: FigureData,
    region: HTMLElement,
    lines: Lines,
    before: View | null,
  ) {
    this.#figure = figure;
    this.#data = data;
    // The page holds the drawing of the first view; from there it goes on.
    const view = firstView(data);
    this.#store = new Store(view, (view, before) => this.#draw(view, before));
    this.#player = new Player(
      () => this.#playOn(),
      () => this.#drawScrubber(),
    );

    this.#names = [element("p", "tlv-run"), element("p", "tlv-run")];
    const second =
      figure.querySelector<HTMLElement>(".tl-scroll ~ .tl-scroll") ??
      emptyRegion();
    this.#stages = [
      new Stage(region, (pressed) => this.#press(0, pressed)),
      new Stage(second, (pressed) => this.#press(1, pressed)),
    ];
    arrange(figure, region, {
      left: [
        this.#top,
        this.#scrubber,
        this.#names[0],
        region,
        this.#names[1],
        second,
      ],
      below: [this.#why, this.#steps, this.#printed],
      right: [this.#code],
    });
    const first = isPair(data) ? 0 : view.run;
    this.#stages[0].adopt(drawing(data, view, first));
    if (isPair(data)) this.#stages[1].adopt(drawing(data, view, 1));
    this.#stages[0].scrollWith(this.#stages[1]);

    this.#summary = summaryOf(figure);
    this.#said = this.#summary?.data ?? "";
    this.#status.setAttribute("role", "status");
    figure.append(this.#status);
    this.#bands = lines;
    this.#legend = figure.querySelectorAll(".tl-legend li");
    this.#list = this.#stepList(figure, runAt(data, view.run));
    quietWhileScrubbing(this.#scrubber, this.#status);
    addEventListener("beforeprint", this.#unfold);
    phone.addEventListener("change", this.#again);

    this.#draw(view);
    keepHeight(this.#steps.querySelector(".tlv-steps"));
    const asked = before ?? addressed(figure.id, data, view);
    if (asked !== view) this.#store.set(asked);
  }

  get view(): View {
    return this.#store.view;
  }

  get driven(): Driven {
    return {
      figure: this.#figure,
      data: this.#data,
      view: () => this.view,
      show: (view) => this.#show(view),
    };
  }

  readonly steer: Steer = {
    by: (steps) => this.#show(moveBy(this.#data, this.view, steps)),
    ends: (last) =>
      this.#show(moveToPart(this.#data, this.view, last ? Infinity : 0)),
    turn: (digit) => {
      if (this.#data.knob === null) return false;
      const values = this.#data.runs.map(({ value }) => value);
      const run = runOfDigit(values, digit);
      if (run !== null) this.#show(turn(this.#data, this.view, run));
      return run !== null;
    },
  };

  /** What the reader asks for ends what plays by itself. */
  #show(view: View): void {
    this.#player.stop();
    this.#store.set(view);
  }

  #playOn(): boolean {
    const data = this.#data;
    const next = moveBy(data, this.view, 1);
    // At the end it begins again.
    this.#store.set(
      next === this.view && !this.#player.playing
        ? moveToPart(data, this.view, 0)
        : next,
    );
    return moveBy(data, this.view, 1) !== this.view;
  }

  #stepList(figure: HTMLElement, run: RunData): StepList | null {
    const folds = figure.querySelectorAll<HTMLDetailsElement>("details.tl-all");
    const fold = folds[isPair(this.#data) ? this.view.run : 0];
    const list = fold?.querySelector<HTMLElement>(".tl-steps");
    if (fold === undefined || list == null) return null;
    return new StepList(fold, list, run, (step) =>
      this.#show(moveTo(this.#data, this.view, step)),
    );
  }

  #unfold = (): void => this.#list?.unfold();
  #again = (): void => this.#draw(this.view);

  /** The window must not hold on to a figure that was replaced. */
  leave(): void {
    this.#player.stop();
    removeEventListener("beforeprint", this.#unfold);
    phone.removeEventListener("change", this.#again);
    this.#bands.show(null);
  }

  /** Of a mark or a bar: of the row that waits there, or of the step. */
  #ask(row: number | null): void {
    const { view } = this;
    const run = runAt(this.#data, view.run);
    const shown = view.whole
      ? { from: 0, to: run.steps.length - 1 }
      : range(this.#data, view);
    const chain = { run: view.run, ...whyAt(run, shown, row) };
    this.#chain = chain.links.length === 0 ? null : chain;
    this.#asked = true;
    this.#drawWhy();
    this.#say(view);
  }

  #drawWhy(): void {
    const chain = this.#chain;
    const { view } = this;
    if (chain === null || chain.run !== view.run) {
      render(null, this.#why);
      return;
    }
    render(
      <Why
        data={this.#data}
        chain={chain}
        step={view.whole ? -1 : view.step}
        go={(step) => this.#show(moveTo(this.#data, this.view, step))}
        close={() => {
          this.#chain = null;
          this.#drawWhy();
        }}
      />,
      this.#why,
    );
  }

  #press(stage: number, { x, row, step }: Pressed): void {
    const data = this.#data;
    let view = this.view;
    const run = this.#runOf(stage, view);
    if (run !== view.run && isPair(data)) view = turn(data, view, run);
    // What was pressed in the run beside it is a place of the ruler.
    const { x: places } = drawing(data, view, view.run, phone.matches);
    const mark = run === view.run ? step : null;
    this.#show(moveTo(data, view, mark ?? nearest(places, x)));
    // A mark asks what led to it, a bar what stands in the way.
    this.#ask(mark === null ? row : null);
  }

  /** The run that a stage shows. */
  #runOf(stage: number, view: View): number {
    if (isPair(this.#data)) return stage;
    return stage === 0 ? view.run : (view.other ?? view.run);
  }

  #draw(view: View, before?: View): void {
    const { run, other } = view;
    const data = this.#data;
    const props = { id: this.#figure.id, data, store: this.#store };
    render(<Top {...props} />, this.#top);
    this.#drawScrubber();
    this.#drawStages(view);
    this.#drawWhy();
    render(<Steps {...props} />, this.#steps);
    this.#drawCode(view);
    render(<Printed {...props} />, this.#printed);
    if (!isPair(data)) this.#list?.show(runAt(data, run), view.step);
    this.#say(view);
    // Not before the reader has moved: a page opens without marks.
    if (before !== undefined) this.#bands.show(this.#lineOf(view));
    showLegend(this.#legend, view);
    this.#names.forEach((name, stage) => {
      name.hidden = other === null;
      if (other !== null) {
        name.textContent = this.#runTitle(this.#runOf(stage, view));
      }
    });
    if (this.#summary !== null && before?.run !== run) {
      this.#summary.data = subtitle(data, run, this.#said);
    }
  }

  #drawScrubber(): void {
    const one = this.driven;
    render(
      <Scrubber
        id={this.#figure.id}
        data={this.#data}
        store={this.#store}
        player={this.#player}
        ask={() => this.#ask(null)}
        share={() => {
          void share(one).then((copied) => {
            this.#status.textContent = copied
              ? "The link is copied."
              : "The link stands in the address bar.";
          });
        }}
      />,
      this.#scrubber,
    );
  }

  #drawStages(view: View): void {
    const data = this.#data;
    this.#stages.forEach((stage, index) => {
      const hidden = index === 1 && view.other === null;
      stage.region.hidden = hidden;
      if (hidden) return;
      const run = this.#runOf(index, view);
      const small = phone.matches;
      const title = this.#runTitle(run);
      if (view.other !== null) {
        stage.region.setAttribute("aria-label", `Timeline: ${title}`);
      }
      const shown = view.whole ? null : this.#rangeIn(view, run);
      stage.show(drawing(data, view, run, small), runAt(data, run), shown);
    });
  }

  /** What is shown of a run; of the one beside it, the same place. */
  #rangeIn(view: View, run: number): Range {
    const { from, to } = range(this.#data, view);
    if (run === view.run) return { from, to };
    const at = (step: number): number =>
      sameInstant(this.#data, { ...view, step }, run);
    return { from: at(from), to: at(to) };
  }

  #runTitle(run: number): string {
    return `${runName(this.#data, run)} · ${runAt(this.#data, run).total}`;
  }

  /** The line of the last step of what is shown that has one. */
  #lineOf(view: View): number | null {
    if (view.whole) return null;
    const { from, to } = range(this.#data, view);
    const steps = runAt(this.#data, view.run).steps.slice(from, to + 1);
    return steps.filter(({ line }) => line !== null).at(-1)?.line ?? null;
  }

  #drawCode(view: View): void {
    const data = this.#data;
    const file = fileOf(data, view.run);
    if (file === null || file.code.length === 0) {
      render(null, this.#code);
      return;
    }
    const run = runAt(data, view.run);
    let lines = this.#lines.get(run);
    if (lines === undefined) {
      lines = stepsByLine(run);
      this.#lines.set(run, lines);
    }
    render(
      <Code
        id={this.#figure.id}
        data={data}
        file={file}
        store={this.#store}
        lines={lines}
        all={this.#allCode}
        showAll={() => {
          this.#allCode = true;
          this.#drawCode(this.view);
        }}
      />,
      this.#code,
    );
    const panel = this.#code.firstElementChild;
    const waits = runAt(data, view.run).steps[view.step]?.lines[0]?.[0];
    const shown = this.#lineOf(view) ?? (view.whole ? undefined : waits);
    if (panel instanceof HTMLElement && shown !== undefined) {
      showLine(panel, this.#figure.id, shown);
    }
  }

  /** Mirrors the step in words for those who cannot see it. */
  #say(view: View): void {
    clearTimeout(this.#saying);
    // Nothing has changed yet when the page has only just been opened.
    const first = this.#saying === 0;
    this.#saying = window.setTimeout(() => {
      if (first) return;
      const asked = this.#asked ? this.#chain : null;
      this.#asked = false;
      this.#status.textContent =
        asked === null ? shownName(this.#data, view) : whyWords(asked);
    }, SAY_AFTER_MS);
  }
}
