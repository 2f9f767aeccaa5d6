// The server's events, and whether it is there at all.
//
// A browser gives one origin six connections. A page that nobody looks at
// gives its own back after a while, or the seventh open chapter would hang.

import { Refused, type Server } from "./api";
import type { BookEvent } from "./types";

export interface Listener {
  event(event: BookEvent): void;
  /** The connection stands, for the first time or again: states may have
   * changed meanwhile. */
  connected(): void;
  /** The server has been away for a while. */
  gone(): void;
  /** Another server answers now: this page's token is no longer good. True
   * when there is a new one. */
  replaced(): Promise<boolean>;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const GONE_AFTER_MS = 2_000;
const HIDDEN_AFTER_MS = 60_000;

export function listen(server: Server, listener: Listener): void {
  let source: EventSource | null = null;
  let wait = FIRST_WAIT_MS;
  let away = 0;
  let hide = 0;

  const close = (): void => {
    source?.close();
    source = null;
  };

  const open = (): void => {
    if (source !== null) return;
    const token = encodeURIComponent(server.token);
    const opened = new EventSource(`/api/events?token=${token}`);
    source = opened;
    opened.onopen = () => {
      wait = FIRST_WAIT_MS;
      clearTimeout(away);
      away = 0;
      listener.connected();
    };
    opened.onmessage = (message: MessageEvent<string>) => {
      listener.event(JSON.parse(message.data) as BookEvent);
    };
    opened.onerror = () => {
      // The browser would try again by itself, but not after a refusal.
      if (source === opened) lost();
    };
  };

  const lost = (): void => {
    close();
    if (away === 0) away = window.setTimeout(listener.gone, GONE_AFTER_MS);
    setTimeout(() => void again(), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  const again = async (): Promise<void> => {
    try {
      await server.get("/api/exercises");
    } catch (error) {
      const refused = error instanceof Refused ? error.status : 0;
      if (refused === 0) return lost();
      if (refused === 401 || refused === 403) {
        const good = await listener.replaced().catch(() => null);
        if (good === null) return lost();
        if (!good) return;
      }
    }
    open();
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(hide);
    if (!document.hidden) open();
    else hide = window.setTimeout(close, HIDDEN_AFTER_MS);
  });
  // Some browsers let a page in the back/forward cache keep its connection.
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}
