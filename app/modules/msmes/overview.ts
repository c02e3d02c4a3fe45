import { certificateWarnings } from "./certificates.ts";
import { completeness, type ProfileItem } from "./completeness.ts";
import { profileGroups } from "./groups.ts";
import { provinceCode } from "./provinces.ts";
import type { Profile } from "./queries.server.ts";
import type { SizeStandard } from "./size-class.ts";

/** The way through a profile: each step is a page that is saved by itself. */
export const profileSteps = ["registered", ...profileGroups, "photos", "readiness"] as const;
export type ProfileStep = (typeof profileSteps)[number];

/** The step on which an item of the completeness meter is filled in. */
const stepOfItem: Record<ProfileItem, ProfileStep> = {
  products: "products",
  industry: "firm",
  figures: "firm",
  certificates: "certificates",
  targets: "markets",
  exportingSince: "export",
  needs: "needs",
  languages: "languages",
  capabilities: "capabilities",
  summary: "about",
  readiness: "readiness",
};

export type StepState = "done" | "open" | "optional" | "attention";

/** Which steps are done; `attention` where something that was done has run out or is about to. Photos are nobody's duty. */
export function stepStates(
  profile: Profile,
  standard: SizeStandard,
  today: string,
): Record<ProfileStep, StepState> {
  const { missing } = completeness(profile, standard);
  const open = new Set(missing.map(({ item }) => stepOfItem[item]));
  const warned = certificateWarnings(profile.certificates, today);
  const state = (step: ProfileStep): StepState => {
    if (step === "registered") {
      const { creditCode, province } = profile.organisation;
      return creditCode && provinceCode(province) ? "done" : "open";
    }
    if (step === "photos") return profile.photos.length > 0 ? "done" : "optional";
    if (step === "certificates" && warned.expired + warned.soon > 0) return "attention";
    return open.has(step) ? "open" : "done";
  };
  return Object.fromEntries(profileSteps.map((step) => [step, state(step)])) as Record<
    ProfileStep,
    StepState
  >;
}
