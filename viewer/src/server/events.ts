// The server's events, and whether it is there at all.

import type { Server } from "./api";
import { Connection, type Listener } from "./connection";
import { Share, type Message } from "./share";

const HIDDEN_AFTER_MS = 60_000;

export function listen(server: Server, listener: Listener): void {
  const shared = "locks" in navigator && "BroadcastChannel" in window;
  if (shared) together(server, listener);
  else alone(server, listener);
}

/** A page that nobody looks at gives its connection back after a while. */
function alone(server: Server, listener: Listener): void {
  const connection = new Connection(server, listener);
  const open = (): void => connection.open();
  const close = (): void => connection.close();
  let hide = 0;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hide);
    if (!document.hidden) open();
    else hide = window.setTimeout(close, HIDDEN_AFTER_MS);
  });
  awake(open, close);
  open();
}

/** All pages with this token share the connection of one of them. */
function together(server: Server, listener: Listener): void {
  let group: Group | null = null;
  const leave = (): void => {
    group?.leave();
    group = null;
  };
  const join = (): void => {
    group ??= new Group(server, listener, renew);
  };
  let renewing: Promise<boolean> | null = null;
  const renew = (): Promise<boolean> => {
    renewing ??= listener
      .replaced()
      .then((good) => {
        leave();
        // Among those with the new token.
        if (good) join();
        return false;
      })
      .finally(() => (renewing = null));
    return renewing;
  };
  awake(join, leave);
  join();
}

/** A page that is put aside lets go, and begins again when it is back. */
function awake(open: () => void, close: () => void): void {
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  document.addEventListener("freeze", close);
  document.addEventListener("resume", open);
}

/** This page among those that share a connection. */
class Group {
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  readonly #share: Share;
  #release: () => void = () => undefined;
  #left = false;

  constructor(
    server: Server,
    listener: Listener,
    renew: () => Promise<boolean>,
  ) {
    this.#name = `tokio-book:events:${server.token}`;
    this.#channel = new BroadcastChannel(this.#name);
    const connect = () => connection.open();
    const disconnect = () => connection.close();
    this.#share = new Share(
      {
        post: (message) => this.#channel.postMessage(message),
        connect,
        disconnect,
        take: () => this.#ask(true),
        renew,
        // Not all pages at the same moment.
        set: (task, ms) =>
          window.setTimeout(task, ms + (Math.random() * ms) / 2),
        clear: (timer) => clearTimeout(timer),
      },
      listener,
    );
    const connection = new Connection(server, this.#share.connection);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) =>
      this.#share.heard(data);
    this.#ask(false);
    this.#share.join();
  }

  leave(): void {
    this.#left = true;
    this.#share.leave();
    this.#release();
    this.#channel.close();
  }

  /** Waits for its turn to lead, or takes it. */
  #ask(steal: boolean): void {
    this.#release();
    const given = new AbortController();
    let done = (): void => undefined;
    const held = new Promise<void>((end) => (done = end));
    this.#release = () => {
      given.abort();
      done();
    };
    navigator.locks
      .request(this.#name, steal ? { steal } : { signal: given.signal }, () => {
        if (!given.signal.aborted) this.#share.granted();
        return held;
      })
      .catch(() => {
        // Given up here, or taken by another page.
        if (this.#left || given.signal.aborted) return;
        this.#share.lost();
        this.#ask(false);
      });
  }
}
