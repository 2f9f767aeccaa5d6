// `npm run bench`: does stepping and scrubbing hold 60 frames a second on a
// recording of 10,000 steps? Headless Chromium without a graphics card: a
// reader's machine is faster.
//
// For each frame it moves the figure once, and notes the time from frame to
// frame and the time that the page's own work took in it.

import { openBrowser } from "../e2e/browser.mjs";
import { FixtureServer } from "../e2e/fixture/server.mjs";

const STEPS = Number(process.argv[2] ?? 10_000);
const FRAMES = Number(process.env.FRAMES ?? 600);

const MEASURE = `
const [mode, frames, done] = arguments;
const slider = document.querySelector("figure input[type=range]");
const next = document.querySelectorAll("figure .tlv-button")[1];
const count = Number(slider.max);
const times = [];
let frame = 0;
let before;
const to = (step) => {
  slider.value = step;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
};
const moves = {
  // One step a frame, as with a key held down.
  step: () => next.click(),
  // Slowly along the whole recording.
  scrub: () => to(1 + Math.round((frame / frames) * (count - 1))),
  // From one end to the other at every frame: the worst that a hand can do.
  jump: () => to(frame % 2 === 0 ? count : 1),
};
const tick = (now) => {
  if (before !== undefined) times.push(now - before);
  before = now;
  if ((frame += 1) > frames) return done(times);
  moves[mode]();
  requestAnimationFrame(tick);
};
requestAnimationFrame(tick);`;

const server = await new FixtureServer().start();
const { driver, close } = await openBrowser();
try {
  await driver.get(`${server.url}/?large=${STEPS}`);
  const [size, bytes] = await driver.executeScript(
    `const svg = document.querySelector("figure .tl-svg");
     return [svg.querySelectorAll("*").length, svg.outerHTML.length]`,
  );
  console.log(`${STEPS} steps; a drawing of ${size} elements, ${bytes} bytes`);
  console.log("what    frames   median ms      p95 ms      max ms   over 17.5 ms");
  for (const mode of ["step", "scrub", "jump"]) {
    const times = await driver.executeAsyncScript(MEASURE, mode, FRAMES);
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    const late = times.filter((time) => time > 17.5).length;
    const cell = (value) => value.toFixed(1).padStart(12);
    console.log(
      `${mode.padEnd(6)}${String(times.length).padStart(8)}` +
        `${cell(at(0.5))}${cell(at(0.95))}${cell(at(1))}${String(late).padStart(12)}`,
    );
  }
} finally {
  await close();
  await server.stop();
}
