import { dictionary } from "#app/i18n/index.ts";
import type { Opportunity } from "#app/modules/opportunities/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Badge } from "#app/ui/text.tsx";
import { nameIn, placeIn, summaryIn, titleIn, whenIn } from "./opportunity-words.ts";

/** One line of the list: what it is, where and when, how many places and until when. */
export function OpportunityRow({ lang, opportunity }: { lang: Lang; opportunity: Opportunity }) {
  const words = dictionary(lang).opportunities;
  const markets = opportunity.markets
    .map((code) => countryName(lang, code))
    .join(lang === "zh" ? "、" : ", ");
  return (
    <li className="border-line grid gap-x-8 gap-y-2 border-b py-4 md:grid-cols-[1fr_13rem_10rem]">
      <div>
        <p className="text-note text-sm font-semibold">{words.kinds[opportunity.kind]}</p>
        <h2 className="text-lg">
          <a href={at(lang).opportunity(opportunity.slug)}>{titleIn(lang, opportunity)}</a>
        </h2>
        <p className="measure mt-1">{summaryIn(lang, opportunity)}</p>
        <p className="text-ink-soft mt-1 text-sm">{nameIn(lang, opportunity.owner)}</p>
      </div>
      <div className="text-sm">
        <p>{whenIn(lang, opportunity)}</p>
        {opportunity.datePrecision === "month" ? <p className="text-ink-soft">{words.usualMonth}</p> : null}
        <p>{placeIn(lang, opportunity)}</p>
        <p className="text-ink-soft">{markets || words.anyMarket}</p>
      </div>
      <div className="text-sm">
        {opportunity.state === "open" ? (
          <p>
            <span className="text-ink-soft">{words.columns.applyBy}</span>{" "}
            <span className="font-semibold">{formatDate(lang, opportunity.applyBy)}</span>
          </p>
        ) : (
          <Badge>{words.states[opportunity.state]}</Badge>
        )}
        <p>{words.seats(opportunity.seats)}</p>
      </div>
    </li>
  );
}
