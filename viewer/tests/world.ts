// A disk, a browser and a clock for the tests of saving.

import assert from "node:assert/strict";
import { Drafts } from "../src/edit/drafts";
import { Saver, type SaveState, type Version } from "../src/edit/saver";
import { MemoryShelf, SIGNER } from "./shelf";

const FILE = { kind: "exercise", name: "semaphore" } as const;

/** A disk, a browser and a clock that do what a test asks. */
export function world(start = "stub") {
  const shelf = new MemoryShelf();
  const disk = { text: start };
  const kept: string[] = [];
  const requests: string[] = [];
  const shown: string[] = [];
  const notes: string[] = [];
  const states: string[] = [];
  const timers = new Map<number, { task: () => void; ms: number }>();
  let next = 0;
  const control = {
    /** What the next save fails with. */
    fail: null as Error | null,
    /** While set, what was read waits on its way. */
    slow: null as Promise<void> | null,
    loads: 0,
    /** While set, saves wait. */
    hold: null as Promise<void> | null,
  };
  const version = (): Version => ({
    text: disk.text,
    revision: `r:${disk.text}`,
  });
  const drafts = new Drafts(shelf, FILE, "page", SIGNER);
  const saver = new Saver(
    version(),
    {
      async load() {
        control.loads += 1;
        const read = version();
        if (control.slow !== null) await control.slow;
        return read;
      },
      async save(text, base, over) {
        requests.push(`${over ? "over " : ""}${text}`);
        if (control.hold !== null) await control.hold;
        const { fail } = control;
        control.fail = null;
        if (fail !== null) throw fail;
        if (base !== version().revision && disk.text !== text) {
          return { theirs: version() };
        }
        if (over) kept.push(disk.text);
        disk.text = text;
        return { revision: version().revision };
      },
      async keep(text) {
        const { fail } = control;
        control.fail = null;
        if (fail !== null) throw fail;
        kept.push(text);
        return `.book/backups/${kept.length}`;
      },
    },
    drafts,
    {
      state: (state: SaveState) => states.push(state.kind),
      show: (text) => shown.push(text),
      note: (text) => notes.push(text),
      explain: (error) => ({
        why: (error as Error).message,
        away: (error as Error).message === "away",
      }),
    },
    {
      set(task, ms) {
        timers.set((next += 1), { task, ms });
        return next;
      },
      clear: (timer) => void timers.delete(timer),
    },
  );
  /** The reader pauses. */
  const quiet = async () => {
    const due = Array.from(timers.values());
    timers.clear();
    for (const { task } of due) task();
    await settle();
  };
  const draft = () => {
    const [value] = Array.from(shelf.items.values());
    return value === undefined
      ? null
      : (JSON.parse(value) as { text: string }).text;
  };
  return {
    saver,
    disk,
    kept,
    requests,
    shown,
    notes,
    states,
    timers,
    control,
    shelf,
    quiet,
    draft,
    version,
  };
}

/** Lets everything that is due happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

export function gate() {
  let open = (): void => undefined;
  const held = new Promise<void>((done) => (open = done));
  return { held, open };
}

/** Both have changed. */
export async function conflict() {
  const all = world();
  all.saver.edit("mine");
  all.disk.text = "theirs";
  await all.saver.announced(all.version().revision);
  assert.equal(all.saver.state.kind, "conflict");
  assert.equal(all.draft(), "mine");
  return all;
}
