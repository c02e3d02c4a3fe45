import { factState, formatValue, sideOf } from "#app/modules/markets/facts.ts";
import { factsOf } from "#app/modules/markets/queries.server.ts";
import { topics } from "#app/modules/guides/topics.ts";
import { dictionary } from "#app/i18n/index.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FilterForm } from "#app/routes/staff/filter-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Badge, EmptyState, Foreign, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/market-facts";
import { roomMarket } from "./place.server.ts";

const states = ["read", "knowledge", "gap"] as const;
const tones = { checked: "good", toCheck: "note", gap: "plain" } as const;
const stateOf = { checked: "read", toCheck: "knowledge", gap: "gap" } as const;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const market = roomMarket(ctx, args.params);
  const asked = new URL(args.request.url).searchParams;
  const topic = topics.find((one) => one === asked.get("topic")) ?? "";
  const state = states.find((one) => one === asked.get("state")) ?? "";
  const own = factsOf(ctx, market).filter(({ inheritedFrom }) => inheritedFrom === null);
  return {
    lang: ctx.lang,
    market,
    topic,
    state,
    facts: own
      .filter((fact) => (!topic || fact.topic === topic) && (!state || stateOf[factState(fact)] === state))
      .map((fact) => ({ ...fact, state: factState(fact) })),
  };
}

/** A market's own facts; those of its blocks are edited with the block. */
export default function MarketFacts({ loaderData }: Route.ComponentProps) {
  const { lang, market, topic, state, facts } = loaderData;
  const t = dictionary(lang);
  const words = t.editorial.facts;
  const go = at(lang);
  const title = words.of(lang === "zh" ? market.nameZh : market.nameEn);
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffFacts()}>{words.title}</a>}
        title={title}
        lead={
          <>
            {t.staff.found(facts.length)}{" "}
            {market.blocks.map((block) => (
              <a key={block.code} href={go.staffMarketFacts(block.code)} className="mr-3 underline">
                {words.of(lang === "zh" ? block.nameZh : block.nameEn)}
              </a>
            ))}
          </>
        }
        actions={<ButtonLink href={go.staffFact(market.code, "new")}>{words.add}</ButtonLink>}
      />
      <FilterForm lang={lang} clearHref={go.staffMarketFacts(market.code)}>
        <SelectField
          name="topic"
          label={words.filterTopic}
          empty={t.staff.any}
          defaultValue={topic}
          options={topics.map((value) => ({ value, label: t.topics[value] }))}
        />
        <SelectField
          name="state"
          label={words.filterState}
          empty={t.staff.any}
          defaultValue={state}
          options={states.map((value) => ({ value, label: words.states[value] }))}
        />
      </FilterForm>
      {facts.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={title}
          rows={facts}
          rowKey={(fact) => fact.key}
          columns={[
            {
              key: "key",
              head: words.key,
              cell: (fact) => (
                <a href={go.staffFact(market.code, fact.key)} aria-label={words.edit(fact.key)}>
                  <code>{fact.key}</code>
                </a>
              ),
            },
            {
              key: "fact",
              head: words.fact,
              cell: (fact) => (
                <span className="block min-w-48">
                  <Words lang={lang} en={fact.labelEn} zh={fact.labelZh} />
                  <span className="text-ink-soft block text-sm">{t.topics[fact.topic]}</span>
                </span>
              ),
            },
            {
              key: "value",
              head: words.value,
              cell: (fact) => (
                <span className="block min-w-48">
                  <span className="block font-semibold">{formatValue(lang, fact)}</span>
                  <span className="text-sm">
                    <Words lang={lang} en={fact.textEn} zh={fact.textZh} />
                  </span>
                </span>
              ),
            },
            {
              key: "source",
              head: words.source,
              cell: (fact) =>
                fact.source ? <Words lang={lang} en={fact.source.nameEn} zh={fact.source.nameZh} /> : "—",
            },
            {
              key: "state",
              head: words.asOf,
              cell: (fact) => (
                <span className="flex flex-col items-start gap-1">
                  {fact.asOf ?? "—"}
                  <Badge tone={tones[fact.state]}>{words.states[stateOf[fact.state]]}</Badge>
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function Words({ lang, en, zh }: { lang: "en" | "zh"; en: string | null; zh: string | null }) {
  const side = sideOf(lang, en, zh);
  if (!side) return null;
  return side.lang === lang ? side.text : <Foreign lang={side.lang}>{side.text}</Foreign>;
}
