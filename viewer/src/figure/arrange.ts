// Where the parts of a figure stand, and what keeps them there.

import { element } from "../dom";
import type { FigureData } from "../generated/FigureData";
import type { FileData } from "../generated/FileData";
import type { View } from "./view";

interface Parts {
  left: HTMLElement[];
  /** Below the legend. */
  below: HTMLElement[];
  right: HTMLElement[];
}

/** Drawing and words at the left, the code at the right; one below the other
 * where there is less room. */
export function arrange(
  figure: HTMLElement,
  region: HTMLElement,
  parts: Parts,
): void {
  figure.classList.add("tlv");
  figure.querySelector(".tl-knob")?.setAttribute("hidden", "");
  for (const fixed of figure.querySelectorAll(".tl-static")) fixed.remove();
  const grid = element("div", "tlv-grid");
  const left = element("div", "tlv-left");
  const right = element("div", "tlv-right");
  region.before(grid);
  left.append(...parts.left);
  const legend = figure.querySelector(".tl-legend");
  if (legend !== null) left.append(legend);
  left.append(...parts.below);
  right.append(...parts.right);
  grid.append(left, right);
}

/** Where the run that is compared with is drawn. */
export function emptyRegion(): HTMLElement {
  const region = element("div", "tl-scroll");
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  return region;
}

/** The part of the line under the title that tells of the run. */
export function summaryOf(figure: HTMLElement): Text | null {
  const under = figure.querySelector("figcaption .tl-sub");
  return Array.from(under?.childNodes ?? []).find(isSummary) ?? null;
}

function isSummary(node: Node): node is Text {
  return node instanceof Text && / in all\b/.test(node.data);
}

/** The steps' block grows when a text wraps, and never shrinks again: what
 * stands below it would jump at every step. */
export function keepHeight(block: HTMLElement | null): void {
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

/** A slider says its own value; the status then need not repeat it. */
export function quietWhileScrubbing(
  scrubber: HTMLElement,
  status: HTMLElement,
): void {
  const slider = (event: Event): boolean =>
    event.target instanceof HTMLInputElement && event.target.type === "range";
  scrubber.addEventListener("focusin", (event) => {
    if (slider(event)) status.setAttribute("aria-live", "off");
  });
  scrubber.addEventListener("focusout", (event) => {
    if (slider(event)) status.removeAttribute("aria-live");
  });
}

/** On a phone a figure without a companion is drawn for it. */
export const phone = matchMedia("(max-width: 520px)");

/** The file to show beside a run; there may be none. */
export function fileOf(data: FigureData, run: number): FileData | null {
  const { files } = data;
  return (files.length > 1 ? files[run] : files[0]) ?? null;
}

/** Only what occurs in a run that is shown. */
export function showLegend(
  legend: Iterable<HTMLElement>,
  { run, other }: View,
): void {
  for (const entry of legend) {
    const runs = entry.dataset["runs"]?.split(" ") ?? [];
    const occurs = [run, other].some((one) => runs.includes(String(one)));
    entry.hidden = !occurs;
  }
}
