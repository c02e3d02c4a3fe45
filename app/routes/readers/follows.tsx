import { dictionary } from "#app/i18n/index.ts";
import { listFollows } from "#app/modules/follows/queries.server.ts";
import { isTopic } from "#app/modules/guides/topics.ts";
import { findMarket } from "#app/modules/markets/queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/follows";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.follow");
  const [code = "", topic = ""] = (new URL(args.request.url).searchParams.get("ended") ?? "").split("/");
  const market = code ? findMarket(ctx, code) : null;
  const ended = market ? { market, topic: isTopic(topic) ? topic : ("" as const) } : null;
  const follows = listFollows(ctx);
  const still = follows.some((row) => row.market === ended?.market.code && row.topic === ended.topic);
  return { lang: ctx.lang, follows, ended: still ? null : ended };
}

export default function Follows({ loaderData: { lang, follows, ended } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.readers.follow;
  const nameOf = (row: { nameEn: string; nameZh: string }) => (lang === "zh" ? row.nameZh : row.nameEn);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      {ended ? (
        <Notice tone="good" live>
          <form
            method="post"
            action={at(lang).follow(ended.market.code)}
            className="flex flex-wrap items-center gap-x-4"
          >
            <Hidden market={ended.market.code} topic={ended.topic} />
            <span>
              {words.stopped(
                ended.topic ? `${nameOf(ended.market)} · ${t.topics[ended.topic]}` : nameOf(ended.market),
              )}
            </span>
            <Button look="quiet" name="intent" value="follow">
              {words.undo}
            </Button>
          </form>
        </Notice>
      ) : null}
      {follows.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-3">{words.noneText}</p>
          <ButtonLink href={at(lang).guides()}>{words.toGuides}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {follows.map((row) => {
            const place = row.topic ? t.topics[row.topic] : words.whole;
            const { lastChange } = row;
            return (
              <li
                key={`${row.market}/${row.topic}`}
                className="flex flex-wrap items-start gap-x-6 gap-y-1 py-3"
              >
                <div className="min-w-0 flex-1 basis-64">
                  <p>
                    <a
                      href={row.topic ? at(lang).section(row.market, row.topic) : at(lang).guide(row.market)}
                      className="text-deep font-semibold underline underline-offset-4"
                    >
                      {nameOf(row)} · {place}
                    </a>{" "}
                    <span className="text-ink-soft text-sm">{words.since(formatDate(lang, row.since))}</span>
                  </p>
                  <p className="text-ink-soft measure text-sm">
                    {lastChange ? (
                      <>
                        {formatDate(lang, lastChange.at)} ·{" "}
                        {row.topic ? null : (
                          <>
                            <a href={`/${lang}${lastChange.path}`}>
                              {lang === "zh" ? lastChange.placeZh : lastChange.placeEn}
                            </a>
                            {lang === "zh" ? "：" : ": "}
                          </>
                        )}
                        {lang === "zh" ? lastChange.zh : lastChange.en}
                      </>
                    ) : (
                      words.noChange
                    )}
                  </p>
                </div>
                <form method="post" action={at(lang).follow(row.market)}>
                  <Hidden market={row.market} topic={row.topic} />
                  <Button
                    look="quiet"
                    name="intent"
                    value="unfollow"
                    aria-label={`${words.stop} ${nameOf(row)} · ${place}`}
                  >
                    {words.stop}
                  </Button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function Hidden({ market, topic }: { market: string; topic: string }) {
  return (
    <>
      <input type="hidden" name="market" value={market} />
      <input type="hidden" name="topic" value={topic} />
      <input type="hidden" name="from" value="list" />
    </>
  );
}
