// Entry: finds what the page holds and makes it live. mdBook loads this after
// its own scripts, at the end of the body.

import { each } from "./dom";
import { mountCard } from "./exercise/card";
import { mountProgress } from "./exercise/progress";
import { localLedger, mountReveals } from "./exercise/reveal";
import { Exercises } from "./exercise/store";
import { mountFigure } from "./figure/mount";
import { Banner, reload, restoreScroll } from "./notices";
import { mountPredict } from "./predict";
import { mountRun } from "./run/listing";
import { findServer, type Server } from "./server/api";
import { listen } from "./server/events";

each(document, "figure.tl", mountFigure);
each(document, "section.predict", mountPredict);
const server = findServer(document);
if (server === null) {
  each(document, "section.exercise", (section) => {
    mountReveals(section, localLedger(section.dataset["exercise"] ?? ""));
  });
} else {
  withServer(server);
}
restoreScroll();

function withServer(server: Server): void {
  const exercises = new Exercises(server);
  each(document, ".listing", (listing) => mountRun(listing, server));
  each(document, "section.exercise", (section) => {
    mountCard(section, exercises);
    const id = section.dataset["exercise"] ?? "";
    const entry = () => exercises.find(id)?.entry;
    const update = mountReveals(section, {
      hints: () => entry()?.hints_revealed ?? 0,
      free: () =>
        entry()?.state === "solved" || entry()?.solution_revealed === true,
      reveal: (what) => void exercises.reveal(id, what).catch(() => undefined),
    });
    exercises.onChange(update);
  });
  each(document, "[data-progress]", (section) => {
    mountProgress(section, exercises);
  });

  const broken = new Banner("book-broken", "alert");
  const gone = new Banner("book-gone", "status");
  listen(server, {
    connected() {
      gone.hide();
      exercises.refresh().catch((error: unknown) => console.error(error));
    },
    gone: () =>
      gone.show(
        "The local server does not answer. Start it again with `cargo run`; " +
          "this page then goes on by itself.",
      ),
    replaced: reload,
    event(event) {
      exercises.event(event);
      if (event.kind === "reload") reload();
      if (event.kind === "built") broken.hide();
      if (event.kind === "build-error") {
        broken.show("The book does not build.", event.message);
      }
    },
  });
}
