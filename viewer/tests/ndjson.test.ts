import assert from "node:assert/strict";
import { test } from "node:test";
import { Lines, readStream } from "../src/server/ndjson";

test("lines are put together from chunks that cut them anywhere", () => {
  const lines = new Lines();
  assert.deepEqual(lines.push('{"a"'), []);
  assert.deepEqual(lines.push(":1}\n{}"), ['{"a":1}']);
  assert.deepEqual(lines.push("\n\n  \n"), ["{}"]);
  assert.deepEqual(lines.push("7"), []);
  assert.deepEqual(lines.end(), ["7"]);
  assert.deepEqual(lines.end(), []);
});

test("a stream may cut a character in two", async () => {
  const bytes = new TextEncoder().encode('{"text":"fünf"}\n{"text":"sechs"}');
  const at = bytes.indexOf(0xc3) + 1;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, at));
      controller.enqueue(bytes.slice(at));
      controller.close();
    },
  });
  const seen: string[] = [];
  await readStream<{ text: string }>(stream, ({ text }) => seen.push(text));
  assert.deepEqual(seen, ["fünf", "sechs"]);
});
