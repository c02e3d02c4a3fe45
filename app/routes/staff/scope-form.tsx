import { dictionary } from "#app/i18n/index.ts";
import { sectorLabel } from "#app/modules/matching/sector-names.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/field.tsx";

type SectorRow = { code: string; parentCode: string | null; nameEn: string; nameZh: string };
type Partner = {
  id: string;
  nameEn: string;
  nameZh: string;
  scope: { sectors: string[]; markets: string[] } | null;
};

/** One partner's scope: whole sections or single chapters, and markets. */
export function ScopeForm({
  lang,
  partner,
  sectors,
  markets,
}: {
  lang: Lang;
  partner: Partner;
  sectors: SectorRow[];
  markets: string[];
}) {
  const words = dictionary(lang).network.scopes;
  const order = new Intl.Collator(lang === "zh" ? "zh-Hans" : "en");
  return (
    <section aria-labelledby="scope" className="border-line border-t py-6">
      <h2 id="scope" className="mb-4 scroll-mt-24 text-xl">
        {words.edit(nameOf(lang, partner))}
      </h2>
      <form method="post" action={at(lang).staffPartnerScopes({ partner: partner.id })}>
        <input type="hidden" name="partner" value={partner.id} />
        <CheckboxGroup
          name="sectors"
          label={words.sectors}
          checked={partner.scope?.sectors ?? []}
          options={sectors.map((row) => ({
            value: row.code,
            label: row.parentCode ? (
              <span>{sectorLabel(lang, row)}</span>
            ) : (
              <span className="font-semibold">{sectorLabel(lang, row)}</span>
            ),
          }))}
        />
        <CheckboxGroup
          name="markets"
          label={words.markets}
          checked={partner.scope?.markets ?? []}
          options={markets
            .map((code) => ({ value: code, label: countryName(lang, code) }))
            .sort((a, b) => order.compare(a.label, b.label))}
        />
        <Button name="intent" value="set">
          {words.set}
        </Button>
      </form>
    </section>
  );
}
