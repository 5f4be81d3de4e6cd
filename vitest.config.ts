import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/temporary-folder.ts",
    // child processes, not threads: tests of the built command change directory and environment
    pool: "forks",
    // the default leaves a core idle
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // a browser on a busy machine answers late; only a test that fails waits so long
    expect: { poll: { timeout: 10_000 } },
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // the script of the report runs in a browser, bundled: test/browser is its test
      exclude: ["src/**/*-document.ts", "src/reporters/html/client/**"],
      reporter: ["text-summary", "html", "json-summary"],
      reportsDirectory: "coverage",
    },
  },
});
