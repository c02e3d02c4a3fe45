import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

let drawn = Buffer.alloc(0);
let used = 0;

/** 128 random bits in base64, drawn from the system 256 at a time: one draw costs as much as a kept page. */
function newNonce(): string {
  if (used === drawn.length) {
    drawn = randomBytes(256 * 16);
    used = 0;
  }
  used += 16;
  return drawn.toString("base64", used - 16, used);
}

/** Gives each request an id (a proxy's own where it is well-formed) and a nonce for its inline scripts. */
export const identify: RequestHandler = (req, res, next) => {
  const given = req.get("X-Request-Id");
  res.locals.requestId = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  res.locals.nonce = newNonce();
  res.set("X-Request-Id", res.locals.requestId);
  next();
};

/**
 * Security headers: scripts and styles only from our own origin or with this request's nonce, no third party,
 * nothing framed. HSTS only where people come by TLS: on plain HTTP it would lock a developer out.
 *
 * Referrer-Policy is `same-origin`, not `no-referrer`: under the latter browsers send `Origin: null` with our own
 * forms, which the origin check refuses.
 */
export function securityHeaders(options: { tls: boolean; dev: boolean }): RequestHandler {
  const nonce = (_req: unknown, res: unknown) => `'nonce-${(res as Response).locals.nonce}'`;
  // Vite's reload client opens a web socket and writes <style> elements while somebody develops.
  const devConnect = options.dev ? ["ws:"] : [];
  const devStyle = options.dev ? ["'unsafe-inline'"] : [];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", ...devStyle],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'", ...devConnect],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(options.tls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.tls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
}
