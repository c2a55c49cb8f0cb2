import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import type { AddressInfo } from "node:net";
import { chromium, type Browser } from "playwright-core";
import { sample } from "../fake/sample.ts";
import { FakeServer } from "../fake/server.ts";

const DIST = join(import.meta.dirname, "../../dist");

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** As strict as it can be: what the page needs beyond this is a defect of the page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** The built site with the fake service behind it, on a free port. */
export async function serve() {
  const fake = new FakeServer(sample(new Date()));
  const server = createServer((request, response) => {
    const answered = async () => {
      if (await fake.handle(request, response)) {
        return;
      }
      const path = normalize(new URL(request.url ?? "/", "http://site").pathname);
      const file = path === "/" ? "/index.html" : path;
      const body = await readFile(join(DIST, file));
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "", "content-security-policy": POLICY });
      response.end(body);
    };
    answered().catch(() => response.writeHead(404).end());
  });
  fake.attach(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { fake, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** The system's Chromium where there is one, else the one in a package. */
export async function launch(): Promise<Browser> {
  const own = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
  const executablePath = own ?? (await (await import("@sparticuz/chromium")).default.executablePath());
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath, args, headless: true });
}
