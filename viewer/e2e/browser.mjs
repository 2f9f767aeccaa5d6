// Debian's Chromium through its driver, with nothing that leaves the machine.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { SLOW, SLOW_MS } from "./slow.mjs";

const DRIVER = process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver";
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

export async function openBrowser({
  width = 1400,
  height = 1000,
  script = true,
  extra = [],
} = {}) {
  const profile = mkdtempSync(join(tmpdir(), "viewer-"));
  const options = new chrome.Options();
  options.setChromeBinaryPath(CHROMIUM);
  options.addArguments(
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    `--user-data-dir=${profile}`,
    `--window-size=${width},${height}`,
    ...extra,
  );
  if (!script) {
    options.setUserPreferences({
      "profile.managed_default_content_settings.javascript": 2,
    });
  }
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(DRIVER))
    .build();
  await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  if (SLOW_MS > 0) {
    await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", {
      source: SLOW,
    });
  }
  const close = async () => {
    await driver.quit().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true });
  };
  return { driver, close, shot: (file) => shot(driver, file) };
}

/** The width that the page itself sees: a window may refuse to be narrow. */
export async function viewport(driver, width, height = 900) {
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: width < 600,
  });
}

export async function media(driver, name) {
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
    media: name,
  });
}

async function shot(driver, file) {
  const { data } = await driver.sendAndGetDevToolsCommand(
    "Page.captureScreenshot",
    { captureBeyondViewport: true },
  );
  writeFileSync(file, Buffer.from(data, "base64"));
}

/** The whole page, or one element with a margin around it. */
export async function picture(driver, file, selector = "html") {
  const clip = await driver.executeScript(
    `const box = document.querySelector(arguments[0]).getBoundingClientRect();
     return { x: Math.max(0, box.x + scrollX - 12), y: Math.max(0, box.y + scrollY - 12),
       width: box.width + 24, height: box.height + 24, scale: 1 };`,
    selector,
  );
  const { data } = await driver.sendAndGetDevToolsCommand(
    "Page.captureScreenshot",
    { captureBeyondViewport: true, clip },
  );
  writeFileSync(file, Buffer.from(data, "base64"));
}
