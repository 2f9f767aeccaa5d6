// One drawing in its scrolling region: the lane names, the plot, and the
// playhead over it. The names stay when the plot scrolls (theme/timeline.css).
//
// The playhead is a layer above the plot: moving it paints nothing of the
// drawing again, however large that is.

import { element } from "../dom";
import type { DrawingData } from "../generated/DrawingData";
import { Marks } from "./marks";

interface Scene {
  /** What stands in the region: the names, and the plot. */
  parts: Element[];
  plot: SVGSVGElement;
  marks: Marks;
}

/** How near to the region's edge the playhead may come, in pixels. */
const MARGIN = 16;

export class Stage {
  readonly region: HTMLElement;
  readonly #playhead = element("div", "tlv-playhead");
  readonly #scenes = new Map<DrawingData, Scene>();
  #drawing: DrawingData | null = null;
  #scene: Scene | null = null;
  #step = 0;
  /** Pixels per unit of the drawing. */
  #scale = 1;
  /** Where the plot begins, and how much of the region one sees, in pixels. */
  #start = 0;
  #width = 0;

  /** `pick` hears the x of a click, in units of the drawing, and the step of
   * what was clicked. */
  constructor(region: HTMLElement, pick: (x: number, step?: number) => void) {
    this.region = region;
    this.#playhead.setAttribute("aria-hidden", "true");
    new ResizeObserver(() => this.#measure()).observe(region);
    region.addEventListener("click", (event) => {
      if (this.#scene === null) return;
      const target = event.target instanceof Element ? event.target : null;
      const mark = target?.closest("[data-step]")?.getAttribute("data-step");
      const { left } = this.#scene.plot.getBoundingClientRect();
      const x = (event.clientX - left) / this.#scale;
      pick(x, mark == null ? undefined : Number(mark));
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

  show(drawing: DrawingData, step: number): void {
    if (drawing !== this.#drawing) {
      const scene = this.#scenes.get(drawing) ?? parse(drawing);
      if (scene === null) return;
      this.#scenes.set(drawing, scene);
      this.#use(drawing, scene);
    }
    this.#step = step;
    this.#scene?.marks.at(step);
    this.#movePlayhead();
    this.#keepInView();
  }

  #use(drawing: DrawingData, scene: Scene): void {
    this.#drawing = drawing;
    this.#scene = scene;
    this.region.replaceChildren(...scene.parts, this.#playhead);
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
    this.#playhead.style.left = `${this.#start}px`;
    this.#playhead.style.top = `${offset + top * this.#scale}px`;
    this.#playhead.style.height = `${(bottom - top) * this.#scale}px`;
    this.#movePlayhead();
  }

  #x(): number {
    return (this.#drawing?.x[this.#step] ?? 0) * this.#scale;
  }

  #movePlayhead(): void {
    this.#playhead.style.transform = `translateX(${this.#x()}px)`;
  }

  /** Scrolls the lanes, never the page, so that the playhead is visible. */
  #keepInView(): void {
    if (!this.region.classList.contains("tlv-scrolls")) return;
    const x = this.#x();
    const left = this.region.scrollLeft;
    const free = this.#width - this.#start;
    if (x >= left && x <= left + free - MARGIN) return;
    this.region.scrollLeft = Math.max(0, x - free * 0.4);
  }
}

/** For the style sheet, where a figure shrinks to its box. */
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
  return { parts: Array.from(holder.children), plot, marks: new Marks(plot) };
}
