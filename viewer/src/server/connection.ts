// One connection to the server's events, opened again after each failure.

import type { Server } from "./api";
import type { BookEvent } from "./types";

export interface Listener {
  event(event: BookEvent): void;
  /** The connection stands, for the first time or again: states may have
   * changed meanwhile. */
  connected(): void;
  /** The server has been away for a while. */
  gone(): void;
  /** The server was started again: this page's token is no longer good. True
   * when there is a new one. */
  replaced(): Promise<boolean>;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const GONE_AFTER_MS = 2_000;

export class Connection {
  readonly #server: Server;
  readonly #listener: Listener;
  #source: EventSource | null = null;
  #wait = FIRST_WAIT_MS;
  #away = 0;
  #retry = 0;
  /** What was begun before the last `close` must not go on. */
  #life = 0;
  #wanted = false;
  #opened = false;

  constructor(server: Server, listener: Listener) {
    this.#server = server;
    this.#listener = listener;
  }

  open(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#life += 1;
    this.#wait = FIRST_WAIT_MS;
    // The page itself came from the server just now; later on, somebody else
    // may have the port.
    if (this.#opened) void this.#again();
    else this.#connect();
    this.#opened = true;
  }

  close(): void {
    this.#wanted = false;
    this.#drop();
    clearTimeout(this.#retry);
    clearTimeout(this.#away);
    this.#away = 0;
  }

  #drop(): void {
    this.#source?.close();
    this.#source = null;
  }

  #connect(): void {
    const token = encodeURIComponent(this.#server.token);
    const opened = new EventSource(`/api/events?token=${token}`);
    this.#source = opened;
    opened.onopen = () => {
      this.#server.known = true;
      this.#wait = FIRST_WAIT_MS;
      clearTimeout(this.#away);
      this.#away = 0;
      this.#listener.connected();
    };
    opened.onmessage = (message: MessageEvent<string>) => {
      this.#listener.event(JSON.parse(message.data) as BookEvent);
    };
    opened.onerror = () => {
      // The browser would try again by itself, but not after a refusal.
      if (this.#source === opened) this.#lost();
    };
  }

  #lost(): void {
    this.#server.known = false;
    this.#drop();
    if (this.#away === 0) {
      this.#away = window.setTimeout(
        () => this.#listener.gone(),
        GONE_AFTER_MS,
      );
    }
    this.#retry = window.setTimeout(() => void this.#again(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  async #again(): Promise<void> {
    const life = this.#life;
    const over = (): boolean => !this.#wanted || life !== this.#life;
    try {
      const same = await this.#server.prove();
      if (over()) return;
      // Good: with the new token this connection is another one's.
      if (!same && !(await this.#listener.replaced())) return;
      if (!over()) this.#connect();
    } catch {
      if (!over()) this.#lost();
    }
  }
}
