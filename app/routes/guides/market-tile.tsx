import { dictionary } from "#app/i18n/index.ts";
import { formatMoney, formatValue, type FactCount } from "#app/modules/markets/facts.ts";
import type { MarketTile as Tile } from "#app/modules/markets/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Foreign } from "#app/ui/text.tsx";

/** How much of a guide is checked, as a bar; the words beside it say the same. */
export function CheckedBar({ count }: { count: FactCount }) {
  const share = count.total === 0 ? 0 : (count.checked / count.total) * 100;
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="my-1 h-1.5 w-full">
      <rect width="100" height="4" className="fill-shallow" />
      <rect width={share} height="4" className="fill-starboard" />
    </svg>
  );
}

/** A sounding marked on the chart: something is written here. */
export function Dot() {
  return <span aria-hidden="true" className="bg-note inline-block size-2 rounded-full" />;
}

/** One market on the index: names, trade with China in two figures, what is written and what is checked. */
export function MarketTile({ lang, market }: { lang: Lang; market: Tile }) {
  const t = dictionary(lang).guides;
  const [own, other] = lang === "zh" ? [market.nameZh, market.nameEn] : [market.nameEn, market.nameZh];
  const written = market.written[lang];
  return (
    <li className="border-line bg-sheet hover:bg-shoalwater relative -mt-px -ml-px flex flex-col border p-3">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="text-lg leading-snug">
          <a
            href={at(lang).guide(market.code)}
            className="text-ink hover:text-note no-underline after:absolute after:inset-0"
          >
            {own}
          </a>
        </h3>
        <span aria-hidden="true" className="text-ink-soft text-sm">
          {market.code}
        </span>
      </div>
      <p className="text-ink-soft text-sm leading-snug">
        <Foreign lang={lang === "zh" ? "en" : "zh"}>{other}</Foreign>
      </p>
      {market.imports === null ? null : (
        <p className="mt-2 text-sm leading-snug">
          {t.list.imports(formatMoney(lang, market.imports, "USD"))}
          {market.importShareChina === null ? null : (
            <span className="text-ink-soft block">
              {t.list.fromChina(formatValue(lang, { value: market.importShareChina, unit: "%" })!)}
            </span>
          )}
        </p>
      )}
      <div className="mt-auto pt-3 text-sm leading-snug">
        <p className={written > 0 ? "font-semibold" : "text-ink-soft"}>
          {written > 0 ? (
            <>
              <Dot /> {t.list.written(written)}
            </>
          ) : (
            t.list.factsOnly
          )}
        </p>
        <CheckedBar count={market.facts} />
        <p className="text-ink-soft">
          {t.facts(market.facts.total)}
          {lang === "zh" ? "：" : ": "}
          {t.checkedOf(market.facts.checked, market.facts.toCheck)}
        </p>
      </div>
    </li>
  );
}
