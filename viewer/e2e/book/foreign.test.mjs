// A page of another origin, in the same browser, tries everything that the
// server offers. SECURITY.md says what must come of it: nothing.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openBrowser } from "../browser.mjs";
import { Page } from "../kit.mjs";
import { ROOT, URL as BOOK } from "./kit.mjs";

const PORT = new URL(BOOK).port;
/** A name that somebody else owns and has made to point here. */
const REBOUND = "rebound.test";
const STRANGER = "stranger.test";

/** From the router itself: a new endpoint is tried without a word here. */
const ROUTES = [
  ...readFileSync(
    fileURLToPath(new URL("../../../crates/book/src/http.rs", import.meta.url)),
    "utf8",
  ).matchAll(/\b(read|act)\("([^"]+)",/g),
].map(([, what, path]) => ({
  path: `/api${path}`,
  method: what === "act" ? "post" : "get",
}));

/** What would do something if it were let in. */
const BODY = {
  kind: "exercise",
  name: "semaphore",
  id: "semaphore",
  example: "semaphore",
  text: "// written by a stranger\n",
  base: "",
  over: true,
  what: "solution",
  run: 1,
};

const kit = {};
let stranger;

before(async () => {
  stranger = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html");
    answer.end("<!DOCTYPE html><title>Another site</title>");
  });
  await new Promise((done) => stranger.listen(0, "127.0.0.1", done));
  const names = [REBOUND, STRANGER].map((name) => `MAP ${name} 127.0.0.1`);
  const rules = `--host-resolver-rules=${names.join(", ")}`;
  Object.assign(kit, await openBrowser({ extra: [rules] }));
  kit.page = new Page(kit.driver);
});

after(async () => {
  await kit.close?.();
  stranger?.close();
});

/** Everything of the reader's that a request could have changed. */
function belongings() {
  const read = (path) =>
    existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : "";
  return {
    exercise: read("exercises/21_semaphore/exercise.rs"),
    example: read("examples/semaphore.rs"),
    scratch: read(".book/scratch/semaphore.rs"),
    progress: read(".book/progress.json"),
  };
}

/** The attempts of a page, each as what it could read: all endpoints at the
 * same time, because a form that is refused never says that it is. */
function attempts(book, routes, body) {
  return kit.driver.executeAsyncScript(
    `const [book, routes, body] = arguments;
     const done = arguments[arguments.length - 1];
     const soon = (ms) => new Promise((wait) => setTimeout(wait, ms));
     const got = [];
     const tried = async (how, path, attempt) => {
       try {
         const answer = await Promise.race([attempt(), soon(5000)]);
         got.push({ how, path, answer: answer ?? null });
       } catch {
         got.push({ how, path, answer: null });
       }
     };
     const read = async (response) => response.type === "opaque"
       ? null
       : response.status + " " + (await response.text()).slice(0, 200);
     const text = JSON.stringify(body);
     Promise.all(
       routes.map(async ({ path, method }) => {
         const url = book + path;
         const json = { "Content-Type": "application/json" };
         const token = { ...json, "X-Book-Token": "0".repeat(32) };
         if (method === "post") {
           await tried("fetch", path, async () =>
             read(await fetch(url, { method: "POST", headers: json, body: text })));
           await tried("fetch with a token", path, async () =>
             read(await fetch(url, { method: "POST", headers: token, body: text })));
           await tried("fetch without cors", path, async () =>
             read(await fetch(url, { method: "POST", mode: "no-cors", body: text })));
           await tried("beacon", path, async () => {
             navigator.sendBeacon(url, new Blob([text], { type: "text/plain" }));
           });
           await tried("form", path, async () => {
             const frame = document.body.appendChild(document.createElement("iframe"));
             frame.name = "form" + Math.random();
             const form = document.body.appendChild(document.createElement("form"));
             Object.assign(form, { method: "POST", action: url, enctype: "text/plain", target: frame.name });
             const field = form.appendChild(document.createElement("input"));
             // A form whose text is JSON, but for its type.
             field.name = text.slice(0, -1) + ',"x":"';
             field.value = '"}';
             const loaded = new Promise((ready) => { frame.onload = ready; });
             form.submit();
             await loaded;
             try { return frame.contentDocument?.body?.textContent || null; } catch { return null; }
           });
         } else {
           await tried("fetch", path, async () => read(await fetch(url)));
           await tried("fetch without cors", path, async () =>
             read(await fetch(url, { mode: "no-cors" })));
           await tried("events", path, () => new Promise((ready) => {
             const source = new EventSource(url + "?token=" + "0".repeat(32));
             source.onopen = () => ready("open");
             source.onerror = () => { source.close(); ready(null); };
           }));
           await tried("script", path, () => new Promise((ready) => {
             const script = document.createElement("script");
             script.onload = () => ready("loaded");
             script.onerror = () => ready(null);
             script.src = url;
             document.body.append(script);
           }));
         }
       }),
     ).then(() => done(got));`,
    book,
    routes,
    body,
  );
}

const reached = (all) =>
  all.filter(({ answer }) => answer !== null && !/^403 /.test(answer));

test("there are endpoints to try", () => {
  assert.ok(ROUTES.length >= 15, JSON.stringify(ROUTES));
});

for (const [what, host] of [
  ["another port of this machine", "127.0.0.1"],
  ["another name", STRANGER],
]) {
  test(`a page of ${what} reads and changes nothing`, async () => {
    const had = belongings();
    await kit.page.open(`http://${host}:${stranger.address().port}/`);
    const all = await attempts(BOOK, ROUTES, BODY);
    assert.ok(all.length >= ROUTES.length * 3);
    assert.deepEqual(reached(all), []);
    assert.deepEqual(belongings(), had);
  });

  test(`a page of ${what} shows no page of the book in a frame, and reads none`, async () => {
    await kit.page.open(`http://${host}:${stranger.address().port}/`);
    const seen = await kit.driver.executeAsyncScript(
      `const [book, done] = arguments;
       const frame = document.body.appendChild(document.createElement("iframe"));
       const loaded = new Promise((ready) => { frame.onload = ready; setTimeout(ready, 5000); });
       frame.src = book + "/semaphores.html";
       loaded.then(async () => {
         let framed = null;
         try { framed = frame.contentDocument?.body?.textContent ?? null; } catch {}
         let read = null;
         try { read = await (await fetch(book + "/semaphores.html")).text(); } catch {}
         const opened = window.open(book + "/semaphores.html");
         let kept = null;
         try { kept = opened?.document.querySelector("meta[name=book-token]")?.content ?? null; } catch {}
         opened?.close();
         done({ framed, read, kept });
       });`,
      BOOK,
    );
    const token = /book-token/;
    assert.doesNotMatch(String(seen.framed), token);
    assert.equal(seen.read, null);
    assert.equal(seen.kept, null);
  });
}

test("a name that was made to point here is told no", async () => {
  const had = belongings();
  await kit.page.open(`http://${REBOUND}:${PORT}/semaphores.html`);
  const shown = await kit.page.run("return document.body.textContent");
  assert.match(shown, /does not answer for the host/);
  assert.equal(
    await kit.page.count("meta[name=book-token]"),
    0,
    "the page must not give its token away",
  );
  // The answer's own policy keeps a script in it from asking further.
  assert.deepEqual(reached(await attempts("", ROUTES, BODY)), []);
  assert.deepEqual(belongings(), had);
});

test("a page that was loaded under that name before is told no, too", async () => {
  // To the browser it is of the same origin: no rule of the browser helps,
  // and it sends every header that such a page would.
  const had = belongings();
  const host = `${REBOUND}:${PORT}`;
  for (const { path, method } of ROUTES) {
    const headers = {
      host,
      origin: `http://${host}`,
      "sec-fetch-site": "same-origin",
      "x-book-token": "0".repeat(32),
      "content-type": "application/json",
    };
    const status = await new Promise((done, failed) => {
      const asked = request(
        { host: "127.0.0.1", port: PORT, path, method, headers },
        (answer) => done(answer.resume().statusCode),
      );
      asked.on("error", failed);
      asked.end(method === "post" ? JSON.stringify(BODY) : undefined);
    });
    assert.equal(status, 403, `${method} ${path}`);
  }
  assert.deepEqual(belongings(), had);
});
