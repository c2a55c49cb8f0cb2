import { defineConfig } from "vitest/config";

/** What needs a real browser, and a site that is built: scrolling, the policy, accessibility. */
export default defineConfig({
  test: { include: ["test/browser/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000, fileParallelism: false },
});
