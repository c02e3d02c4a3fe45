import { dictionary } from "#app/i18n/index.ts";
import type { SheetModel, Both } from "#app/modules/pdf/sheet-model.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { absoluteUrl } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { methodId } from "./did.ts";
import { nameIn, saidLines } from "./in-words.ts";
import { ownDid } from "./keys.server.ts";
import { verificationOf } from "./queries.server.ts";

/** An endorsement in force as a page to print, in both languages; null when there is none to show. */
export function endorsementSheet(ctx: Ctx, lang: Lang, id: string): SheetModel | null {
  const found = verificationOf(ctx, id);
  if (!found?.shown || found.status !== "valid") return null;
  const { shown, issuedAt } = found;
  const second: Lang = lang === "zh" ? "en" : "zh";
  /** The same thing in both languages, once where they are alike. */
  const both = (say: (side: Lang) => string): Both => {
    const [text, other] = [say(lang), say(second)];
    return other && other !== text ? { text, other } : { text };
  };
  const words = (side: Lang) => dictionary(side).credentials;
  const lines = (side: Lang) => saidLines(side, shown.said, nameTables(ctx, side, []).sectors);
  const others = new Map(lines(second).map((line) => [line.field, line]));
  const day = (side: Lang, instant: Date) => formatDate(side, instant);
  const url = absoluteUrl(at(lang).verify(id));
  const made = new Date(Math.floor(ctx.now.getTime() / 86_400_000) * 86_400_000);
  return {
    form: "sheet",
    lang,
    title: words(lang).of(nameIn(lang, shown.msme)),
    subject: words(lang).paper.subject(nameIn(lang, shown.msme)),
    author: `${dictionary("en").common.site.name} ${dictionary("zh").common.site.name}`,
    date: made.toISOString(),
    kicker: both((side) => dictionary(side).common.site.name),
    heading: both((side) => words(side).paper.title),
    giver: both((side) => nameIn(side, shown.mnc)),
    says: both((side) => words(side).paper.says),
    taker: both((side) => nameIn(side, shown.msme)),
    rows: [
      {
        label: both((side) => words(side).period),
        value: both((side) => words(side).fromTo(day(side, shown.validFrom), day(side, shown.validUntil))),
      },
      ...lines(lang).map((line) => ({
        label: both((side) => dictionary(side).endorsing.fields[line.field as keyof typeof shown.said]),
        value: both((side) => (side === lang ? line.text : (others.get(line.field)?.text ?? ""))),
      })),
    ],
    notSaid: {
      title: both((side) => words(side).notSaid),
      lines: words(lang).promises.map((text, index) => ({ text, other: words(second).promises[index]! })),
    },
    qr: {
      url,
      caption: both((side) => words(side).paper.scan),
      alt: `${words(lang).paper.scan}: ${url}`,
    },
    foot: [
      url,
      `${words(lang).issued} ${day(lang, issuedAt)} · ${words(lang).key} ${methodId(ownDid(), found.keyId)}`,
      `${words(lang).paper.made(day(lang, made))} · ${words(lang).paper.valid}`,
    ],
  };
}
