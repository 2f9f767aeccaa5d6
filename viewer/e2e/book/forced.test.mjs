// Forced colors, as Windows' high contrast has them: the states of a figure can
// be told apart, and its words and those of diagrams can be read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage, URL } from "./kit.mjs";

const kit = stage({ path: "semaphores.html" });
const FIG = "#fig-semaphore";

const force = (driver, scheme) =>
  driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
    features: [
      { name: "forced-colors", value: "active" },
      { name: "prefers-color-scheme", value: scheme },
    ],
  });

/** In the page: the contrast of two colors, as WCAG counts it. */
const CONTRAST = `
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const rgb = (color) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return Array.from(canvas.getImageData(0, 0, 1, 1).data);
};
const light = (color) => {
  const [r, g, b] = rgb(color).slice(0, 3).map((one) => {
    const c = one / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [x, y] = [light(a), light(b)].sort((one, two) => two - one);
  return (x + 0.05) / (y + 0.05);
};
/** The color that one sees behind an element's text. */
const ground = (found) => {
  for (let at = found; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (rgb(backgroundColor)[3] > 0) return backgroundColor;
  }
  return "Canvas";
};
const style = (found) => getComputedStyle(found);
const one = (selector) => document.querySelector(arguments[0] + " " + selector);
`;

for (const scheme of ["light", "dark"]) {
  test(`what is chosen and what is current is seen, ${scheme}`, async () => {
    const { driver, page } = kit;
    await force(driver, scheme);
    await page.open(`${URL}/semaphores.html`);
    assert.equal(
      await page.run("return matchMedia('(forced-colors: active)').matches"),
      true,
    );
    await page.run(
      `const slider = document.querySelector(arguments[0] + " input[type=range]");
       slider.value = 26; slider.dispatchEvent(new Event("input", { bubbles: true }))`,
      FIG,
    );
    await page.untilText(`${FIG} .tlv-count`, /^step 26/);
    const pairs = await page.run(
      `${CONTRAST}
       const pair = (chosen, other) =>
         [chosen, ground(one(chosen)), ground(one(other))];
       return [
         pair(".tlv-choice input:checked + span", ".tlv-choice input:not(:checked) + span"),
         pair(".tlv-opened li[aria-current]", ".tlv-opened li:not([aria-current])"),
         pair(".tlv-line.tlv-here", ".tlv-line:not(.tlv-here)"),
         pair(".tl-key.tl-timer", ".tl-key.tl-scarce"),
       ].map(([what, a, b]) => [what, a, b, rgb(a).join() !== rgb(b).join()])`,
      FIG,
    );
    for (const [what, a, b, differ] of pairs) {
      assert.ok(differ, `${what}: ${a} as ${b}`);
    }
    const seen = await page.run(
      `${CONTRAST}
       const paper = style(one(".tl-scroll")).backgroundColor;
       const on = (selector, property, least) => {
         const color = style(one(selector))[property];
         return [selector, color, paper, contrast(color, paper) >= least];
       };
       const self = (selector) => {
         const { color } = style(one(selector));
         const behind = ground(one(selector));
         return [selector, color, behind, contrast(color, behind) >= 4.5];
       };
       return [
         on(".tl-plot .tl-tick", "fill", 4.5),
         on(".tl-names text", "fill", 4.5),
         on(".tl-plot .tl-label", "fill", 4.5),
         on(".tl-plot .tl-poll", "fill", 3),
         on(".tl-plot .tl-timer", "stroke", 3),
         self(".tlv-choice input:checked + span"),
         self(".tlv-opened li[aria-current] .tlv-text"),
         self(".tlv-line.tlv-here .tlv-source"),
         self(".tlv-line.tlv-here .tlv-who"),
         self(".tlv-opened li:not([aria-current]) .tlv-text"),
       ]`,
      FIG,
    );
    for (const [what, color, ground, enough] of seen) {
      assert.ok(enough, `${what}: ${color} on ${ground}`);
    }
    const head = await page.run(
      `return getComputedStyle(document.querySelector(arguments[0] + " .tlv-playhead"), "::before").backgroundColor`,
      FIG,
    );
    const ground = await page.run(
      `return getComputedStyle(document.querySelector(arguments[0] + " .tl-scroll")).backgroundColor`,
      FIG,
    );
    assert.notEqual(head, ground, "the playhead");
  });

  test(`a diagram can be read, ${scheme}`, async () => {
    const { driver, page } = kit;
    await force(driver, scheme);
    await page.open(`${URL}/semaphores.html`);
    await page.run(
      "document.querySelector('.diagram').scrollIntoView({ block: 'center' })",
    );
    await page.until(
      async () => (await page.count(".diagram-drawing svg")) >= 2,
      "the drawings",
    );
    const shown = await page.run(
      `return Array.from(document.querySelectorAll(".diagram-drawing"))
         .filter((one) => one.checkVisibility())
         .map((one) => one.className.split("-").pop())`,
    );
    assert.deepEqual(new Set(shown), new Set([scheme]));
    const bad = await page.run(
      `${CONTRAST}
       const drawing = Array.from(document.querySelectorAll(".diagram-drawing"))
         .find((one) => one.checkVisibility());
       return Array.from(drawing.querySelectorAll("g.node")).flatMap((node) => {
         const box = node.querySelector("rect, polygon, path");
         const label = node.querySelector("foreignObject span, foreignObject p, text");
         if (box === null || label === null || label.textContent.trim() === "") return [];
         const color = label.matches("text") ? style(label).fill : style(label).color;
         const { fill } = style(box);
         return contrast(color, fill) >= 4.5 ? [] : [label.textContent + ": " + color + " on " + fill];
       })`,
    );
    assert.deepEqual(bad, []);
  });
}
