// One drawing in its scrolling region: the SVG, the playhead over it, and the
// lane names, which stay when the lanes scroll.
//
// The playhead and the pinned names are layers above the SVG: moving them
// paints nothing of the drawing again, however large it is.

import type { Drawing } from "../generated/Drawing";
import { Marks } from "./marks";

interface Scene {
  svg: SVGSVGElement;
  marks: Marks;
}

export class Stage {
  readonly region: HTMLElement;
  readonly #canvas = document.createElement("div");
  readonly #pin = document.createElement("div");
  readonly #playhead = document.createElement("div");
  readonly #scenes = new Map<Drawing, Scene>();
  readonly #resized: ResizeObserver;
  #drawing: Drawing | null = null;
  #step = 0;
  /** Pixels per unit of the drawing. */
  #scale = 1;
  /** The region's visible width in pixels; 0 before the first layout. */
  #width = 0;
  #pinWidth = 0;

  /** `pick` hears the x of a click, in units of the drawing. */
  constructor(region: HTMLElement, pick: (x: number, step?: number) => void) {
    this.region = region;
    this.#canvas.className = "tlv-canvas";
    this.#pin.className = "tlv-pin";
    this.#pin.setAttribute("aria-hidden", "true");
    this.#playhead.className = "tlv-playhead";
    this.#playhead.setAttribute("aria-hidden", "true");
    this.#canvas.append(this.#playhead, this.#pin);
    region.replaceChildren(this.#canvas);
    this.#resized = new ResizeObserver(() => this.#measure());
    this.#resized.observe(region);
    this.#canvas.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const mark = target?.closest("[data-step]")?.getAttribute("data-step");
      const left = this.#canvas.getBoundingClientRect().left;
      const step = mark == null ? undefined : Number(mark);
      pick((event.clientX - left) / this.#scale, step);
    });
  }

  /** Makes a drawing known that stands in the page already. */
  adopt(drawing: Drawing, svg: SVGSVGElement): void {
    this.#scenes.set(drawing, { svg, marks: new Marks(svg) });
  }

  show(drawing: Drawing, step: number): void {
    if (drawing !== this.#drawing) this.#replace(drawing);
    this.#step = step;
    this.#scenes.get(drawing)?.marks.at(step);
    this.#movePlayhead();
    this.#keepInView();
  }

  #replace(drawing: Drawing): void {
    const scene = this.#scenes.get(drawing) ?? parse(drawing);
    if (scene === null) return;
    this.#scenes.set(drawing, scene);
    this.#canvas.querySelector(":scope > svg")?.remove();
    this.#canvas.prepend(scene.svg);
    this.#drawing = drawing;
    this.#pinNames(scene.svg, drawing);
    this.#measure();
  }

  /** Copies the lane names into a layer that does not scroll. */
  #pinNames(svg: SVGSVGElement, drawing: Drawing): void {
    const names = svg.querySelector<SVGGElement>("g.tl-names");
    this.#pin.replaceChildren();
    this.#pinWidth = 0;
    if (names === null) return;
    const box = names.getBBox();
    this.#pinWidth = Math.ceil(box.x + box.width + 8);
    const copy = document.createElementNS(svg.namespaceURI, "svg");
    copy.setAttribute("class", svg.getAttribute("class") ?? "");
    copy.setAttribute("viewBox", `0 0 ${this.#pinWidth} ${drawing.height}`);
    copy.append(names.cloneNode(true));
    this.#pin.append(copy);
  }

  #measure(): void {
    const drawing = this.#drawing;
    const svg = drawing && this.#scenes.get(drawing)?.svg;
    if (!drawing || !svg) return;
    const width = svg.getBoundingClientRect().width;
    this.#scale = width === 0 ? 1 : width / drawing.width;
    this.#width = this.region.clientWidth;
    const scrolls = width > this.#width + 1;
    this.region.classList.toggle("tlv-scrolls", scrolls);
    const names = this.#pin.firstElementChild;
    if (names instanceof SVGSVGElement) {
      names.style.width = `${this.#pinWidth * this.#scale}px`;
      names.style.height = `${drawing.height * this.#scale}px`;
    }
    this.#playhead.style.top = `${drawing.top * this.#scale}px`;
    const height = drawing.bottom - drawing.top;
    this.#playhead.style.height = `${height * this.#scale}px`;
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
    const pinned = this.#pinWidth * this.#scale;
    if (x >= left + pinned && x <= left + this.#width - 16) return;
    const free = this.#width - pinned;
    this.region.scrollLeft = Math.max(0, x - pinned - free * 0.4);
  }
}

function parse(drawing: Drawing): Scene | null {
  if (drawing.svg === null) return null;
  const template = document.createElement("template");
  template.innerHTML = drawing.svg;
  const svg = template.content.querySelector("svg");
  if (svg === null) return null;
  document.adoptNode(svg);
  return { svg, marks: new Marks(svg) };
}
