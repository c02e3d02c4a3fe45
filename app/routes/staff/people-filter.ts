import { staffRoleNames } from "#app/modules/accounts/schema.ts";

/** The filters of the people page from its URL; what cannot be read counts as not asked. */
export function peopleFilterOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  return {
    q: (asked.get("q") ?? "").trim().slice(0, 100),
    role: ["staff", ...staffRoleNames].find((role) => role === asked.get("role")) ?? "",
    state: ["unverified", "disabled"].find((state) => state === asked.get("state")) ?? "",
  };
}
