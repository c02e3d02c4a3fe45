import { dictionary } from "#app/i18n/index.ts";
import type { FollowState } from "#app/modules/follows/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";

/**
 * Follow or stop, for the signed-in; for visitors, whose page is kept for all, a link that leads through sign-in
 * and back. `state` is null for visitors.
 */
export function FollowButton({
  lang,
  market,
  topic = "",
  state,
}: {
  lang: Lang;
  market: { code: string; nameEn: string; nameZh: string };
  topic?: string;
  state: FollowState;
}) {
  const words = dictionary(lang).readers.follow;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const label = topic === "" ? words.market(name) : words.section;
  if (!state) {
    return <ButtonLink href={at(lang).follow(market.code, { topic })}>{label}</ButtonLink>;
  }
  if (topic !== "" && state.market) {
    return <span className="text-ink-soft self-center text-sm">{words.viaMarket(name)}</span>;
  }
  const follows = topic === "" ? state.market : state.section;
  return (
    <form method="post" action={at(lang).follow(market.code, { topic })}>
      <input type="hidden" name="market" value={market.code} />
      <input type="hidden" name="topic" value={topic} />
      <Button look="secondary" name="intent" value={follows ? "unfollow" : "follow"}>
        {follows ? (
          <>
            <span aria-hidden="true" className="text-starboard">
              ✓
            </span>
            {topic === "" ? words.ends(name) : words.sectionEnds}
          </>
        ) : (
          label
        )}
      </Button>
    </form>
  );
}
