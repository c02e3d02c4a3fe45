import { createHash } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { organisations } from "#db/schema/accounts.ts";
import { glossaryTerms } from "#db/schema/guides.ts";
import { facts, markets } from "#db/schema/markets.ts";
import { opportunities, opportunityMarkets } from "#db/schema/opportunities.ts";
import type { IndexDefinition, SearchDocument } from "../engine.ts";
import { placeNames } from "../places.ts";
import type { EntryKind } from "./entry-kinds.ts";
import { cleanText, shownText } from "../text.ts";

/** Stands for every market in the filter: a term or a programme that belongs to none. */
export const anyMarket = "ALL";

/** One document per fair, programme, provider and term, in both languages at once. */
export const entriesIndex: IndexDefinition = {
  name: "entries",
  searchable: { titleEn: 8, titleZh: 8, names: 5, keywords: 2, bodyEn: 1, bodyZh: 1 },
  filterable: ["kind", "market"],
  facets: ["kind"],
  languages: { zh: ["*Zh"], en: ["*En"] },
};

type Entry = {
  id: string;
  kind: EntryKind;
  markets: string[];
  titleEn: string;
  titleZh: string;
  bodyEn: string;
  bodyZh: string;
  also?: string[];
  /** Where it leads, without the language: a market's guide section, an opportunity, or a term. */
  place: string;
  unchecked?: boolean;
};

/** Words by which people ask for a kind as a whole, so that "Germany fairs" finds all of them. */
const kindWords: Record<EntryKind, string> = {
  fairs:
    "fair, fairs, trade fair, trade show, show, exhibition, expo, event, booth, stand, messe, 展会, 展览, 展览会, 博览会, 交易会, 参展, 展位, 会展, 展",
  opportunities:
    "opportunity, opportunities, programme, program, sponsor, sponsorship, consortium, apply, seats, 机会, 项目, 赞助, 名额, 报名, 联合体, 计划",
  providers:
    "contact, contacts, provider, service provider, chamber of commerce, association, agency, embassy, advice, help, 联系, 联系人, 联系方式, 机构, 服务机构, 服务商, 商会, 协会, 使馆, 顾问, 帮助",
  glossary: "meaning, definition, what is, glossary, term, 是什么, 什么意思, 含义, 定义, 术语, 解释",
};

/** Everything that visitors may see of these kinds; small enough to be made whole each time. */
export function allEntryDocuments(db: Database): SearchDocument[] {
  const rows = db.select().from(markets).all();
  const named = new Map(rows.map((row) => [row.code, row]));
  const namesOf = (code: string) => {
    const row = named.get(code);
    return row ? [row.code, row.nameEn, row.nameZh, ...row.aliases, placeNames[code] ?? ""] : [];
  };
  return [...factEntries(db), ...opportunityEntries(db), ...partnerEntries(db), ...termEntries(db)].map(
    (entry) => documentOf(entry, entry.markets.flatMap(namesOf)),
  );
}

function factEntries(db: Database): Entry[] {
  const rows = db
    .select()
    .from(facts)
    .where(inArray(facts.kind, ["fair", "contact"]))
    .all();
  const join = (sign: string, ...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(sign);
  return rows
    .filter((row) => !row.gap)
    .map((row) => {
      const { detail } = row;
      const kind = row.kind === "fair" ? "fairs" : "providers";
      return {
        id: `${kind}-${row.marketCode}-${row.key}`,
        kind,
        markets: [row.marketCode],
        titleEn: row.labelEn,
        titleZh: row.labelZh ?? row.labelEn,
        bodyEn: join(
          "; ",
          detail.cityEn,
          detail.whenEn,
          detail.sectorsEn,
          detail.organiser,
          row.textEn,
          row.noteEn,
        ),
        bodyZh: join(
          "；",
          detail.cityZh,
          detail.whenZh,
          detail.sectorsZh,
          detail.organiser,
          row.textZh,
          row.noteZh,
        ),
        place: `${row.marketCode}/${row.topic}`,
        unchecked: row.basis === "knowledge",
      };
    });
}

/** Not drafts, nothing called off, nothing that is over. */
const shownStates = ["open", "closed", "allocated", "running"] as const;

function opportunityEntries(db: Database): Entry[] {
  const named = db.select().from(opportunityMarkets).all();
  return db
    .select()
    .from(opportunities)
    .where(inArray(opportunities.state, [...shownStates]))
    .all()
    .map((row) => ({
      id: `opportunity-${row.slug}`,
      kind: row.kind === "fair" ? "fairs" : "opportunities",
      markets: named.filter((other) => other.opportunityId === row.id).map((other) => other.marketCode),
      titleEn: row.titleEn,
      titleZh: row.titleZh,
      bodyEn: [row.placeEn, row.summaryEn, row.bodyEn].filter(Boolean).join("\n"),
      bodyZh: [row.placeZh, row.summaryZh, row.bodyZh].filter(Boolean).join("\n"),
      also: row.certificates,
      place: row.slug,
    }));
}

/** Partners in good standing: who they are and where, nothing more. */
function partnerEntries(db: Database): Entry[] {
  return db
    .select()
    .from(organisations)
    .where(eq(organisations.kind, "partner"))
    .all()
    .filter((row) => row.pendingSince === null)
    .map((row) => ({
      id: `partner-${row.id}`,
      kind: "providers",
      markets: [row.country],
      titleEn: row.nameEn || row.nameZh,
      titleZh: row.nameZh || row.nameEn,
      bodyEn: row.city ?? "",
      bodyZh: row.city ?? "",
      place: `${row.country}/contacts`,
    }));
}

function termEntries(db: Database): Entry[] {
  return db
    .select()
    .from(glossaryTerms)
    .all()
    .map((row) => ({
      id: `term-${createHash("sha256").update(row.id).digest("hex").slice(0, 16)}`,
      kind: "glossary",
      markets: [],
      titleEn: row.termEn,
      titleZh: row.termZh,
      bodyEn: row.definitionEn,
      bodyZh: row.definitionZh,
      also: row.alsoSearchedAs,
      place: row.id,
    }));
}

function documentOf(entry: Entry, names: string[]): SearchDocument {
  const words = {
    titleEn: entry.titleEn,
    titleZh: entry.titleZh,
    names: [...names, ...(entry.also ?? [])].join(", "),
    keywords: kindWords[entry.kind].replaceAll("*", ""),
    bodyEn: entry.bodyEn,
    bodyZh: entry.bodyZh,
  };
  const document = {
    id: entry.id.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, 200),
    text: Object.fromEntries(Object.entries(words).map(([field, text]) => [field, cleanText(text)])),
    filter: { kind: entry.kind, market: entry.markets.length > 0 ? entry.markets : [anyMarket] },
    shown: {
      kind: entry.kind,
      market: entry.markets[0] ?? null,
      titleEn: shownText(entry.titleEn),
      titleZh: shownText(entry.titleZh),
      bodyEn: shownText(entry.bodyEn),
      bodyZh: shownText(entry.bodyZh),
      place: entry.place,
      unchecked: entry.unchecked === true,
    },
  };
  return { ...document, hash: createHash("sha256").update(JSON.stringify(document)).digest("base64url") };
}
