import type { Standing } from "#app/modules/matching/types.ts";
import { completeness, type Stated } from "./completeness.ts";
import type { SizeStandard } from "./size-class.ts";

export type Step = {
  step:
    | "notNamed"
    | "products"
    | "firm"
    | "certificates"
    | "export"
    | "markets"
    | "needs"
    | "languages"
    | "vetting"
    | "renew"
    | "wait"
    | "suspended";
  /** Anchor on the profile page. */
  field: string;
  done: boolean;
  /** Day of the standing's last change, for the last step. */
  date?: string;
};

/**
 * What a firm has to do, in order, before programmes for vetted firms are open to it: first what the vetter and the
 * conditions read, then the vetting itself. Empty for a vetted firm.
 */
export function stepsToVetted(
  profile: Stated & { standing: Standing; province: string | undefined },
  standard: SizeStandard,
): Step[] {
  const { standing } = profile;
  if (standing.status === "vetted") return [];
  const { missing } = completeness(profile, standard);
  const gap = (...items: string[]) => missing.find(({ item }) => items.includes(item));
  const step = (name: Step["step"], field: string, ...items: string[]): Step => {
    const found = gap(...items);
    return { step: name, field: found?.field ?? field, done: !found };
  };
  return [
    { step: "notNamed", field: "province", done: profile.province !== undefined },
    step("products", "products", "products"),
    step("firm", "division", "industry", "figures"),
    step("certificates", "certificates", "certificates"),
    step("export", "exportingSince", "exportingSince"),
    step("markets", "targets", "targets"),
    step("needs", "needs", "needs"),
    step("languages", "languages", "languages"),
    lastStep(standing),
  ];
}

function lastStep(standing: Exclude<Standing, { status: "vetted" }>): Step {
  const last = { field: "vetting", done: false };
  switch (standing.status) {
    case "lapsed":
      return { step: "renew", ...last, date: standing.since.slice(0, 10) };
    case "underReview":
      return { step: "wait", ...last, date: standing.since.slice(0, 10) };
    case "suspended":
      return { step: "suspended", ...last };
    case "unvetted":
      return { step: "vetting", ...last };
  }
}
