// What a page and its server know, and no other program on the same port: the
// key of the checkout. The server shows that it has it by answering a question;
// a draft that is signed with it was typed in a page of this checkout.

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text);

/** HMAC-SHA256, as `crates/book/src/identity.rs` makes it. */
export async function mac(key: string, text: string): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey(
    "raw",
    bytes(key),
    algorithm,
    false,
    ["sign"],
  );
  return hex(await crypto.subtle.sign("HMAC", secret, bytes(text)));
}

export function nonce(): string {
  return hex(crypto.getRandomValues(new Uint8Array(32)).buffer);
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
