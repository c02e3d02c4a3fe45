import { dictionary } from "#app/i18n/index.ts";
import { nameIn, otherName } from "#app/modules/credentials/in-words.ts";
import type { PdfBlock, PdfFactRow, PdfModel } from "#app/modules/pdf/model.ts";
import type { passports } from "#db/schema/passports.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { formatDate, formatTime } from "#app/platform/dates.ts";
import { absoluteUrl } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { passportContent } from "./passport-content.server.ts";

/** A passport to print, in the reader's language: the same as the page, and the day it was taken. */
export function passportPaper(
  ctx: Ctx,
  lang: Lang,
  passport: typeof passports.$inferSelect,
): PdfModel | null {
  const content = passportContent(ctx, lang, passport);
  if (!content) return null;
  const t = dictionary(lang);
  const words = t.passports.shown;
  const { firm, standing, endorsements, trade, certificates, groups } = content;
  const name = nameIn(lang, firm);
  const other = otherName(lang, firm);
  const heading = (text: string): PdfBlock => ({ kind: "heading", level: 2, text });
  const note = (...lines: string[]): PdfBlock => ({ kind: "note", lines });
  const facts = (rows: PdfFactRow[]): PdfBlock => ({ kind: "facts", rows });
  const blocks: PdfBlock[] = [
    { kind: "heading", level: 1, text: name, kicker: words.kicker },
    note(...(other ? [other] : []), firm.place),
    ...(standing ? [heading(words.standing), { kind: "lead" as const, text: standing.text }] : []),
    ...(endorsements.length > 0 ? [heading(words.endorsements), note(words.endorsementsText)] : []),
    ...endorsements.flatMap((one): PdfBlock[] => [
      { kind: "heading", level: 3, text: `${nameIn(lang, one.by)} · ${words.until(one.until)}` },
      ...(one.lines.length > 0
        ? [facts(one.lines.map(({ label, text }) => ({ label, statement: [text], note: "" })))]
        : []),
      {
        kind: "paragraph",
        spans: [
          { text: `${words.check}${lang === "zh" ? "：" : ": "}` },
          { text: absoluteUrl(at(lang).verify(one.id)), href: absoluteUrl(at(lang).verify(one.id)) },
        ],
      },
    ]),
    ...(trade.length > 0
      ? [
          heading(words.trade),
          note(words.tradeText),
          facts(trade.map(({ year, by, band }) => ({ label: String(year), statement: [band], note: by }))),
        ]
      : []),
    ...(certificates.length > 0
      ? [
          heading(words.certificates),
          ...certificates.map((text): PdfBlock => ({
            kind: "item",
            level: 1,
            marker: "◇",
            spans: [{ text }],
          })),
        ]
      : []),
    ...(groups.length > 0
      ? [
          heading(words.profile),
          note(words.profileText),
          facts(
            groups.map(({ label, lines }) => ({ label, statement: lines.map(({ text }) => text), note: "" })),
          ),
        ]
      : []),
  ];
  const stand = words.stand(formatTime(lang, ctx.now));
  return {
    lang,
    title: words.title(name),
    subject: words.title(name),
    runningHead: `${t.common.site.name} ${t.common.site.otherName} · ${words.title(name)}`,
    footer: stand,
    date: ctx.now.toISOString(),
    blocks: [...blocks, note(stand, words.expires(formatDate(lang, passport.expiresAt)))],
  };
}
