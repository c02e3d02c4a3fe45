import { dictionary } from "#app/i18n/index.ts";
import type { passports } from "#db/schema/passports.ts";
import { nameIn, saidLines, type SaidLine } from "#app/modules/credentials/in-words.ts";
import { verificationOf } from "#app/modules/credentials/queries.server.ts";
import type { SpendBand } from "#app/modules/endorsements/vocabulary.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { firmForPassport } from "#app/modules/msmes/firm.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import { groupLines, type Line } from "./group-lines.ts";
import { confirmedTrade } from "./queries.server.ts";
import type { PassportGroup } from "./schema.ts";

export type PassportContent = {
  firm: { nameEn: string; nameZh: string; place: string };
  standing: { vetted: boolean; text: string } | null;
  groups: { group: PassportGroup; label: string; lines: Line[] }[];
  endorsements: {
    id: string;
    by: { nameEn: string; nameZh: string };
    until: string;
    lines: SaidLine[];
  }[];
  certificates: string[];
  trade: { year: number; by: string; band: string }[];
};

/**
 * What a passport shows now, in the reader's language: of what the firm ticked, that which is still so. An
 * endorsement that ended or was revoked is gone from it at once, and so is what the firm has deleted.
 */
export function passportContent(
  ctx: Ctx,
  lang: Lang,
  { organisationId, contents }: Pick<typeof passports.$inferSelect, "organisationId" | "contents">,
): PassportContent | null {
  const firm = firmForPassport(ctx, organisationId);
  if (!firm) return null;
  const t = dictionary(lang);
  const words = t.passports.shown;
  const { sectors } = nameTables(ctx, lang, []);
  const { standing } = firm;
  const vetted = standing?.status === "vetted" ? standing.until : null;
  const today = ctx.now.toISOString().slice(0, 10);
  return {
    firm: {
      nameEn: firm.firm.nameEn,
      nameZh: firm.firm.nameZh,
      place: [firm.firm.city, countryName(lang, firm.firm.country)].filter(Boolean).join(" · "),
    },
    standing: contents.standing
      ? {
          vetted: vetted !== null,
          text: vetted ? words.vetted(formatDate(lang, new Date(vetted))) : words.notVetted,
        }
      : null,
    groups: (contents.groups as PassportGroup[]).flatMap((group) => {
      const lines = groupLines(lang, group, firm.groups);
      return lines.length > 0 ? [{ group, label: t.passports.groups[group], lines }] : [];
    }),
    endorsements: contents.endorsements.flatMap((id) => {
      const found = verificationOf(ctx, id);
      if (found?.status !== "valid" || !found.shown) return [];
      const { shown } = found;
      return [
        {
          id,
          by: shown.mnc,
          until: formatDate(lang, shown.validUntil),
          lines: saidLines(lang, shown.said, sectors),
        },
      ];
    }),
    certificates: (firm.groups.certificates ?? [])
      .filter(({ id }) => contents.certificates.includes(id))
      .map(({ code, issuer, expiresOn }) => {
        const when = expiresOn
          ? (expiresOn >= today ? words.validUntil : words.expired)(formatDay(lang, expiresOn))
          : "";
        return [code, issuer, when].filter(Boolean).join(" · ");
      }),
    trade: confirmedTrade(ctx, organisationId)
      .filter(({ id }) => contents.trade.includes(id))
      .map((one) => ({
        year: one.year,
        by: nameIn(lang, one),
        band: t.endorsing.spendBands[one.spendBand as SpendBand],
      })),
  };
}
