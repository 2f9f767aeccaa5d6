import assert from "node:assert/strict";
import { test } from "node:test";
import { say, checkName } from "../src/exercise/words";
import { byChapter } from "../src/exercise/tally";
import { verdictOf } from "../src/exercise/store";
import {
  difference,
  gist,
  peakWords,
  runName,
  stepName,
  subtitle,
} from "../src/figure/words";
import { duration, endWords } from "../src/run/words";
import type { ExerciseEntry } from "../src/server/types";
import { figure, permits } from "./figures";

test("a step is named with its place, its time and its words", () => {
  const data = permits();
  assert.equal(stepName(data.runs[0]!, 3), "step 4 of 6, 50 ms, one is done");
});

test("a run is named by the knob, or by itself", () => {
  const data = permits();
  assert.equal(runName(data, 1), "permits 3");
  const [two] = data.runs;
  assert.equal(
    runName(figure([{ ...two!, value: "sequential" }], false), 0),
    "sequential",
  );
  assert.equal(runName(figure([{ ...two!, value: null }], false), 0), "run 1");
  assert.equal(peakWords(two!), "at most 2 at once");
});

test("beside the code stands what a step says first", () => {
  assert.equal(
    gist("main drops its permit (line 14). It goes on."),
    "main drops its permit",
  );
  assert.equal(gist("one is polled: its sleep is over."), "one is polled");
  assert.equal(gist("one is done."), "one is done");
  assert.equal(gist("main prints 1.5"), "main prints 1.5");
});

test("the line under the title tells of the run that is shown", () => {
  const data = permits();
  const text =
    ", with the seed “book”: 150 ms in all, never more than 2 at once.";
  assert.equal(subtitle(data, 0, text), text);
  assert.equal(
    subtitle(data, 1, text),
    ", with the seed “book”: with permits 3, 50 ms in all, never more than 2 at once.",
  );
  data.runs[1]!.peak = 1;
  assert.match(
    subtitle(data, 1, ": 1.5 s in all."),
    /, 50 ms in all, never more than one at once\.$/,
  );
  data.runs[1]!.peak = 0;
  assert.equal(
    subtitle(data, 1, ": 1.5 s in all."),
    ": with permits 3, 50 ms in all.",
  );
});

test("the first difference is a sentence about both runs", () => {
  const { step, sentence } = difference(permits(), 0, 1);
  assert.equal(step, 2);
  assert.equal(
    sentence,
    "The runs are the same up to step 2. The first difference is step 3. " +
      "With permits 2, at 0 ms: three waits. With permits 3, at 0 ms: three starts.",
  );
});

test("a run that ends early, runs that never part, runs that never agree", () => {
  const data = permits();
  const [two] = data.runs;
  const shorter = { ...two!, value: "1", steps: two!.steps.slice(0, 4) };
  const early = difference(figure([two!, shorter]), 0, 1);
  assert.match(early.sentence, /With permits 1 the run is over\.$/);
  const same = difference(figure([two!, { ...two!, value: "9" }]), 0, 1);
  assert.equal(same.step, null);
  assert.equal(same.sentence, "Both runs take the same steps.");
  const other = { ...two!, steps: two!.steps.slice(1) };
  const never = difference(figure([two!, other]), 0, 1);
  assert.match(never.sentence, /^The runs differ from the first step on\./);
});

test("each way in which a run ends has its sentence", () => {
  const ended = (why: string, code: number | null = null) =>
    endWords({ kind: "ended", code, why, ms: 152 } as never);
  assert.equal(ended("exit", 0), "Ended with exit code 0.");
  assert.equal(ended("exit", 101), "Ended with exit code 101.");
  assert.equal(ended("exit"), "Ended by a signal.");
  assert.equal(ended("stopped"), "Stopped after 152 ms.");
  assert.match(ended("timeout"), /still running after 152 ms/);
  assert.match(ended("output-limit"), /more than a page can show/);
  assert.equal(ended("build-failed", 101), "It does not compile.");
  assert.match(ended("memory"), /more memory than/);
  assert.match(ended("processes"), /more processes than/);
  assert.match(ended("file-limit"), /a file that is longer/);
  assert.equal(ended("too-hot"), "Ended: too hot.");
  assert.equal(duration(999), "999 ms");
  assert.equal(duration(12_345), "12.3 s");
});

test("each verdict has its sentence, and the message stays apart", () => {
  assert.match(say({ state: "unsolved" }).headline, /^Not solved yet/);
  assert.match(say({ state: "solved" }).headline, /^Solved: every/);
  assert.match(say({ state: "solved" }, true).headline, /have changed since/);
  const broken = say({ state: "broken", errors: "error[E0382]" });
  assert.equal(broken.headline, "It does not compile.");
  assert.equal(broken.message, "error[E0382]");
  assert.match(say({ state: "hung", check: "it_ends" }).headline, /it ends/);
  const failing = say({
    state: "failing",
    check: "semaphore::never_more_than_three",
    message: "10 did",
    passed: ["a", "b"],
  });
  assert.equal(
    failing.headline,
    "Not solved: the check “never more than three” fails; 2 others pass.",
  );
  assert.equal(failing.message, "10 did");
  const alone = say({ state: "failing", check: "x", message: "", passed: [] });
  assert.equal(alone.headline, "Not solved: the check “x” fails.");
  assert.equal(checkName("a::b_c"), "b c");
});

const entry = (id: string, page: string, state: string): ExerciseEntry =>
  ({ id, name: id, title: id, chapter: page, page, state }) as ExerciseEntry;

test("progress groups exercises by chapter and keeps the book's order", () => {
  const all = [
    entry("a", "queues.html", "solved"),
    entry("b", "semaphores.html", "unsolved"),
    entry("c", "queues.html", "failing"),
  ];
  const titles = new Map([["queues.html", "Queues"]]);
  const chapters = byChapter(all, titles);
  assert.deepEqual(
    chapters.map(({ title, entries }) => [title, entries.length]),
    [
      ["Queues", 2],
      ["semaphores", 1],
    ],
  );
});

test("an exercise that was never checked is unsolved, or known as solved", () => {
  assert.deepEqual(verdictOf(entry("a", "", "unsolved")), {
    state: "unsolved",
  });
  assert.deepEqual(verdictOf(entry("a", "", "failing")), { state: "unsolved" });
  assert.deepEqual(verdictOf(entry("a", "", "solved")), { state: "solved" });
});
