import { defineConfig } from "vitest/config";

// Without the React Router plugin: loaders, actions and verbs are called directly.
export default defineConfig({
  test: {
    include: ["tests/unit/**/*.test.{ts,tsx}", "tests/integration/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup/each-file.ts"],
    globalSetup: ["tests/setup/global.ts"],
    env: {
      NODE_ENV: "test",
      SESSION_SECRET: "for-tests-only-0123456789abcdef0123456789",
      // The key of RFC 8037, appendix A: known to everybody.
      SIGNING_KEY: "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g",
    },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
