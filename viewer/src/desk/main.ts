// Entry of what needs the local server: runs, editors, verdicts, figures of
// the reader's own code, progress, and what the server tells about the page.

import { each } from "../dom";
import { Pages } from "../edit/drafts";
import { mountCard } from "../exercise/card";
import { markChapters } from "../exercise/marks";
import { mountProgress } from "../exercise/progress";
import { Exercises } from "../exercise/store";
import type { MountFigure } from "../figure/mount";
import { Banner } from "../notices";
import { reload, restoreScroll } from "../place";
import { mountRun } from "../run/listing";
import { Server } from "../server/api";
import { listen } from "../server/events";
import { Desk } from "./desk";
import { remember, resume } from "./resume";

export type Start = (token: string, mount: MountFigure) => Promise<void>;

export const start: Start = async (token, mount) => {
  await style();
  const server = new Server(token);
  const exercises = new Exercises(server);
  const desk = new Desk(server, exercises, new Pages(), mount);
  each(document, ".listing", (listing) => mountRun(listing, desk));
  each(document, "section.exercise", (section) => mountCard(section, desk));
  each(document, "[data-progress]", (section) => {
    mountProgress(section, desk);
  });
  markChapters(desk);
  remember(desk);
  follow(desk);
  restoreScroll(true);
  await resume(desk);
  // For tests: everything stands.
  document.documentElement.dataset["desk"] = "ready";
};

/** The style sheet beside this file, before anything needs it. */
function style(): Promise<unknown> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("desk.css", import.meta.url).href;
  const loaded = new Promise((done) => {
    link.onload = link.onerror = done;
  });
  document.head.append(link);
  return loaded;
}

function follow(desk: Desk): void {
  const { server, exercises } = desk;
  const broken = new Banner("book-broken", "alert");
  const gone = new Banner("book-gone", "status");
  const newer = new Banner("book-newer", "status");

  /** Now, unless that would take a pen out of a writing hand. */
  const again = (why: string): void => {
    // Another program may have the port, and say so.
    const load = (): void => void server.prove().then(reload, () => undefined);
    if (desk.writing() === undefined) return load();
    newer.show(`${why} Your editor stays as it is.`, "", {
      label: "Load the page again",
      run: load,
    });
  };

  listen(server, {
    connected() {
      server.known = true;
      gone.hide();
      exercises.refresh().catch((error: unknown) => console.error(error));
      for (const panel of desk.panels) panel.connected();
    },
    gone() {
      server.known = false;
      gone.show(
        "The local server does not answer. Start it again with `cargo run`; " +
          "this page then goes on by itself.",
      );
    },
    async replaced() {
      await server.renew();
      // Typed in this page, so it needs no leave.
      await Promise.all(Array.from(desk.panels, (panel) => panel.settle()));
      if (desk.writing() === undefined) {
        reload();
        return false;
      }
      again("The server was started again, and may have a newer page.");
      return true;
    },
    event(event) {
      exercises.event(event);
      desk.event(event);
      if (event.kind === "reload") again("This page has changed.");
      if (event.kind === "built") broken.hide();
      if (event.kind === "build-error") {
        broken.show("The book does not build.", event.message);
      }
      if (event.kind !== "file") return;
      for (const panel of desk.panels) {
        const { kind, name } = panel.file;
        if (kind === event.of && name === event.name) {
          panel.announced(event.revision);
        }
      }
    },
  });
}
