import assert from "node:assert/strict";
import { test } from "node:test";
import { ANSWER_MS, Share, SILENT_MS, type Message } from "../src/server/share";

/** A browser with pages: one lock, one channel, a clock that a test moves. */
function browser() {
  const pages: Page[] = [];
  /** Who waits for the lock; the first one has it. */
  let queue: Page[] = [];

  class Page {
    readonly heard: string[] = [];
    connected = false;
    frozen = false;
    renewed = 0;
    #timers = new Map<number, { task: () => void; ms: number }>();
    readonly share: Share = new Share(
      {
        post: (message) => {
          for (const other of pages) {
            if (other !== this && !other.frozen) other.hear(message);
          }
        },
        connect: () => (this.connected = true),
        disconnect: () => (this.connected = false),
        take: () => {
          const [holder] = queue;
          queue = [this, ...queue.filter((page) => page !== this)];
          holder?.share.lost();
          this.share.granted();
        },
        renew: async () => {
          this.renewed += 1;
          return false;
        },
        set: (task, ms) => {
          const timer = Math.random();
          this.#timers.set(timer, { task, ms });
          return timer;
        },
        clear: (timer) => void this.#timers.delete(timer),
      },
      {
        event: (event) => this.heard.push(event.kind),
        connected: () => this.heard.push("+"),
        gone: () => this.heard.push("-"),
      },
    );

    constructor() {
      pages.push(this);
      queue.push(this);
      this.share.join();
      if (queue[0] === this) this.share.granted();
    }

    hear(message: Message) {
      this.share.heard(message);
    }

    /** Its next timer is due. */
    due(ms: number) {
      const [found] = this.#timers;
      assert.equal(found?.[1].ms, ms);
      this.#timers.delete(found[0]);
      found[1].task();
    }

    get timers() {
      return this.#timers.size;
    }

    close() {
      this.share.leave();
      pages.splice(pages.indexOf(this), 1);
      queue = queue.filter((page) => page !== this);
      queue[0]?.share.granted();
    }
  }

  return {
    open: () => new Page(),
    leaders: () => pages.filter(({ connected }) => connected),
    words: () => pages.map(({ heard }) => heard.splice(0).join(" ")),
  };
}

test("one page connects, and all hear what it hears", () => {
  const { open, leaders, words } = browser();
  const [first] = [open(), open(), open()];
  assert.deepEqual(leaders(), [first]);
  first.share.connection.connected();
  assert.deepEqual(words(), ["+", "+", "+"]);
  first.share.connection.event({ kind: "built" });
  assert.deepEqual(words(), ["built", "built", "built"]);
  first.share.connection.gone();
  first.share.connection.gone();
  assert.deepEqual(words(), ["- -", "-", "-"]);
  first.share.connection.connected();
  assert.deepEqual(words(), ["+", "+", "+"]);
});

test("a page that joins is connected at once, and hears what goes on", () => {
  const { open, words } = browser();
  const first = open();
  first.share.connection.connected();
  first.share.connection.event({ kind: "build-error", message: "no" });
  first.share.connection.event({ kind: "recorder", message: "building" });
  words();
  open();
  assert.deepEqual(words(), ["", "+ build-error recorder"]);
  first.share.connection.event({ kind: "built" });
  first.share.connection.event({ kind: "recorder", message: "" });
  words();
  open();
  assert.deepEqual(words(), ["", "", "+"]);
  // Of a connection that does not stand yet there is nothing to say.
  const other = browser();
  other.open();
  other.open();
  assert.deepEqual(other.words(), ["", ""]);
});

test("when the leader closes, the next one leads, and states are looked at anew", () => {
  const { open, leaders, words } = browser();
  const [first, second] = [open(), open(), open()];
  first.share.connection.connected();
  words();
  first.close();
  assert.equal(first.connected, false);
  assert.deepEqual(leaders(), [second]);
  assert.equal(second.timers, 0);
  second.share.connection.connected();
  assert.deepEqual(words(), ["+", "+"]);
  // What the one that left still says, or hears, counts no more.
  first.hear({ kind: "event", event: { kind: "built" } });
  first.share.granted();
  assert.equal(first.connected, false);
});

test("a leader that is silent is asked, and keeps the lead when it answers", () => {
  const { open, leaders, words } = browser();
  const [first, second] = [open(), open()];
  first.share.connection.connected();
  words();
  second.due(SILENT_MS);
  // The answer began a new silence; nobody is connected a second time.
  assert.equal(second.timers, 1);
  assert.deepEqual(words(), ["", ""]);
  second.due(SILENT_MS);
  assert.deepEqual(leaders(), [first]);
});

test("a frozen leader loses the lead, and follows when it wakes", () => {
  const { open, leaders, words } = browser();
  const [first, second] = [open(), open()];
  first.share.connection.connected();
  first.frozen = true;
  words();
  second.due(SILENT_MS);
  second.due(ANSWER_MS);
  assert.deepEqual(leaders(), [second]);
  first.frozen = false;
  second.share.connection.connected();
  second.share.connection.event({ kind: "built" });
  assert.deepEqual(words(), ["+ built", "+ built"]);
  assert.equal(first.timers, 1);
});

test("another server: all pages hear that the token is no longer good", async () => {
  const { open } = browser();
  const [first, second, third] = [open(), open(), open()];
  assert.equal(await first.share.connection.replaced(), false);
  assert.deepEqual(
    [first, second, third].map(({ renewed }) => renewed),
    [1, 1, 1],
  );
});
