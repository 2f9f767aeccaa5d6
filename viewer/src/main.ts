// Entry: finds what the page holds and makes it live. mdBook loads this after
// its own scripts, at the end of the body. What needs the local server is
// fetched only where one answers.

import { each } from "./dom";
import type { Start } from "./desk/main";
import { localLedger, mountReveals } from "./exercise/reveal";
import { mountFigure } from "./figure/mount";
import { holdTarget, restoreScroll } from "./place";
import { mountPredict } from "./predict";
import { findToken } from "./server/api";

// This very file: the others lie beside its folder.
const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

each(document, "section.predict", mountPredict);
each(document, "figure.tl", (figure) => void mountFigure(figure));
holdTarget();
const token = findToken(document);
restoreScroll(token === "");
if (token === "") alone();
else void withServer();

function alone(): void {
  each(document, "section.exercise", (section) => {
    mountReveals(section, localLedger(section.dataset["exercise"] ?? ""));
  });
}

async function withServer(): Promise<void> {
  document.documentElement.classList.add("book-live");
  try {
    const url = new URL("../assets/desk.min.js", here);
    const desk = (await import(url.href)) as { start: Start };
    await desk.start(token, mountFigure);
  } catch (error) {
    // The server has ended just now; the page reads as the published one.
    console.error("viewer: the desk", error);
    document.documentElement.classList.remove("book-live");
    alone();
  }
}
