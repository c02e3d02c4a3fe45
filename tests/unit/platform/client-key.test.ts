import fc from "fast-check";
import { expect, test } from "vitest";
import { clientKey } from "#app/platform/client-key.server.ts";

const key = (address: string) => clientKey(address, "secret");

test("one address has one key in all its notations", () => {
  expect(key("::ffff:203.0.113.9")).toBe(key("203.0.113.9"));
  expect(key("2001:db8:0:1::1")).toBe(key("2001:0DB8:0000:0001:0:0:0:1"));
  expect(key("fe80::1%eth0")).toBe(key("fe80::1"));
});

test("IPv6 counts by what one customer holds, the /64", () => {
  expect(key("2001:db8:0:1::1")).toBe(key("2001:db8:0:1:ffff:ffff:ffff:ffff"));
  expect(key("2001:db8:0:1::1")).not.toBe(key("2001:db8:0:2::1"));
  expect(key("2001:db8::1")).toBe(key("2001:db8:0:0:5::1"));
});

test("keys of other addresses and under other secrets differ, and give nothing away", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), (a, b) => {
      expect(key(a) === key(b)).toBe(a === b);
      expect(clientKey(a, "other")).not.toBe(key(a));
      expect(key(a)).toMatch(/^[\w-]{22}$/);
    }),
  );
});
