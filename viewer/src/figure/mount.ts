// Makes one static figure interactive. Rust's SVG, its step list and its
// legend stay; controls are put between them.

import type { FigureData } from "../generated/FigureData";
import { Bands } from "./bands";
import { drive } from "./drive";
import { Figure, type Lines } from "./figure";
import { steerWithKeys } from "./keys";
import { rememberedView, rememberView } from "./remember";

export type { Lines } from "./figure";

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
    drive(made.driven),
    () => made.leave(),
  ];
  return () => leave.forEach((one) => one());
};
