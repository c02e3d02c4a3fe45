import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";

/**
 * A keyed hash that stands for the client's address in rate limits; the address itself is not kept. IPv6 counts
 * by its /64, which is what one customer holds.
 */
export function clientKey(address: string | undefined, secret: string): string {
  return createHmac("sha256", secret)
    .update(`client:${network(address ?? "")}`)
    .digest("base64url")
    .slice(0, 22);
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("%")[0]!.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
