import { dictionary } from "#app/i18n/index.ts";
import type { Stage } from "#app/modules/endorsements/policy.ts";
import type { Lang } from "#app/platform/context.ts";
import { Badge, type Tone } from "#app/ui/text.tsx";

const tones: Record<Stage, Tone> = {
  draft: "plain",
  approval: "note",
  acceptance: "note",
  active: "good",
  expired: "plain",
  revoked: "bad",
};

/** The stage of an endorsement in a word, and beside it why an active one does not count now. */
export function StageBadge({
  lang,
  stage,
  held,
  counts,
  notYet = false,
}: {
  lang: Lang;
  stage: Stage;
  held: boolean;
  counts: boolean;
  notYet?: boolean;
}) {
  const words = dictionary(lang).endorsing;
  const idle = stage === "active" && !counts && !held;
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={stage === "active" && !counts ? "warn" : tones[stage]}>{words.stages[stage]}</Badge>
      {held ? <Badge tone="warn">{words.portfolio.held}</Badge> : null}
      {idle ? (
        <Badge tone="warn">{notYet ? words.portfolio.notYet : words.portfolio.notCounting}</Badge>
      ) : null}
    </span>
  );
}

const road = ["draft", "approval", "acceptance", "active"] as const;

/** The four stations of the road, with the one it has reached. */
export function Road({ lang, stage }: { lang: Lang; stage: Stage }) {
  const words = dictionary(lang).endorsing.page;
  const reached = road.indexOf(stage as (typeof road)[number]);
  return (
    <ol aria-label={words.road} className="mb-8 grid grid-cols-4 gap-1 sm:max-w-2xl">
      {road.map((station, at) => {
        const done = reached < 0 || at < reached;
        const here = at === reached;
        return (
          <li
            key={station}
            aria-current={here ? "step" : undefined}
            className={`border-t-4 pt-1 text-sm ${here ? "border-note font-semibold" : done ? "border-deep" : "border-line text-ink-soft"}`}
          >
            {words.roadSteps[station]}
          </li>
        );
      })}
    </ol>
  );
}
