export const queueStates = ["submitted", "in_review", "more_info", "appealed"] as const;
export const pastStates = ["approved", "rejected", "suspended", "expired"] as const;
export const queueSorts = ["left", "submitted", "firm"] as const;

export type QueueFilter = {
  state: (typeof queueStates)[number] | (typeof pastStates)[number] | null;
  /** Only what the actor can review now. */
  mine: boolean;
  overdue: boolean;
  q: string;
  sort: (typeof queueSorts)[number];
};

export function queueFilterOf(params: URLSearchParams): QueueFilter {
  const asked = params.get("state");
  return {
    state: [...queueStates, ...pastStates].find((one) => one === asked) ?? null,
    mine: params.get("mine") === "1",
    overdue: params.get("overdue") === "1",
    q: (params.get("q") ?? "").trim().slice(0, 80),
    sort: queueSorts.find((one) => one === params.get("sort")) ?? "left",
  };
}
