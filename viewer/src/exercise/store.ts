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

type Revealed = Pick<ExerciseEntry, "hints" | "solution_revealed">;

/** Files may be saved fifty times a second; the list is not asked for so
 * often. */
const REFRESH_MS = 1_000;

export class Exercises {
  readonly #server: Server;
  #entries = new Map<string, Shown>();
  /** Whether progress outlives the server. */
  saved = true;
  /** Whether a reset of all can be taken back. */
  backups = false;
  readonly #listeners: Array<() => void> = [];
  #refresh = 0;
  /** How many events there were, and at which one each entry was told of. */
  #events = 0;
  #told = new Map<string, number>();
  /** The same for its text. */
  #wrote = new Map<string, number>();

  constructor(server: Server) {
    this.#server = server;
    document.addEventListener("visibilitychange", () => {
      if (this.#refresh < 0 && !document.hidden) this.#soon();
    });
  }

  /** In the order of the book. */
  all(): ExerciseEntry[] {
    return Array.from(this.#entries.values(), ({ entry }) => entry);
  }

  find(id: string): Shown | undefined {
    return this.#entries.get(id);
  }

  /** The first one after this that is not solved, or the first of all. */
  after(id: string): ExerciseEntry | undefined {
    const all = this.all();
    const at = all.findIndex((entry) => entry.id === id) + 1;
    return [...all.slice(at), ...all.slice(0, at)].find(
      (entry) => entry.state !== "solved" && entry.id !== id,
    );
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async refresh(): Promise<void> {
    const asked = this.#events;
    const { exercises, saved, backups_all } =
      await this.#server.get<ExerciseList>("/api/exercises");
    this.saved = saved ?? true;
    this.backups = backups_all ?? false;
    const before = this.#entries;
    this.#entries = new Map(
      exercises.map((listed) => {
        const { id } = listed;
        const known = before.get(id);
        const checking = known?.checking ?? false;
        if (known === undefined) return [id, { entry: listed, checking }];
        // What was told after the question is newer than the answer.
        const newer = (this.#told.get(id) ?? 0) > asked;
        const { revision } =
          (this.#wrote.get(id) ?? 0) > asked ? known.entry : listed;
        const entry = { ...listed, revision } as ExerciseEntry;
        const { state, verdict, warnings, judged, results } = known.entry;
        if (!newer) {
          const same = entry.revision === judged ? { judged, results } : {};
          const kept = { ...entry, ...same } as ExerciseEntry;
          return [id, { entry: kept, checking }];
        }
        const told = { state, verdict, warnings, judged, results };
        const merged = { ...entry, ...told } as ExerciseEntry;
        return [id, { entry: merged, checking }];
      }),
    );
    this.#changed();
  }

  event(event: BookEvent): void {
    if (event.kind === "file" && event.of === "exercise") {
      const { name, revision } = event;
      const entry = this.#entries.get(name)?.entry;
      this.#wrote.set(name, (this.#events += 1));
      if (entry !== undefined) {
        this.#update(name, { entry: { ...entry, revision } });
      }
      this.#soon();
    }
    if (event.kind === "checking") this.#update(event.id, { checking: true });
    if (event.kind === "not-checked") {
      this.#update(event.id, { checking: false });
    }
    if (event.kind !== "exercise") return;
    const known = this.#entries.get(event.id);
    if (known === undefined) return;
    this.#told.set(event.id, (this.#events += 1));
    const { verdict, warnings = [] } = event;
    const { state } = verdict;
    const told = { judged: event.revision, results: event.checks };
    const change = { state, verdict, warnings, outdated: false };
    const entry = { ...known.entry, ...told, ...change } as ExerciseEntry;
    this.#update(event.id, { entry, checking: false });
    // When it was solved, the server knows.
    if (state === "solved" && known.entry.state !== "solved") this.#soon();
  }

  async check(id: string): Promise<void> {
    await this.#server.post("/api/check", { id });
  }

  async reveal(
    id: string,
    what: "hint" | "solution",
    check?: string,
  ): Promise<void> {
    const body = { id, what, ...(check === undefined ? {} : { check }) };
    const told = await this.#server.call<Revealed>("/api/reveal", body);
    const known = this.#entries.get(id);
    if (known === undefined) return;
    const { hints, solution_revealed } = { ...known.entry, ...told };
    const entry = { ...known.entry, hints, solution_revealed };
    this.#update(id, { entry: entry as ExerciseEntry });
  }

  #soon(): void {
    if (this.#refresh > 0) return;
    // Nobody looks: when somebody does.
    if (document.hidden) {
      this.#refresh = -1;
      return;
    }
    this.#refresh = window.setTimeout(() => {
      this.#refresh = 0;
      // Without a server this is asked again when it is back.
      this.refresh().catch(() => undefined);
    }, REFRESH_MS);
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
