// The same code as the server's: a page must know its server again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mac, nonce } from "../src/server/proof";

test("a mac is that of the standard", async () => {
  assert.equal(
    await mac("Jefe", "what do ya want for nothing?"),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("a question is asked once", () => {
  assert.match(nonce(), /^[0-9a-f]{64}$/);
  assert.notEqual(nonce(), nonce());
});
