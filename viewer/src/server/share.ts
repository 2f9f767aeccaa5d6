// One stream of events for all pages: a page that leads has the connection and
// passes on what it hears; the others follow, and one of them leads when it
// ends. This file knows no browser: events.ts gives it locks and channels.
//
// A browser gives one origin six connections; with a stream for each page the
// sixth open chapter would starve the others.

import type { Listener } from "./connection";
import type { BookEvent } from "./types";

/** What a page knows of the server: nothing yet, there, or away. */
export type Status = "unknown" | "up" | "gone";

/** What pages tell each other. */
export type Message =
  /** Of a page that joins, or doubts whether its leader lives. */
  | { kind: "hello" }
  /** Of the leader: `again` when the connection stands anew. `state`: what a
   * page must hear that comes now. */
  | { kind: "status"; status: Status; again: boolean; state: BookEvent[] }
  | { kind: "event"; event: BookEvent }
  | { kind: "replaced" };

export interface Ports {
  post(message: Message): void;
  /** This page leads now, or leads no longer. */
  connect(): void;
  disconnect(): void;
  /** Takes the lead from a page that does not answer. */
  take(): void;
  /** The token is no longer good; what the listener made of that. */
  renew(): Promise<boolean>;
  set(task: () => void, ms: number): number;
  clear(timer: number): void;
}

type Heard = Omit<Listener, "replaced">;

/** How long a leader may be silent before it is asked, and how long it may
 * take to answer. A frozen page keeps its lock and says nothing. */
export const SILENT_MS = 10_000;
export const ANSWER_MS = 5_000;

export class Share {
  readonly #ports: Ports;
  readonly #listener: Heard;
  #leads = false;
  #status: Status = "unknown";
  /** The last word on what goes on, as the server tells it to who connects. */
  readonly #state = new Map<string, BookEvent>();
  #doubt = 0;
  #left = false;

  constructor(ports: Ports, listener: Heard) {
    this.#ports = ports;
    this.#listener = listener;
  }

  get leads(): boolean {
    return this.#leads;
  }

  join(): void {
    this.#ports.post({ kind: "hello" });
    this.#alive();
  }

  leave(): void {
    this.#left = true;
    this.#ports.clear(this.#doubt);
    this.lost();
  }

  /** The lock is this page's. */
  granted(): void {
    if (this.#left || this.#leads) return;
    this.#leads = true;
    this.#ports.clear(this.#doubt);
    this.#state.clear();
    this.#ports.connect();
  }

  /** Another page took it. */
  lost(): void {
    if (!this.#leads) return;
    this.#leads = false;
    this.#ports.disconnect();
    if (!this.#left) this.#alive();
  }

  /** Of the leader's own connection. */
  readonly connection: Listener = {
    event: (event) => {
      this.#remember(event);
      this.#ports.post({ kind: "event", event });
      this.#listener.event(event);
    },
    connected: () => {
      // What goes on now, the server tells after this.
      this.#state.clear();
      this.#status = "up";
      this.#tell(true);
      this.#listener.connected();
    },
    gone: () => {
      this.#status = "gone";
      this.#tell(false);
      this.#listener.gone();
    },
    replaced: () => {
      this.#ports.post({ kind: "replaced" });
      return this.#ports.renew();
    },
  };

  heard(message: Message): void {
    if (this.#left) return;
    if (message.kind === "hello") {
      if (this.#leads) this.#tell(false);
      return;
    }
    // What a leader says that was taken for dead, to the one after it.
    if (this.#leads) return;
    this.#alive();
    switch (message.kind) {
      case "event":
        return this.#listener.event(message.event);
      case "status":
        return this.#follow(message.status, message.again, message.state);
      case "replaced":
        // Who fails here finds out again when it leads.
        return void this.#ports.renew().catch(() => undefined);
    }
  }

  #follow(status: Status, again: boolean, state: BookEvent[]): void {
    const before = this.#status;
    this.#status = status;
    if (status === "up" && (again || before !== "up")) {
      this.#listener.connected();
      for (const event of state) this.#listener.event(event);
    }
    if (status === "gone" && before !== "gone") this.#listener.gone();
  }

  #tell(again: boolean): void {
    const state = Array.from(this.#state.values());
    this.#ports.post({ kind: "status", status: this.#status, again, state });
  }

  /** As the server does for who connects: a book that does not build, and a
   * recorder that is not ready. */
  #remember(event: BookEvent): void {
    if (event.kind === "build-error") this.#state.set("book", event);
    if (event.kind === "built" || event.kind === "reload") {
      this.#state.delete("book");
    }
    if (event.kind !== "recorder") return;
    if (event.message === "") this.#state.delete("recorder");
    else this.#state.set("recorder", event);
  }

  /** The leader has been heard. */
  #alive(): void {
    const { clear, set, post, take } = this.#ports;
    clear(this.#doubt);
    this.#doubt = set(() => {
      this.#doubt = set(() => {
        this.#alive();
        take();
      }, ANSWER_MS);
      post({ kind: "hello" });
    }, SILENT_MS);
  }
}
