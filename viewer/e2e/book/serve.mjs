// Serves a copy of the checkout: the tests edit files in it.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A cold build of the companion on a small machine. */
const PATIENCE_MS = 15 * 60_000;

export async function serveCopy() {
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
  const port = await freePort();
  const server = spawn(
    "cargo",
    [
      "run",
      "--quiet",
      "--package",
      "companion",
      "--",
      "serve",
      "--no-open",
      "--port",
      String(port),
    ],
    {
      cwd: root,
      // A group of its own: all that it started ends with it.
      detached: true,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        // What the checkout has built already need not be built again.
        CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"),
      },
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
    if (server.exitCode !== null) throw new Error("the companion has ended");
    const response = await fetch(url).catch(() => null);
    const text = (await response?.text().catch(() => "")) ?? "";
    if (text.includes("book-token")) return;
    await sleep(250);
  }
  throw new Error(`nobody answers at ${url}`);
}
