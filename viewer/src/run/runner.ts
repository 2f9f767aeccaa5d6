// Runs a program on the server and shows what it prints: a button that becomes
// Stop, and a panel.

import { element, keepKeys } from "../dom";
import { explain, type Server } from "../server/api";
import { readStream } from "../server/ndjson";
import type { Diagnostic, RunEvent } from "../server/types";
import { Log } from "./log";
import { endWords } from "./words";

type Ended = Extract<RunEvent, { kind: "ended" }>;

export interface Task {
  /** What `POST /api/run` is told. */
  body: object;
  /** On the button. */
  label: string;
  /** What is run, for screen readers, who hear "Run" before it. */
  what: string;
  /** Above what it prints. */
  title: string;
  /** Before it starts; false: it must not. */
  before?(): Promise<boolean>;
  diagnostic?(found: Diagnostic): void;
  ended?(event: Ended): void;
}

export class Runner {
  readonly button = element("button", "listing-run");
  readonly panel = element("div", "run-output");
  readonly #server: Server;
  readonly #task: Task;
  readonly #state = element("p", "run-state");
  readonly #log: Log;
  /** While a program runs: what stops it. */
  #stop: (() => void) | null = null;
  #stopping = false;

  constructor(server: Server, task: Task) {
    this.#server = server;
    this.#task = task;
    this.#log = new Log(`Output of ${task.what}`);
    this.#state.setAttribute("role", "status");
    this.panel.hidden = true;
    const hide = element("button", "book-link run-hide", "Hide");
    hide.type = "button";
    hide.setAttribute("aria-label", `Hide the output of ${task.what}`);
    hide.addEventListener("click", () => {
      this.panel.hidden = true;
      this.button.focus();
    });
    const head = element("div", "run-head");
    head.append(element("b", "run-title", task.title), this.#state, hide);
    this.panel.append(head, this.#log.element);
    keepKeys(this.panel);
    this.button.type = "button";
    this.#name(task.label, "Run");
    this.button.addEventListener("click", () => {
      if (this.#stop === null) this.start();
      else this.#stop();
    });
  }

  /** Nothing, while it runs already. */
  start(): void {
    if (this.#stop === null) void this.#run();
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
    this.panel.hidden = false;
    this.#say("Starting…");
    this.#inSight();
    try {
      if ((await this.#task.before?.()) === false) {
        throw new Error("Not started: the text could not be saved.");
      }
      const { body } = this.#task;
      const response = await this.#server.post("/api/run", body, cancel.signal);
      if (response.body === null) throw new Error("The answer was empty.");
      let ended: Ended | null = null;
      await readStream<RunEvent>(response.body, (event) => {
        if (event.kind === "started") run = event.run;
        if (event.kind === "ended") ended = event;
        this.#take(event);
      });
      if (ended === null) {
        throw new Error("The connection to the server was lost.");
      }
      this.#inSight();
      this.#task.ended?.(ended);
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
      case "diagnostic":
        return this.#task.diagnostic?.(event);
      case "ended":
        this.#log.flush();
        this.panel.classList.toggle("run-bad", event.code !== 0);
        return this.#say(endWords(event));
    }
  }

  /** It stands below the button that was pressed: mostly it is in sight. */
  #inSight(): void {
    this.panel.scrollIntoView({ block: "nearest" });
  }

  #running(running: boolean): void {
    this.panel.classList.toggle("run-now", running);
    if (running) this.#name("Stop", "Stop");
    else this.#name(this.#task.label, "Run");
    if (running) this.panel.classList.remove("run-bad");
  }

  #name(label: string, verb: string): void {
    this.button.textContent = label;
    this.button.setAttribute("aria-label", `${verb} ${this.#task.what}`);
  }

  #fail = (error: unknown): void => {
    this.panel.classList.add("run-bad");
    this.#say(explain(error));
  };

  #say(text: string): void {
    if (this.#state.textContent !== text) this.#state.textContent = text;
  }
}
