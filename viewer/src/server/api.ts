// Requests to the local server. It answers only pages that carry its token;
// a page without one (the published site) has no server.

export class Refused extends Error {
  /** The server's own advice, when it gave one. */
  readonly remedy: string;
  readonly status: number;

  constructor(status: number, message: string, remedy = "") {
    super(message);
    this.status = status;
    this.remedy = remedy;
  }
}

export interface Server {
  readonly token: string;
  get<T>(path: string): Promise<T>;
  post(path: string, body: unknown, signal?: AbortSignal): Promise<Response>;
}

export function findServer(page: Document): Server | null {
  const meta = page.querySelector<HTMLMetaElement>("meta[name=book-token]");
  const token = meta?.content ?? "";
  return token === "" ? null : server(token);
}

function server(token: string): Server {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
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
  };
  return {
    token,
    async get<T>(path: string): Promise<T> {
      const headers = { "X-Book-Token": token };
      return (await ask(path, { headers })).json() as Promise<T>;
    },
    post(path, body, signal) {
      return ask(path, {
        method: "POST",
        headers: { "X-Book-Token": token, "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: signal ?? null,
      });
    },
  };
}

async function refusal(response: Response): Promise<Refused> {
  try {
    const body = (await response.json()) as { error?: string; remedy?: string };
    const message = body.error ?? response.statusText;
    return new Refused(response.status, message, body.remedy);
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
