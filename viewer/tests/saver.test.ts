// Saving: one request in flight, the last text wins, nothing is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { QUIET_MS } from "../src/edit/saver";
import { gate, settle, world } from "./world";

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

test("a draft of who knows whom is shown, and never saved unasked", async () => {
  const { saver, disk, version, draft, shelf, quiet } = world();
  let released = 0;
  saver.hold("evil", version().revision, () => (released += 1));
  assert.equal(saver.state.kind, "held");
  saver.flush();
  assert.equal(await saver.settle(), false);
  await saver.refresh();
  await quiet();
  assert.equal(disk.text, "stub");
  assert.equal(shelf.length, 0, "it is not made one of this page");
  assert.equal(released, 0);
  saver.confirm();
  await settle();
  assert.equal(disk.text, "evil");
  assert.equal(released, 1);
  assert.equal(draft(), null);
});

test("typing makes a text that was only shown the reader's own", async () => {
  const { saver, disk, version, quiet } = world();
  let released = 0;
  saver.hold("old", version().revision, () => (released += 1));
  saver.edit("older");
  await quiet();
  assert.equal(disk.text, "older");
  assert.equal(released, 1);
});

test("a text that was only shown gives way to the file's", async () => {
  const { saver, disk, version } = world();
  saver.hold("evil", "r:another", () => undefined);
  assert.equal(saver.state.kind, "conflict");
  assert.equal(disk.text, "stub");
  saver.adopt(version());
  assert.equal(saver.held, false);
  assert.equal(saver.state.kind, "saved");
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
