// What a reader has typed and the server has not acknowledged, kept in this
// browser: it outlives the page, the server and a crash of either.
//
// Several pages may edit one file, so a draft belongs to a page. A page that
// lives holds a lock; drafts without one are orphans, for the next page that
// opens the file.

import type { FileRef } from "../server/types";

const PREFIX = "tokio-book:draft:";

export interface Draft {
  key: string;
  /** The revision of the file that it was typed into. */
  base: string;
  /** The page that wrote it. */
  page: string;
  text: string;
  /** When; milliseconds since 1970. */
  at: number;
}

/** Storage that may be closed, full, or missing. */
export type Shelf = Pick<
  Storage,
  "getItem" | "setItem" | "removeItem" | "key" | "length"
>;

export class Drafts {
  readonly #shelf: Shelf | null;
  readonly #file: string;
  readonly #page: string;
  #key: string | null = null;

  constructor(shelf: Shelf | null, file: FileRef, page: string) {
    this.#shelf = shelf;
    this.#file = `${PREFIX}${file.kind}/${file.name}:`;
    this.#page = page;
  }

  /** False when the browser did not take it. */
  put(base: string, text: string, at = Date.now()): boolean {
    const key = `${this.#file}${base}:${this.#page}`;
    try {
      if (this.#shelf === null) return false;
      this.#shelf.setItem(key, JSON.stringify({ text, at }));
    } catch {
      return false;
    }
    // Only after the new one stands.
    if (this.#key !== key) this.clear();
    this.#key = key;
    return true;
  }

  /** The server has it. */
  clear(): void {
    if (this.#key !== null) this.drop(this.#key);
    this.#key = null;
  }

  drop(key: string): void {
    try {
      this.#shelf?.removeItem(key);
    } catch {
      // It is offered again; nothing is lost.
    }
  }

  /** Those of pages that are gone, the newest first. */
  async orphans(gone: (page: string) => Promise<boolean>): Promise<Draft[]> {
    const found: Draft[] = [];
    for (const draft of this.#all()) {
      if (draft.page !== this.#page && (await gone(draft.page))) {
        found.push(draft);
      }
    }
    return found.sort((a, b) => b.at - a.at);
  }

  #all(): Draft[] {
    const drafts: Draft[] = [];
    try {
      const shelf = this.#shelf;
      for (let i = 0; shelf !== null && i < shelf.length; i += 1) {
        const key = shelf.key(i);
        if (key === null || !key.startsWith(this.#file)) continue;
        const draft = read(key, this.#file, shelf.getItem(key));
        if (draft !== null) drafts.push(draft);
      }
    } catch {
      // Closed storage holds no drafts.
    }
    return drafts;
  }
}

function read(key: string, file: string, value: string | null): Draft | null {
  const [base, page] = key.slice(file.length).split(":");
  if (value === null || base === undefined || page === undefined) return null;
  try {
    const { text, at } = JSON.parse(value) as { text: unknown; at: unknown };
    if (typeof text !== "string") return null;
    return { key, base, page, text, at: typeof at === "number" ? at : 0 };
  } catch {
    return null;
  }
}

/** This page's own name, and whether another page still lives. */
export class Pages {
  readonly me: string;

  constructor() {
    this.me = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
    // Held until the page ends, however it ends.
    void navigator.locks
      ?.request(lock(this.me), () => new Promise(() => undefined))
      .catch(() => undefined);
  }

  /** Waits a moment: the page before a reload may still be on its way out. */
  gone = async (page: string): Promise<boolean> => {
    if (navigator.locks === undefined) return true;
    try {
      const signal = AbortSignal.timeout(1_000);
      await navigator.locks.request(lock(page), { signal }, () => undefined);
      return true;
    } catch {
      return false;
    }
  };
}

const lock = (page: string): string => `tokio-book:page:${page}`;

export function shelf(): Shelf | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
