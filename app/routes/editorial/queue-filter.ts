import { queueStates, type QueueFilter } from "#app/modules/guides/queue.ts";

/** The filters of the queue from its URL; what cannot be read counts as not asked. */
export function queueFilterOf(request: Request): QueueFilter {
  const asked = new URL(request.url).searchParams;
  const text = (name: string, shape: RegExp) => {
    const value = (asked.get(name) ?? "").trim();
    return shape.test(value) ? value : "";
  };
  return {
    market: text("market", /^[A-Z]{2,5}$/),
    topic: text("topic", /^[a-z-]{2,30}$/),
    lang: text("lang", /^(en|zh)$/),
    owner: text("owner", /^[\w-]{2,60}$/),
    state: queueStates.find((state) => state === asked.get("state")) ?? "",
    order: asked.get("order") === "feedback" ? "feedback" : "due",
  };
}

/** The same filter for a URL: what is usual is left out. */
export function queueQuery(filter: QueueFilter): Record<string, string> {
  const { order, ...rest } = filter;
  return order === "due" ? rest : { ...rest, order };
}
