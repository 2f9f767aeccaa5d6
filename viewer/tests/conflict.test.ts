// A file that was changed here and elsewhere: the reader chooses, and what is
// not chosen is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { conflict, settle, world } from "./world";

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
