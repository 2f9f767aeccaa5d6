// The states of all exercises as the server knows them, and who wants to hear
// of a change.

import type { Server } from "../server/api";
import type {
  BookEvent,
  ExerciseEntry,
  ExerciseList,
  Verdict,
} from "../server/types";

export interface Shown {
  entry: ExerciseEntry;
  checking: boolean;
}

export class Exercises {
  readonly #server: Server;
  #entries = new Map<string, Shown>();
  /** Whether progress outlives the server. */
  saved = true;
  readonly #listeners: Array<() => void> = [];

  constructor(server: Server) {
    this.#server = server;
  }

  /** In the order of the book. */
  all(): ExerciseEntry[] {
    return Array.from(this.#entries.values(), ({ entry }) => entry);
  }

  find(id: string): Shown | undefined {
    return this.#entries.get(id);
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async refresh(): Promise<void> {
    const { exercises, saved } =
      await this.#server.get<ExerciseList>("/api/exercises");
    this.saved = saved ?? true;
    const before = this.#entries;
    this.#entries = new Map(
      exercises.map((entry) => {
        const checking = before.get(entry.id)?.checking ?? false;
        return [entry.id, { entry, checking }];
      }),
    );
    this.#changed();
  }

  event(event: BookEvent): void {
    if (event.kind === "checking") this.#update(event.id, { checking: true });
    if (event.kind !== "exercise") return;
    const known = this.#entries.get(event.id);
    if (known === undefined) return;
    const { verdict } = event;
    const { state } = verdict;
    const entry = { ...known.entry, state, verdict, outdated: false };
    this.#update(event.id, { entry, checking: false });
  }

  async check(id: string): Promise<void> {
    await this.#server.post("/api/check", { id });
  }

  async reveal(id: string, what: "hint" | "solution"): Promise<void> {
    await this.#server.post("/api/reveal", { id, what });
  }

  #update(id: string, change: Partial<Shown>): void {
    const known = this.#entries.get(id);
    if (known === undefined) return;
    this.#entries.set(id, { ...known, ...change });
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The verdict of an entry; the server may know no more than its state. */
export function verdictOf(entry: ExerciseEntry): Verdict {
  if (entry.verdict != null) return entry.verdict;
  return { state: entry.state === "solved" ? "solved" : "unsolved" };
}
