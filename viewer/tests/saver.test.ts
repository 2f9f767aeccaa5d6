// Saving: one request in flight, the last text wins, nothing is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "../src/edit/drafts";
import {
  QUIET_MS,
  Saver,
  type SaveState,
  type Version,
} from "../src/edit/saver";
import { MemoryShelf } from "./shelf";

const FILE = { kind: "exercise", name: "semaphore" } as const;

/** A disk, a browser and a clock that do what a test asks. */
function world(start = "stub") {
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
  const drafts = new Drafts(shelf, FILE, "page");
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
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

function gate() {
  let open = (): void => undefined;
  const held = new Promise<void>((done) => (open = done));
  return { held, open };
}

test("a text is saved when the reader pauses, and is a draft until then", async () => {
  const { saver, disk, timers, quiet, draft, requests } = world();
  saver.edit("a");
  saver.edit("ab");
  assert.equal(draft(), "ab");
  assert.equal(timers.size, 1);
  assert.equal(Array.from(timers.values())[0]?.ms, QUIET_MS);
  assert.deepEqual(requests, []);
  await quiet();
  assert.deepEqual(requests, ["ab"]);
  assert.equal(disk.text, "ab");
  assert.equal(saver.state.kind, "saved");
  assert.equal(draft(), null);
});

test("one request at a time, and then the last text", async () => {
  const { saver, disk, quiet, control, requests, draft } = world();
  const { held, open } = gate();
  control.hold = held;
  saver.edit("a");
  await quiet();
  saver.edit("ab");
  await quiet();
  saver.edit("abc");
  await quiet();
  assert.deepEqual(requests, ["a"]);
  assert.equal(draft(), "abc");
  control.hold = null;
  open();
  await settle();
  assert.deepEqual(requests, ["a", "abc"]);
  assert.equal(disk.text, "abc");
  assert.equal(saver.state.kind, "saved");
});

test("what is taken back while its save is under way is saved too", async () => {
  const { saver, disk, quiet, control, draft } = world();
  const { held, open } = gate();
  control.hold = held;
  saver.edit("a");
  await quiet();
  saver.edit("stub");
  assert.equal(draft(), "stub");
  control.hold = null;
  open();
  await settle();
  await quiet();
  assert.equal(disk.text, "stub");
  assert.equal(saver.state.kind, "saved");
  assert.equal(draft(), null);
});

test("nothing is saved while an input method is at work", async () => {
  const { saver, timers, quiet, disk, draft } = world();
  saver.compose(true);
  saver.edit("に");
  assert.equal(timers.size, 0);
  saver.flush();
  await settle();
  assert.equal(disk.text, "stub");
  assert.equal(draft(), "に");
  saver.compose(false);
  await quiet();
  assert.equal(disk.text, "に");
});

test("a failure keeps the draft, and the next edit tries again", async () => {
  const { saver, quiet, control, draft, disk } = world();
  control.fail = new Error("The disk is full.");
  saver.edit("a");
  await quiet();
  assert.deepEqual(saver.state, {
    kind: "failed",
    why: "The disk is full.",
    away: false,
  });
  assert.equal(draft(), "a");
  saver.edit("ab");
  await quiet();
  assert.equal(disk.text, "ab");
});

test("a server that comes back is given what it missed", async () => {
  const { saver, quiet, control, disk } = world();
  control.fail = new Error("away");
  saver.edit("a");
  await quiet();
  assert.equal(saver.state.kind, "failed");
  await saver.refresh();
  await settle();
  assert.equal(disk.text, "a");
  assert.equal(saver.state.kind, "saved");
});

test("an answer that was lost is no conflict", async () => {
  const { saver, quiet, control, disk, version } = world();
  control.fail = new Error("away");
  saver.edit("a");
  await quiet();
  // The server had written it before it went.
  disk.text = "a";
  await saver.refresh();
  assert.equal(saver.state.kind, "saved");
  assert.equal(saver.base.revision, version().revision);
});

test("another's text is shown at once when nothing is unsaved", async () => {
  const { saver, disk, shown, version } = world();
  disk.text = "theirs";
  await saver.announced(version().revision);
  assert.deepEqual(shown, ["theirs"]);
  assert.equal(saver.text, "theirs");
  assert.equal(saver.state.kind, "saved");
});

test("changes that come fast are looked at one by one, the last one last", async () => {
  const { saver, disk, control, version } = world();
  const { held, open } = gate();
  control.slow = held;
  for (const text of ["one", "two", "three"]) {
    disk.text = text;
    void saver.announced(version().revision);
  }
  assert.equal(control.loads, 1);
  control.slow = null;
  open();
  await settle();
  assert.equal(control.loads, 2);
  assert.equal(saver.text, "three");
  assert.equal(saver.base.revision, version().revision);
});

test("one's own save is no foreign change, whichever comes first", async () => {
  const { saver, quiet, control, shown } = world();
  const { held, open } = gate();
  control.hold = held;
  saver.edit("a");
  await quiet();
  await saver.announced("r:a");
  open();
  await settle();
  await saver.announced("r:a");
  assert.deepEqual(shown, []);
  assert.equal(saver.state.kind, "saved");
});

async function conflict() {
  const all = world();
  all.saver.edit("mine");
  all.disk.text = "theirs";
  await all.saver.announced(all.version().revision);
  assert.equal(all.saver.state.kind, "conflict");
  assert.equal(all.draft(), "mine");
  return all;
}

test("both changed: nothing is written until the reader chooses", async () => {
  const { saver, quiet, disk, requests, draft } = await conflict();
  saver.edit("mine too");
  await quiet();
  saver.flush();
  await settle();
  assert.deepEqual(requests, []);
  assert.equal(disk.text, "theirs");
  assert.equal(draft(), "mine too");
});

test("a save that finds another text is a conflict too", async () => {
  const { saver, disk, quiet } = world();
  disk.text = "theirs";
  saver.edit("mine");
  await quiet();
  assert.equal(saver.state.kind, "conflict");
  assert.equal(disk.text, "theirs");
});

test("keep mine: the server keeps theirs", async () => {
  const { saver, disk, kept, notes, draft } = await conflict();
  await saver.keepMine();
  assert.equal(disk.text, "mine");
  assert.deepEqual(kept, ["theirs"]);
  assert.equal(saver.state.kind, "saved");
  assert.equal(draft(), null);
  assert.match(notes.join(), /file's was kept/);
});

test("take theirs: the server keeps mine", async () => {
  const { saver, disk, kept, shown, notes, draft } = await conflict();
  await saver.takeTheirs();
  assert.equal(disk.text, "theirs");
  assert.deepEqual(kept, ["mine"]);
  assert.deepEqual(shown, ["theirs"]);
  assert.equal(saver.state.kind, "saved");
  assert.equal(draft(), null);
  assert.match(notes.join(), /Yours was kept in \.book\/backups\/1/);
});

test("merged: the server keeps both", async () => {
  const { saver, disk, kept } = await conflict();
  saver.edit("both");
  await saver.keepMerged("mine");
  assert.equal(disk.text, "both");
  assert.deepEqual(kept, ["mine", "theirs"]);
  assert.equal(saver.state.kind, "saved");
});

test("a choice that fails changes nothing, and says why", async () => {
  for (const choose of ["keepMine", "takeTheirs"] as const) {
    const { saver, disk, control, draft } = await conflict();
    control.fail = new Error("The disk is full.");
    await saver[choose]();
    const { state } = saver;
    assert.ok(state.kind === "conflict" && /full/.test(state.problem));
    assert.equal(disk.text, "theirs");
    assert.equal(saver.text, "mine");
    assert.equal(draft(), "mine");
  }
});

test("the disk changes again while one chooses: one is asked again", async () => {
  const { saver, disk, version } = await conflict();
  disk.text = "theirs again";
  await saver.announced(version().revision);
  await saver.keepMine();
  assert.equal(disk.text, "mine");
  const second = await conflict();
  second.disk.text = "theirs again";
  await second.saver.keepMine();
  const { state } = second.saver;
  assert.ok(state.kind === "conflict");
  assert.equal(state.theirs.text, "theirs again");
  assert.equal(second.disk.text, "theirs again");
});

test("a draft of before is saved where the disk is at its base", async () => {
  const { saver, disk, version } = world();
  saver.restore("mine", version().revision);
  await settle();
  assert.equal(disk.text, "mine");
  assert.equal(saver.state.kind, "saved");
});

test("a draft of another base is a conflict, and its text is kept", async () => {
  const { saver, disk, draft } = world();
  saver.restore("mine", "r:long ago");
  await settle();
  assert.equal(saver.state.kind, "conflict");
  assert.equal(disk.text, "stub");
  assert.equal(draft(), "mine");
});

test("the page is at risk only when the browser refuses drafts", async () => {
  const { saver, shelf, quiet } = world();
  saver.edit("a");
  assert.equal(saver.atRisk, false);
  shelf.full = true;
  saver.edit("ab");
  assert.equal(saver.atRisk, true);
  await quiet();
  assert.equal(saver.atRisk, false);
});

test("settle waits for what is under way", async () => {
  const { saver, quiet, control, disk } = world();
  const { held, open } = gate();
  control.hold = held;
  saver.edit("a");
  await quiet();
  saver.edit("ab");
  const settled = saver.settle();
  control.hold = null;
  open();
  assert.equal(await settled, true);
  assert.equal(disk.text, "ab");
});
