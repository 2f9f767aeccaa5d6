// The Run button of a listing, and the panel that shows what the program
// prints. Only with the local server: it runs the file as it is on disk.

import { element, keepKeys } from "../dom";
import { explain, type Server } from "../server/api";
import { readStream } from "../server/ndjson";
import type { RunEvent } from "../server/types";
import { Log } from "./log";
import { endWords } from "./words";

export function mountRun(listing: HTMLElement, server: Server): void {
  const example = listing.dataset["example"];
  const actions = listing.querySelector<HTMLElement>(".listing-actions");
  // Twins in Python and files that must not compile are shown, not run: they
  // have no data-example.
  if (example === undefined || actions === null) return;
  new Runner(listing, actions, example, server);
}

class Runner {
  readonly #server: Server;
  readonly #example: string;
  readonly #button = element("button", "listing-run", "Run");
  readonly #panel = element("div", "run-output");
  readonly #state = element("p", "run-state");
  readonly #log: Log;
  /** While a program runs: what stops it. */
  #stop: (() => void) | null = null;
  #stopping = false;

  constructor(
    listing: HTMLElement,
    actions: HTMLElement,
    example: string,
    server: Server,
  ) {
    this.#server = server;
    this.#example = example;
    this.#log = new Log(`Output of ${example}`);
    this.#state.setAttribute("role", "status");
    this.#panel.hidden = true;
    this.#panel.append(this.#state, this.#log.element);
    keepKeys(this.#panel);
    this.#button.type = "button";
    this.#button.setAttribute("aria-label", `Run ${example}`);
    this.#button.addEventListener("click", () => {
      if (this.#stop === null) void this.#run();
      else this.#stop();
    });
    actions.prepend(this.#button);
    listing.append(this.#panel);
    listing.classList.add("listing-runs");
  }

  async #run(): Promise<void> {
    const cancel = new AbortController();
    let run: number | null = null;
    this.#stopping = false;
    this.#stop = () => {
      this.#say("Stopping…");
      this.#stopping = true;
      // Until the server has named the run there is only the connection.
      if (run === null) cancel.abort();
      else void this.#server.post("/api/stop", { run }).catch(this.#fail);
    };
    this.#running(true);
    this.#log.clear();
    this.#panel.hidden = false;
    this.#say("Starting…");
    try {
      const body = { example: this.#example };
      const response = await this.#server.post("/api/run", body, cancel.signal);
      if (response.body === null) throw new Error("The answer was empty.");
      let ended = false;
      await readStream<RunEvent>(response.body, (event) => {
        if (event.kind === "started") run = event.run;
        ended ||= event.kind === "ended";
        this.#take(event);
      });
      if (!ended) throw new Error("The connection to the server was lost.");
    } catch (error) {
      if (cancel.signal.aborted) this.#say("Stopped.");
      else this.#fail(error);
    } finally {
      this.#stop = null;
      this.#running(false);
    }
  }

  #take(event: RunEvent): void {
    switch (event.kind) {
      case "started":
        return this.#say("Running…");
      case "building":
        return this.#say("Building…");
      case "line":
        // The first line of the program itself says that building is over.
        if (event.stream === "stdout" && !this.#stopping) this.#say("Running…");
        return this.#log.add(event);
      case "ended":
        this.#log.flush();
        this.#panel.classList.toggle("run-bad", event.code !== 0);
        return this.#say(endWords(event));
    }
  }

  #running(running: boolean): void {
    this.#panel.classList.toggle("run-now", running);
    this.#button.textContent = running ? "Stop" : "Run";
    this.#button.setAttribute(
      "aria-label",
      `${running ? "Stop" : "Run"} ${this.#example}`,
    );
    if (running) this.#panel.classList.remove("run-bad");
  }

  #fail = (error: unknown): void => {
    this.#panel.classList.add("run-bad");
    this.#say(explain(error));
  };

  #say(text: string): void {
    if (this.#state.textContent !== text) this.#state.textContent = text;
  }
}
