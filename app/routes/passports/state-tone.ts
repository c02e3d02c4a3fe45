import type { PassportState } from "#app/modules/passports/policy.ts";
import type { Tone } from "#app/ui/text.tsx";

export const toneOfState: Record<PassportState, Tone> = {
  open: "good",
  cutOff: "bad",
  expired: "plain",
  usedUp: "warn",
};
