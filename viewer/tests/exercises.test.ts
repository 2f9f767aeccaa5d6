import assert from "node:assert/strict";
import { test } from "node:test";
import { Exercises } from "../src/exercise/store";
import type { Server } from "../src/server/api";
import type { BookEvent } from "../src/server/types";

// Nobody looks at the page, so that no timer asks for the list.
Object.assign(globalThis, {
  document: { hidden: true, addEventListener: () => undefined },
});

const listed = (revision: string) => ({
  exercises: [{ id: "one", state: "unsolved", revision }],
});

/** A server whose answers come when the test says so. */
function server() {
  const waiting: Array<(answer: unknown) => void> = [];
  const get = () => new Promise((answer) => waiting.push(answer));
  return {
    exercises: new Exercises({ get } as unknown as Server),
    answer: (revision: string) => waiting.shift()?.(listed(revision)),
  };
}

const saved = (revision: string) =>
  ({ kind: "file", of: "exercise", name: "one", revision }) as BookEvent;

test("a list that was asked for earlier does not bring an older text back", async () => {
  const { exercises, answer } = server();
  const first = exercises.refresh();
  answer("a");
  await first;
  const second = exercises.refresh();
  exercises.event(saved("b"));
  answer("a");
  await second;
  assert.equal(exercises.find("one")?.entry.revision, "b");
  // What is asked for later knows better.
  const third = exercises.refresh();
  answer("c");
  await third;
  assert.equal(exercises.find("one")?.entry.revision, "c");
});

test("what could not be checked is not being checked any more", async () => {
  const { exercises, answer } = server();
  const first = exercises.refresh();
  answer("a");
  await first;
  exercises.event({ kind: "checking", id: "one" });
  assert.equal(exercises.find("one")?.checking, true);
  const message = "cargo cannot be started";
  exercises.event({ kind: "not-checked", id: "one", message });
  assert.equal(exercises.find("one")?.checking, false);
  assert.equal(exercises.find("one")?.entry.state, "unsolved");
});
