// Requests to the local server. It answers only pages that carry its token;
// a page without one (the published site) has no server.

import { mac, nonce } from "./proof";

export class Refused extends Error {
  /** The server's own advice, when it gave one. */
  readonly remedy: string;
  readonly status: number;
  /** What it is, for a program. */
  readonly code: string;
  /** All that it said. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    message: string,
    remedy = "",
    body: Record<string, unknown> = {},
  ) {
    super(message);
    this.status = status;
    this.remedy = remedy;
    this.code = typeof body["code"] === "string" ? body["code"] : "";
    this.body = body;
  }
}

const meta = (page: ParentNode, name: string): string =>
  page.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content ?? "";

export function findToken(page: ParentNode): string {
  return meta(page, "book-token");
}

const TOKEN_LENGTH = 32;

const SILENT = "The local server does not answer.";

export class Server {
  #token: string;
  /** Of the checkout: what its server is known by. */
  readonly #key = meta(document, "book-key");
  /** Names the start of the server that this page came from. */
  start = meta(document, "book-start");
  /** False while nobody has shown that it is the server that answers. */
  known = true;

  constructor(token: string) {
    this.#token = token;
  }

  get token(): string {
    return this.#token;
  }

  async get<T>(path: string): Promise<T> {
    this.#expect();
    const headers = { "X-Book-Token": this.#token };
    return (await ask(path, { headers })).json() as Promise<T>;
  }

  async post(
    path: string,
    body: unknown,
    signal?: AbortSignal,
  ): Promise<Response> {
    this.#expect();
    return ask(path, {
      method: "POST",
      headers: {
        "X-Book-Token": this.#token,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  }

  async call<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return (await this.post(path, body, signal)).json() as Promise<T>;
  }

  /** Signs with the key of the checkout. */
  mac(text: string): Promise<string> {
    return mac(this.#key, text);
  }

  /** Neither a text nor a token is for a stranger. */
  #expect(): void {
    if (!this.known) throw silent();
  }

  /** Whoever answers now must show that it is a server of this checkout. True
   * when it is the start that this page knows. */
  async prove(): Promise<boolean> {
    return (await this.#proof()) === this.start;
  }

  /** After the server was started again: takes the token of its new start. The
   * page stays as it is. */
  async renew(): Promise<void> {
    this.start = await this.#proof();
    const token = await this.mac(`token\n${this.start}`);
    this.#token = token.slice(0, TOKEN_LENGTH);
    this.known = true;
  }

  async #proof(): Promise<string> {
    const question = nonce();
    let answer: { start: string; proof: string };
    try {
      const response = await ask(`/proof?nonce=${question}`, {});
      answer = (await response.json()) as typeof answer;
    } catch {
      throw silent();
    }
    const { start, proof } = answer;
    const port = location.port || "80";
    const said = `server\n${port}\n${question}\n${start}`;
    if (proof !== (await this.mac(said))) throw silent();
    return start;
  }
}

function silent(): Refused {
  return new Refused(0, SILENT, "Start it again with `cargo run`.");
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, cache: "no-store" });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw silent();
  }
  if (response.ok) return response;
  throw await refusal(response);
}

async function refusal(response: Response): Promise<Refused> {
  try {
    const body = (await response.json()) as Record<string, unknown>;
    const { error, remedy } = body as { error?: string; remedy?: string };
    const message = error ?? response.statusText;
    return new Refused(response.status, message, remedy, body);
  } catch {
    return new Refused(response.status, response.statusText);
  }
}

/** Any failure in words for the reader. */
export function explain(error: unknown): string {
  if (error instanceof Refused) {
    return [error.message, error.remedy].filter(Boolean).join(" ");
  }
  return error instanceof Error ? error.message : String(error);
}
