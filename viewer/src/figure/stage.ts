// One drawing in its scrolling region: names with states, the plot, and over
// the plot the playhead and a veil that makes pale what has not happened yet.
// The names stay when the plot scrolls (theme/timeline.css).
//
// Playhead and veil are layers above the plot: moving them paints nothing of
// the drawing again, however large that is.

import { element } from "../dom";
import type { DrawingData } from "../generated/DrawingData";
import type { RunData } from "../generated/RunData";
import { Marks } from "./marks";
import { Rows } from "./states";
import type { Range } from "./view";

interface Scene {
  /** What stands in the region: the names, and the plot. */
  parts: Element[];
  plot: SVGSVGElement;
  marks: Marks;
  rows: Rows;
}

/** What was pressed: x in units of the drawing, the row, the mark's step. */
export interface Pressed {
  x: number;
  row: number | null;
  step: number | null;
}

/** How near to the region's edge the playhead may come, in pixels. */
const MARGIN = 16;
/** A mark is so wide on the right of its place, in units of the drawing. */
const MARK = 3;

export class Stage {
  readonly region: HTMLElement;
  readonly #playhead = element("div", "tlv-playhead");
  readonly #cover = element("div", "tlv-cover");
  readonly #veil = element("div", "tlv-veil");
  readonly #scenes = new Map<DrawingData, Scene>();
  #drawing: DrawingData | null = null;
  #scene: Scene | null = null;
  /** What is shown; null: all of the run. */
  #range: Range | null = null;
  /** Pixels per unit of the drawing. */
  #scale = 1;
  /** Where the plot begins, and how much of the region one sees, in pixels. */
  #start = 0;
  #width = 0;

  constructor(region: HTMLElement, press: (pressed: Pressed) => void) {
    this.region = region;
    this.#cover.append(this.#veil);
    for (const layer of [this.#playhead, this.#cover]) {
      layer.setAttribute("aria-hidden", "true");
    }
    new ResizeObserver(() => this.#measure()).observe(region);
    region.addEventListener("click", (event) => {
      const drawing = this.#drawing;
      if (this.#scene === null || drawing === null) return;
      const target = event.target instanceof Element ? event.target : null;
      const mark = target?.closest("[data-step]")?.getAttribute("data-step");
      const { left, top } = this.#scene.plot.getBoundingClientRect();
      const y = (event.clientY - top) / this.#scale;
      const row = Math.floor((y - drawing.first) / drawing.row);
      press({
        x: (event.clientX - left) / this.#scale,
        row: row < 0 ? null : row,
        step: mark == null ? null : Number(mark),
      });
    });
  }

  /** One ruler for two drawings: they scroll sideways together. */
  scrollWith(other: Stage): void {
    for (const [one, two] of [
      [this, other],
      [other, this],
    ] as const) {
      one.region.addEventListener("scroll", () => {
        two.region.scrollLeft = one.region.scrollLeft;
      });
    }
  }

  /** Makes a drawing known that stands in the region already. */
  adopt(drawing: DrawingData): void {
    const scene = sceneOf(this.region);
    if (scene === null) return;
    this.#scenes.set(drawing, scene);
    this.#use(drawing, scene);
  }

  show(drawing: DrawingData, run: RunData, range: Range | null): void {
    if (drawing !== this.#drawing) {
      const scene = this.#scenes.get(drawing) ?? parse(drawing);
      if (scene === null) return;
      this.#scenes.set(drawing, scene);
      this.#use(drawing, scene);
    }
    this.#range = range;
    this.region.classList.toggle("tlv-whole", range === null);
    this.#scene?.rows.show(run, range);
    if (range === null) this.#scene?.marks.at(Infinity, Infinity);
    else this.#scene?.marks.at(range.from, range.to);
    this.#move();
    this.#keepInView();
  }

  #use(drawing: DrawingData, scene: Scene): void {
    this.#drawing = drawing;
    this.#scene = scene;
    this.region.replaceChildren(...scene.parts, this.#cover, this.#playhead);
    tellWidths(this.region, scene);
    this.#measure();
  }

  #measure(): void {
    const { region } = this;
    if (this.#drawing === null || this.#scene === null) return;
    const plot = this.#scene.plot.getBoundingClientRect();
    const outer = region.getBoundingClientRect();
    this.#scale = plot.width === 0 ? 1 : plot.width / this.#drawing.width;
    this.#start = plot.left - outer.left + region.scrollLeft;
    this.#width = region.clientWidth;
    const scrolls = this.#start + plot.width > this.#width + 1;
    region.classList.toggle("tlv-scrolls", scrolls);
    const { top, bottom } = this.#drawing;
    const offset = plot.top - outer.top;
    for (const layer of [this.#playhead, this.#cover]) {
      layer.style.left = `${this.#start}px`;
      layer.style.top = `${offset + top * this.#scale}px`;
      layer.style.height = `${(bottom - top) * this.#scale}px`;
    }
    this.#cover.style.width = `${plot.width}px`;
    this.#move();
  }

  #x(): number {
    const last = (this.#drawing?.x.length ?? 1) - 1;
    return (this.#drawing?.x[this.#range?.to ?? last] ?? 0) * this.#scale;
  }

  #move(): void {
    const x = this.#x();
    this.#playhead.style.transform = `translateX(${x}px)`;
    this.#veil.style.transform = `translateX(${x + MARK * this.#scale}px)`;
  }

  /** Scrolls the lanes, never the page, so that the playhead is visible. */
  #keepInView(): void {
    if (!this.region.classList.contains("tlv-scrolls")) return;
    const x = this.#range === null ? 0 : this.#x();
    const left = this.region.scrollLeft;
    const free = this.#width - this.#start;
    if (x >= left && x <= left + free - MARGIN) return;
    this.region.scrollLeft = Math.max(0, x - free * 0.4);
  }
}

/** For the style sheet, where a figure fits into its box. */
function tellWidths(region: HTMLElement, { parts }: Scene): void {
  let all = 0;
  for (const part of parts) {
    if (!(part instanceof SVGSVGElement)) continue;
    const { width } = part.viewBox.baseVal;
    part.style.setProperty("--tlv-width", String(width));
    all += width;
  }
  region.style.setProperty("--tlv-all", String(all));
}

function parse(drawing: DrawingData): Scene | null {
  if (drawing.svg === null) return null;
  const template = document.createElement("template");
  template.innerHTML = drawing.svg;
  return sceneOf(template.content);
}

function sceneOf(holder: ParentNode): Scene | null {
  const plot = holder.querySelector<SVGSVGElement>("svg.tl-plot");
  if (plot === null) return null;
  const parts = Array.from(holder.children).filter(
    (part) => part instanceof SVGSVGElement,
  );
  return { parts, plot, marks: new Marks(plot), rows: new Rows(parts) };
}
