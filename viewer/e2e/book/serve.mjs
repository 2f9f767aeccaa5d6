// Serves copies of the checkout: the tests edit files in one, and read in the
// other what nobody edits.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

// What the checkout has built already need not be built again.
const TARGET = resolve(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"));

/** A cold build of the program on a small machine. */
const PATIENCE_MS = 15 * 60_000;

/** Two servers; the second one is the program that was built for the first. */
export async function serveCopies() {
  const cargo = ["cargo", "run", "--quiet", "--package", "book", "--"];
  const first = await serve(copy(), cargo);
  try {
    const built = [join(TARGET, "debug/book")];
    // Nobody writes there, so it need not compile what exercises need.
    return [first, await serve(copy(), built, { CARGO: "false" })];
  } catch (error) {
    await first.stop();
    throw error;
  }
}

function copy() {
  const root = mkdtempSync(join(tmpdir(), "viewer-book-"));
  const names = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  for (const name of names.split("\0").filter(Boolean)) {
    // A file may be deleted and not yet committed.
    if (!statSync(join(ROOT, name), { throwIfNoEntry: false })) continue;
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  }
  return root;
}

async function serve(root, [program, ...words], env = {}) {
  const port = await freePort();
  const server = spawn(
    program,
    [...words, "serve", "--no-open", "--port", String(port)],
    {
      cwd: root,
      // A group of its own: all that it started ends with it.
      detached: true,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, CARGO_TARGET_DIR: TARGET, ...env },
    },
  );
  const ended = new Promise((done) => server.once("exit", done));
  const signal = (name) => {
    try {
      process.kill(-server.pid, name);
    } catch {
      // It has ended by itself.
    }
  };
  const stop = async () => {
    signal("SIGINT");
    await Promise.race([ended, sleep(10_000)]);
    signal("SIGKILL");
    const again = { maxRetries: 5, retryDelay: 200 };
    rmSync(root, { recursive: true, force: true, ...again });
  };
  // Also when this process ends before its time.
  process.once("exit", () => signal("SIGINT"));
  const url = `http://127.0.0.1:${port}`;
  try {
    await answers(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, root, stop };
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function answers(url, server) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error("the server has ended");
    const response = await fetch(url).catch(() => null);
    const text = (await response?.text().catch(() => "")) ?? "";
    if (text.includes("book-token")) return;
    await sleep(250);
  }
  throw new Error(`nobody answers at ${url}`);
}
