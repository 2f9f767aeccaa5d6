// A browser's storage, in memory, that may be full.

import type { Shelf } from "../src/edit/drafts";

export class MemoryShelf implements Shelf {
  readonly items = new Map<string, string>();
  full = false;

  get length(): number {
    return this.items.size;
  }

  key(index: number): string | null {
    return Array.from(this.items.keys())[index] ?? null;
  }

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.full) throw new Error("QuotaExceededError");
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}

/** Signs in a way that anybody could. */
export const SIGNER = {
  start: "start",
  mac: async (text: string): Promise<string> => `signed ${text}`,
};
