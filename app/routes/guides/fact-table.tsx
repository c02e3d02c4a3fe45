import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import {
  formatValue,
  groupByNote,
  sideOf,
  type FactKind,
  type MarketFact,
} from "#app/modules/markets/facts.ts";
import type { MarketName } from "#app/modules/markets/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Foreign } from "#app/ui/text.tsx";
import { FairRows } from "./fair-rows.tsx";
import { FactNote } from "./fact-note.tsx";

/** Reading order inside a topic: what decides the price first, addresses last. */
const kinds: FactKind[] = [
  "indicator",
  "vat",
  "de_minimis",
  "fta",
  "regulation",
  "mark",
  "payment",
  "marketplace",
  "port",
  "fair",
  "portal",
  "contact",
  "membership",
];
const listed = new Set<FactKind>(["marketplace", "port", "fair", "contact", "portal"]);

/**
 * Facts of one topic as rows of label, statement and margin note: the market's own first, then what it inherits,
 * under the name of the block. Lists share a note where they share a source.
 */
export function FactTable({
  lang,
  blocks,
  facts,
}: {
  lang: Lang;
  blocks: MarketName[];
  facts: MarketFact[];
}) {
  const own = facts.filter((fact) => fact.inheritedFrom === null);
  return (
    <div className="border-line-strong @container border-t">
      {own.length > 0 ? <Rows lang={lang} facts={own} /> : null}
      {blocks.map((block) => {
        const inherited = facts.filter((fact) => fact.inheritedFrom === block.code);
        if (inherited.length === 0) return null;
        return (
          <div key={block.code}>
            <p className="bg-shoalwater border-line border-b px-2 py-1.5 text-sm">
              <a href={at(lang).guide(block.code)} className="text-note underline underline-offset-2">
                {dictionary(lang).guides.fact.inherited(lang === "zh" ? block.nameZh : block.nameEn)}
              </a>
            </p>
            <Rows lang={lang} facts={inherited} />
          </div>
        );
      })}
    </div>
  );
}

function Rows({ lang, facts }: { lang: Lang; facts: MarketFact[] }) {
  const groups = kinds.flatMap((kind) => {
    const ofKind = facts.filter((fact) => fact.kind === kind);
    return listed.has(kind) ? groupByNote(ofKind) : ofKind.map((fact) => [fact]);
  });
  return (
    <dl>
      {groups.map((group, index) => {
        const first = group[0]!;
        const above = groups[index - 1]?.[0];
        const ditto = first.source !== null && above?.source?.id === first.source.id;
        return (
          <Row
            key={first.key}
            anchor={first.key}
            label={
              listed.has(first.kind) ? (
                dictionary(lang).guides.fact.kinds[first.kind]
              ) : (
                <Label lang={lang} fact={first} />
              )
            }
            note={<FactNote lang={lang} fact={first} ditto={ditto} />}
          >
            {first.kind === "fair" ? (
              <FairRows lang={lang} fairs={group} />
            ) : listed.has(first.kind) ? (
              <Names lang={lang} facts={group} />
            ) : (
              <Statement lang={lang} fact={first} />
            )}
          </Row>
        );
      })}
    </dl>
  );
}

function Row({
  label,
  note,
  anchor,
  children,
}: {
  label: ReactNode;
  note: ReactNode;
  anchor: string;
  children: ReactNode;
}) {
  return (
    <div
      id={`fact-${anchor}`}
      className="border-line grid scroll-mt-6 break-inside-avoid gap-x-6 gap-y-1 border-b py-3 @xl:grid-cols-[10rem_1fr] @4xl:grid-cols-[10rem_1fr_17rem]"
    >
      <dt className="leading-snug font-semibold @xl:pt-px">{label}</dt>
      <dd className="min-w-0">{children}</dd>
      <dd className="border-note @xl:col-start-2 @4xl:col-start-3 @4xl:border-l @4xl:pl-3 @4xl:pt-px">
        {note}
      </dd>
    </div>
  );
}

/** A phrase that may stand in the other language, marked as such. */
function Words({ lang, en, zh }: { lang: Lang; en?: string | null; zh?: string | null }) {
  const side = sideOf(lang, en, zh);
  if (!side) return null;
  return side.lang === lang ? <>{side.text}</> : <Foreign lang={side.lang}>{side.text}</Foreign>;
}

function Label({ lang, fact }: { lang: Lang; fact: MarketFact }) {
  if (fact.detail.ftaKind === "none") return dictionary(lang).guides.fact.noAgreement;
  return (
    <>
      {fact.detail.code ? (
        <span className="border-ink mb-1 block w-fit rounded-sm border px-1.5 text-sm leading-6">
          {fact.detail.code}
        </span>
      ) : null}
      <Words lang={lang} en={fact.labelEn} zh={fact.labelZh} />
    </>
  );
}

function Statement({ lang, fact }: { lang: Lang; fact: MarketFact }) {
  const words = dictionary(lang).guides.fact;
  const { detail } = fact;
  const value = formatValue(lang, fact);
  const status = sideOf(lang, detail.statusEn, detail.statusZh);
  const dateOf = (text: string) =>
    /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(lang, text) : words.asOf(Number(text));
  const proof = sideOf(lang, detail.originProofEn, detail.originProofZh);

  return (
    <>
      {fact.gap ? <p className="measure">{words.gap}</p> : null}
      {value ? (
        <p className="text-xl leading-snug">
          <data value={String(fact.value)}>{value}</data>
        </p>
      ) : null}
      {fact.textEn || fact.textZh ? (
        <p className="measure">
          <Words lang={lang} en={fact.textEn} zh={fact.textZh} />
        </p>
      ) : null}
      {status ? <p className="text-ink-soft text-sm">{status.text}</p> : null}
      {detail.ftaKind && detail.ftaKind !== "none" ? (
        <p>
          {words.ftaKinds[detail.ftaKind] ?? detail.ftaKind}
          {detail.inForce ? ` · ${words.inForce(dateOf(detail.inForce))}` : null}
        </p>
      ) : null}
      {proof ? (
        <p className="measure">
          <span className="text-ink-soft">{words.originProof}</span>
          {proof.text}
        </p>
      ) : null}
      {detail.list ? (
        <p className="measure">{detail.list.map((name) => name[lang]).join(lang === "zh" ? "、" : ", ")}</p>
      ) : null}
      {fact.noteEn || fact.noteZh ? (
        <p className="text-ink-soft measure">
          <Words lang={lang} en={fact.noteEn} zh={fact.noteZh} />
        </p>
      ) : null}
    </>
  );
}

/** Names only (marketplaces, ports, contacts, portals), in columns, with the Latin name beside the Chinese one. */
function Names({ lang, facts }: { lang: Lang; facts: MarketFact[] }) {
  return (
    <ul className="grid gap-x-6 gap-y-1 @xl:grid-cols-2">
      {facts.map((fact) => {
        const own = sideOf(lang, fact.labelEn, fact.labelZh)!;
        const latin = lang === "zh" && own.lang === "zh" && own.text !== fact.labelEn ? fact.labelEn : null;
        const name = own.lang === lang ? own.text : <Foreign lang={own.lang}>{own.text}</Foreign>;
        return (
          <li key={fact.key} className="leading-snug">
            {fact.url ? (
              <a href={fact.url} rel="external noopener noreferrer">
                {name}
              </a>
            ) : (
              name
            )}
            {latin ? (
              <span className="text-ink-soft text-sm">
                {" "}
                <Foreign lang="en">{latin}</Foreign>
              </span>
            ) : null}
            {fact.noteEn || fact.noteZh ? (
              <span className="text-ink-soft block text-sm">
                <Words lang={lang} en={fact.noteEn} zh={fact.noteZh} />
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
