// A stream of JSON values, one a line.

/** Cuts chunks of text into complete lines; a line may span chunks. */
export class Lines {
  #rest = "";

  push(chunk: string): string[] {
    const lines = (this.#rest + chunk).split("\n");
    this.#rest = lines.pop() ?? "";
    return lines.filter((line) => line.trim() !== "");
  }

  /** What came after the last line end. */
  end(): string[] {
    const rest = this.#rest;
    this.#rest = "";
    return rest.trim() === "" ? [] : [rest];
  }
}

export async function readStream<T>(
  body: ReadableStream<Uint8Array>,
  take: (value: T) => void,
): Promise<void> {
  const lines = new Lines();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    const text = decoder.decode(value, { stream: !done });
    for (const line of lines.push(text)) take(JSON.parse(line) as T);
    if (done) break;
  }
  for (const line of lines.end()) take(JSON.parse(line) as T);
}
