import { afterEach, beforeEach, expect, vi } from "vitest";

// A console error in a test is a failure: React's warnings and forgotten logs must not go by unseen.
beforeEach(() => {
  vi.spyOn(console, "error");
});
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
});
