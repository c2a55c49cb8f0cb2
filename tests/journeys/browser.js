// A headless browser: the system's Chromium where there is one, else the one that a package brings.
import { existsSync } from "node:fs";
import packaged from "@sparticuz/chromium";
import { chromium } from "playwright-core";

const systems = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch() {
  const system = systems.find(existsSync);
  return chromium.launch({
    executablePath: system ?? (await packaged.executablePath()),
    args: quiet,
    headless: true,
  });
}
