// Drafts: what was typed is kept until the server has it, page by page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "../src/edit/drafts";
import { MemoryShelf } from "./shelf";

const FILE = { kind: "exercise", name: "semaphore" } as const;
const gone = async () => true;
const alive = async () => false;

test("a draft is found by the next page, with its base", async () => {
  const shelf = new MemoryShelf();
  new Drafts(shelf, FILE, "one").put("r1", "mine", 5);
  const found = await new Drafts(shelf, FILE, "two").orphans(gone);
  assert.deepEqual(
    found.map(({ base, page, text, at }) => ({ base, page, text, at })),
    [{ base: "r1", page: "one", text: "mine", at: 5 }],
  );
});

test("a page that lives keeps its drafts to itself", async () => {
  const shelf = new MemoryShelf();
  new Drafts(shelf, FILE, "one").put("r1", "mine");
  assert.deepEqual(await new Drafts(shelf, FILE, "two").orphans(alive), []);
});

test("a page has one draft of a file, of the newest base", async () => {
  const shelf = new MemoryShelf();
  const drafts = new Drafts(shelf, FILE, "one");
  drafts.put("r1", "a");
  drafts.put("r1", "ab");
  drafts.put("r2", "abc");
  assert.equal(shelf.length, 1);
  drafts.clear();
  assert.equal(shelf.length, 0);
});

test("the old draft stays when the new one does not fit", () => {
  const shelf = new MemoryShelf();
  const drafts = new Drafts(shelf, FILE, "one");
  assert.equal(drafts.put("r1", "a"), true);
  shelf.full = true;
  assert.equal(drafts.put("r2", "ab"), false);
  assert.match(Array.from(shelf.items.values()).join(), /"a"/);
});

test("the newest orphan comes first, another file's never", async () => {
  const shelf = new MemoryShelf();
  new Drafts(shelf, FILE, "one").put("r1", "old", 1);
  new Drafts(shelf, FILE, "two").put("r1", "new", 2);
  const other = { kind: "example", name: "semaphore" } as const;
  new Drafts(shelf, other, "one").put("r1", "other", 3);
  const found = await new Drafts(shelf, FILE, "three").orphans(gone);
  assert.deepEqual(
    found.map(({ text }) => text),
    ["new", "old"],
  );
});

test("what cannot be read, and storage that is closed, are no drafts", async () => {
  const shelf = new MemoryShelf();
  shelf.setItem("tokio-book:draft:exercise/semaphore:r1:one", "{");
  shelf.setItem("tokio-book:draft:exercise/semaphore:r1:two", '{"text":1}');
  assert.deepEqual(await new Drafts(shelf, FILE, "me").orphans(gone), []);
  const closed = new Drafts(null, FILE, "me");
  assert.equal(closed.put("r1", "a"), false);
  assert.deepEqual(await closed.orphans(gone), []);
});
