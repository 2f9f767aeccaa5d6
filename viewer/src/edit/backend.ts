// One file of the reader, on the server.

import { explain, Refused, type Server } from "../server/api";
import type { FileRef, FileText } from "../server/types";
import type { Backend, Clock, Saved, Version } from "./saver";

export class FileBackend implements Backend {
  readonly #server: Server;
  readonly #file: FileRef;
  /** What the server said when the file was read last. */
  known: FileText | null = null;

  constructor(server: Server, file: FileRef) {
    this.#server = server;
    this.#file = file;
  }

  async load(): Promise<Version> {
    const found = await this.#server.call<FileText>("/api/file", this.#file);
    this.known = { ...found, original: plain(found.original) };
    return version(found);
  }

  async save(text: string, base: string, over: boolean): Promise<Saved> {
    const body = { ...this.#file, text, base, ...(over ? { over } : {}) };
    try {
      return await this.#server.call<{ revision: string }>("/api/save", body);
    } catch (error) {
      const theirs = error instanceof Refused ? error.body : {};
      const { text: found, revision } = theirs;
      if (typeof found !== "string" || typeof revision !== "string") {
        throw error;
      }
      return { theirs: version({ text: found, revision }) };
    }
  }

  async keep(text: string): Promise<string> {
    const body = { ...this.#file, text };
    const { backup } = await this.#server.call<{ backup: string }>(
      "/api/keep",
      body,
    );
    return backup;
  }

  async reset(): Promise<{ version: Version; backup: string | null }> {
    const answer = await this.#server.call<Version & { backup: string | null }>(
      "/api/reset",
      this.#file,
    );
    return { version: version(answer), backup: answer.backup };
  }

  async undo(): Promise<{ version: Version; left: number }> {
    const answer = await this.#server.call<Version & { left: number }>(
      "/api/undo",
      this.#file,
    );
    return { version: version(answer), left: answer.left };
  }
}

/** An editor knows one kind of line end; the server keeps the file's own. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function version({ text, revision }: Version): Version {
  return { text: plain(text), revision };
}

/** Why a save failed; `away`: there is no server, or another one. */
export function failure(error: unknown): { why: string; away: boolean } {
  const away = error instanceof Refused && [0, 401, 403].includes(error.status);
  return { why: explain(error), away };
}

export const clock: Clock = {
  set: (task, ms) => window.setTimeout(task, ms),
  clear: (timer) => clearTimeout(timer),
};
