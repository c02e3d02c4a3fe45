/** `headers` of a route with a form: hands on Retry-After and Cache-Control of its action's answer. */
export function passHeaders({ actionHeaders }: { actionHeaders: Headers }): Headers {
  return actionHeaders;
}

export type Reply =
  | {
      error?: Record<string, string[] | null> | undefined;
      initialValue?: Record<string, unknown> | null | undefined;
    }
  | undefined;

/**
 * What a page needs to draw a form: `field("name")` spreads onto a component of ui/field.tsx, with what was typed
 * (or `saved`, before anything was sent) and its messages; `values("name")` is for boxes with many values;
 * `errors` are those of the form as a whole.
 */
export function formOf(reply: Reply, saved: Record<string, string | number | null | undefined> = {}) {
  const sent = reply?.initialValue;
  return {
    errors: reply?.error?.[""] ?? [],
    field(name: string) {
      const typed = sent ? sent[name] : saved[name];
      return {
        name,
        defaultValue: typeof typed === "string" || typeof typed === "number" ? String(typed) : "",
        errors: reply?.error?.[name] ?? undefined,
      };
    },
    values(name: string): string[] {
      const typed = sent?.[name];
      return (Array.isArray(typed) ? typed : [typed]).filter((value) => typeof value === "string");
    },
    /** Whether the answer to a form that has been sent is at hand. */
    sent: sent !== undefined && sent !== null,
  };
}
