// Drafts: what was typed is kept until the server has it, page by page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "../src/edit/drafts";
import { MemoryShelf, SIGNER } from "./shelf";

const FILE = { kind: "exercise", name: "semaphore" } as const;
const gone = async () => true;
const alive = async () => false;

test("a draft is found by the next page, with its base", async () => {
  const shelf = new MemoryShelf();
  new Drafts(shelf, FILE, "one", SIGNER).put("r1", "mine", 5);
  const found = await new Drafts(shelf, FILE, "two", SIGNER).orphans(gone);
  assert.deepEqual(
    found.map(({ base, page, text, at }) => ({ base, page, text, at })),
    [{ base: "r1", page: "one", text: "mine", at: 5 }],
  );
});

test("a page that lives keeps its drafts to itself", async () => {
  const shelf = new MemoryShelf();
  new Drafts(shelf, FILE, "one", SIGNER).put("r1", "mine");
  assert.deepEqual(
    await new Drafts(shelf, FILE, "two", SIGNER).orphans(alive),
    [],
  );
});

test("a page has one draft of a file, of the newest base", async () => {
  const shelf = new MemoryShelf();
  const drafts = new Drafts(shelf, FILE, "one", SIGNER);
  drafts.put("r1", "a");
  drafts.put("r1", "ab");
  drafts.put("r2", "abc");
  assert.equal(shelf.length, 1);
  drafts.clear();
  assert.equal(shelf.length, 0);
});

test("the old draft stays when the new one does not fit", () => {
  const shelf = new MemoryShelf();
  const drafts = new Drafts(shelf, FILE, "one", SIGNER);
  assert.equal(drafts.put("r1", "a"), true);
  shelf.full = true;
  assert.equal(drafts.put("r2", "ab"), false);
  assert.match(Array.from(shelf.items.values()).join(), /"a"/);
});

test("the newest orphan comes first, another file's never", async () => {
  const shelf = new MemoryShelf();
  new Drafts(shelf, FILE, "one", SIGNER).put("r1", "old", 1);
  new Drafts(shelf, FILE, "two", SIGNER).put("r1", "new", 2);
  const other = { kind: "example", name: "semaphore" } as const;
  new Drafts(shelf, other, "one", SIGNER).put("r1", "other", 3);
  const found = await new Drafts(shelf, FILE, "three", SIGNER).orphans(gone);
  assert.deepEqual(
    found.map(({ text }) => text),
    ["new", "old"],
  );
});

test("what cannot be read, and storage that is closed, are no drafts", async () => {
  const shelf = new MemoryShelf();
  shelf.setItem("tokio-book:draft:exercise/semaphore:r1:one", "{");
  shelf.setItem("tokio-book:draft:exercise/semaphore:r1:two", '{"text":1}');
  assert.deepEqual(
    await new Drafts(shelf, FILE, "me", SIGNER).orphans(gone),
    [],
  );
  const closed = new Drafts(null, FILE, "me", SIGNER);
  assert.equal(closed.put("r1", "a"), false);
  assert.deepEqual(await closed.orphans(gone), []);
});

const signer = (start: string, key: string) => ({
  start,
  mac: async (text: string) => `${key}:${text}`,
});

/** Signing takes a moment. */
const signed = () => new Promise((done) => setImmediate(done));

async function origin(by: ReturnType<typeof signer>, change?: string) {
  const shelf = new MemoryShelf();
  new Drafts(shelf, FILE, "one", by).put("r1", "mine", 5);
  await signed();
  for (const [key, value] of shelf.items) {
    if (change) shelf.setItem(key, value.replace("mine", change));
  }
  const next = new Drafts(shelf, FILE, "two", signer("s2", "k"));
  return (await next.orphans(gone))[0]?.from;
}

test("a draft says of which start it is, and who has written it", async () => {
  assert.equal(await origin(signer("s2", "k")), "now");
  assert.equal(await origin(signer("s1", "k")), "earlier");
  assert.equal(await origin(signer("s2", "another")), "unknown");
  assert.equal(await origin(signer("s2", "k"), "evil"), "unknown");
});

test("a draft that nobody has signed is unknown, and comes last", async () => {
  const shelf = new MemoryShelf();
  const drafts = new Drafts(shelf, FILE, "two", SIGNER);
  shelf.setItem(
    "tokio-book:draft:exercise/semaphore:r1:x",
    '{"text":"evil","at":9}',
  );
  new Drafts(shelf, FILE, "one", SIGNER).put("r1", "mine", 5);
  await signed();
  const found = await drafts.orphans(gone);
  assert.deepEqual(
    found.map(({ text, from }) => [text, from]),
    [
      ["mine", "now"],
      ["evil", "unknown"],
    ],
  );
});
