// What a reader has typed and the server has not acknowledged, kept in this
// browser: it outlives the page, the server and a crash of either.
//
// Several pages may edit one file, so a draft belongs to a page. A page that
// lives holds a lock; drafts without one are orphans, for the next page that
// opens the file.
//
// The storage of a browser belongs to whoever has the port, also before and
// after this book. So a draft is signed with the key of the checkout, and says
// of which start of the server it is: what a page of this start has typed is
// saved by the next one; what is older, or not signed, is only shown.

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
  from: Origin;
}

/** Typed since the server was started, in an earlier start, or who knows. */
export type Origin = "now" | "earlier" | "unknown";

/** Signs with the key of the checkout. */
export interface Signer {
  /** Names this start of the server. */
  readonly start: string;
  mac(text: string): Promise<string>;
}

interface Stored {
  text: string;
  at: number;
  start?: string;
  mac?: string;
}

const ORDER: Record<Origin, number> = { now: 0, earlier: 1, unknown: 2 };

/** Storage that may be closed, full, or missing. */
export type Shelf = Pick<
  Storage,
  "getItem" | "setItem" | "removeItem" | "key" | "length"
>;

export class Drafts {
  readonly #shelf: Shelf | null;
  readonly #file: string;
  readonly #page: string;
  readonly #signer: Signer;
  #key: string | null = null;

  constructor(
    shelf: Shelf | null,
    file: FileRef,
    page: string,
    signer: Signer,
  ) {
    this.#shelf = shelf;
    this.#signer = signer;
    this.#file = `${PREFIX}${file.kind}/${file.name}:`;
    this.#page = page;
  }

  /** False when the browser did not take it. */
  put(base: string, text: string, at = Date.now()): boolean {
    const key = `${this.#file}${base}:${this.#page}`;
    try {
      if (this.#shelf === null) return false;
      const stored = JSON.stringify({ text, at });
      this.#shelf.setItem(key, stored);
      void this.#sign(key, stored, { text, at });
    } catch {
      return false;
    }
    // Only after the new one stands.
    if (this.#key !== key) this.clear();
    this.#key = key;
    return true;
  }

  /** A moment later, unless a newer text stands there already. */
  async #sign(key: string, unsigned: string, draft: Stored): Promise<void> {
    const { start } = this.#signer;
    const signed = { ...draft, start, mac: await this.#mac(key, draft, start) };
    try {
      if (this.#shelf?.getItem(key) !== unsigned) return;
      this.#shelf.setItem(key, JSON.stringify(signed));
    } catch {
      // It stays unsigned: it is shown, and not saved by itself.
    }
  }

  #mac(key: string, { text, at }: Stored, start: string): Promise<string> {
    return this.#signer.mac(`draft\n${start}\n${key}\n${at}\n${text}`);
  }

  async #origin(key: string, stored: Stored): Promise<Origin> {
    const { start = "", mac } = stored;
    if (mac !== (await this.#mac(key, stored, start))) return "unknown";
    return start === this.#signer.start ? "now" : "earlier";
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

  /** Those of pages that are gone: the ones that are ours first, then the
   * newest. */
  async orphans(gone: (page: string) => Promise<boolean>): Promise<Draft[]> {
    const found: Draft[] = [];
    for (const { stored, ...draft } of this.#all()) {
      if (draft.page !== this.#page && (await gone(draft.page))) {
        const from = await this.#origin(draft.key, stored);
        found.push({ ...draft, from });
      }
    }
    return found.sort((a, b) => ORDER[a.from] - ORDER[b.from] || b.at - a.at);
  }

  #all(): Read[] {
    const drafts: Read[] = [];
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

type Read = Omit<Draft, "from"> & { stored: Stored };

function read(key: string, file: string, value: string | null): Read | null {
  const [base, page] = key.slice(file.length).split(":");
  if (value === null || base === undefined || page === undefined) return null;
  try {
    const stored = JSON.parse(value) as Stored;
    const { text, at } = stored;
    if (typeof text !== "string") return null;
    return {
      key,
      base,
      page,
      text,
      at: typeof at === "number" ? at : 0,
      stored,
    };
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
