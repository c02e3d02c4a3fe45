/** What /api/v1 answers is public data: any site may read it, no credentials are taken. */
const openToAll = {
  "Access-Control-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
};

/** A JSON answer of the public API. `maxAgeSeconds`: how long others may keep it. */
export function apiAnswer(body: unknown, options: { maxAgeSeconds?: number } = {}): Response {
  return new Response(typeof body === "string" ? body : JSON.stringify(body), {
    headers: {
      ...openToAll,
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": `public, max-age=${options.maxAgeSeconds ?? 60}`,
    },
  });
}

/** `{error: {code, message, field?}}` with its status; never a stack. */
export function apiError(status: number, code: string, message: string, field?: string): Response {
  return new Response(JSON.stringify({ error: { code, message, ...(field ? { field } : {}) } }), {
    status,
    headers: {
      ...openToAll,
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
}
