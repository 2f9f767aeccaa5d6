// `npm run bench`: does stepping and scrubbing hold 60 frames a second on a
// recording of 10,000 steps? Headless Chromium without a graphics card: a
// reader's machine is faster.
//
// For each frame it moves the figure once, and notes the time from frame to
// frame. "Busy" is what the main thread needed of a frame's 16.7 ms, for
// script, style, layout and paint together.

import { readFileSync } from "node:fs";
import { openBrowser } from "../e2e/browser.mjs";
import { largeFigure } from "../e2e/fixture/figure.mjs";
import { FixtureServer } from "../e2e/fixture/server.mjs";

// npm run bench                a figure of 10,000 steps, made here
// npm run bench -- N           of N steps
// npm run bench -- FILE.html   a figure that crates/timeline wrote
const [what = "10000"] = process.argv.slice(2);
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

const figure = /^\d+$/.test(what)
  ? largeFigure(Number(what))
  : readFileSync(what, "utf8");
const server = new FixtureServer();
server.body = figure;
await server.start();
const { driver, close } = await openBrowser();
try {
  await driver.get(`${server.url}/?static`);
  const [steps, size, bytes] = await driver.executeScript(
    `const plot = document.querySelector("figure .tl-plot");
     return [document.querySelector("figure input[type=range]").max,
       plot.querySelectorAll("*").length, plot.outerHTML.length]`,
  );
  console.log(`${steps} steps; a drawing of ${size} elements, ${bytes} bytes`);
  await driver.sendDevToolsCommand("Performance.enable", {});
  console.log(
    "what    frames   median ms      p95 ms      max ms   over 17.5 ms   busy ms a frame",
  );
  for (const mode of ["step", "scrub", "jump"]) {
    const before = await busy();
    const times = await driver.executeAsyncScript(MEASURE, mode, FRAMES);
    const work = (1000 * ((await busy()) - before)) / FRAMES;
    times.sort((a, b) => a - b);
    const at = (share) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))];
    const late = times.filter((time) => time > 17.5).length;
    const cell = (value) => value.toFixed(1).padStart(12);
    console.log(
      `${mode.padEnd(6)}${String(times.length).padStart(8)}` +
        `${cell(at(0.5))}${cell(at(0.95))}${cell(at(1))}` +
        `${String(late).padStart(15)}${work.toFixed(1).padStart(18)}`,
    );
  }
} finally {
  await close();
  await server.stop();
}

/** Seconds that the page's main thread has worked so far. */
async function busy() {
  const { metrics } = await driver.sendAndGetDevToolsCommand(
    "Performance.getMetrics",
    {},
  );
  return metrics.find(({ name }) => name === "TaskDuration").value;
}
