// Requests to the local server. It answers only pages that carry its token;
// a page without one (the published site) has no server.

export class Refused extends Error {
  /** The server's own advice, when it gave one. */
  readonly remedy: string;
  readonly status: number;
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
    this.body = body;
  }
}

const TOKEN = "meta[name=book-token]";

export function findToken(page: ParentNode): string {
  return page.querySelector<HTMLMetaElement>(TOKEN)?.content ?? "";
}

export class Server {
  #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  get token(): string {
    return this.#token;
  }

  async get<T>(path: string): Promise<T> {
    const headers = { "X-Book-Token": this.#token };
    return (await ask(path, { headers })).json() as Promise<T>;
  }

  post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
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

  /** After the server was started again: asks for this page anew and takes
   * the token out of it. The page stays as it is. */
  async renew(): Promise<void> {
    const response = await ask(location.pathname, {});
    const page = new DOMParser().parseFromString(
      await response.text(),
      "text/html",
    );
    const token = findToken(page);
    if (token === "") throw new Error("The page has no token.");
    this.#token = token;
  }
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, cache: "no-store" });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Refused(
      0,
      "The local server does not answer.",
      "Start it again with `cargo run`.",
    );
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
