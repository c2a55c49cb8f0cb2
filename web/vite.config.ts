import { gzipSync } from "node:zlib";
import type { Server } from "node:http";
import { defineConfig, type Connect, type Plugin } from "vite";
import { sample } from "./test/fake/sample.ts";
import { FakeServer } from "./test/fake/server.ts";

/** The most that a reader's first visit may load of script, gzipped, in bytes. */
const BUDGET = 60_000;

/** Serves the fake service in development, so that the page can be looked at without an account. */
function fakeService(): Plugin {
  const attach = (server: Server | null, middlewares: Connect.Server) => {
    const fake = new FakeServer(sample(new Date()));
    fake.attach(server!);
    middlewares.use((request, response, next) => {
      if (!/^\/(api|issuer)\/|^\/config\.json/.test(request.url ?? "")) {
        next();
        return;
      }
      fake.handle(request, response).catch(next);
    });
  };
  return {
    name: "parley:fake-service",
    configureServer: (server) => attach(server.httpServer as Server | null, server.middlewares),
    configurePreviewServer: (server) => attach(server.httpServer as Server, server.middlewares),
  };
}

/** Fails a build whose scripts are over the budget. */
function budget(): Plugin {
  return {
    name: "parley:budget",
    apply: "build",
    writeBundle(_, bundle) {
      const scripts = Object.values(bundle).filter((file) => file.type === "chunk");
      const size = scripts.reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
      if (size > BUDGET) {
        this.error(`the scripts have ${size} bytes gzipped; ${BUDGET} are allowed`);
      }
    },
  };
}

export default defineConfig({
  plugins: [fakeService(), budget()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
