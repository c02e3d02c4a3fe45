import { dictionary } from "#app/i18n/index.ts";
import { topicCell, type Cell } from "#app/modules/guides/topic-table.ts";
import type { MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { DataTable } from "#app/ui/data-table.tsx";

export type BlockMember = { code: string; nameEn: string; nameZh: string; facts: MarketFact[] };

/** A block's members side by side: what stays each member's own, and since when the shared agreement holds there. */
export function BlockMembers({
  lang,
  members,
  agreements,
}: {
  lang: Lang;
  members: BlockMember[];
  /** Keys of the block's own trade agreements: the member's own row of the same key gives its date. */
  agreements: string[];
}) {
  const words = dictionary(lang).crossmarket.block;
  if (members.length === 0) return null;
  const cell = (member: BlockMember, column: "vat" | "deMinimis") =>
    topicCell(lang, "tariffs-taxes", column, member.facts, null);
  return (
    <div className="mb-12">
      <h2 className="text-2xl">{words.members}</h2>
      <p className="text-ink-soft measure mb-3">{words.lead}</p>
      <DataTable
        caption={words.members}
        rows={members}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "market",
            head: words.market,
            cell: (member) => (
              <a
                href={at(lang).guide(member.code)}
                className="text-deep font-semibold whitespace-nowrap underline underline-offset-4"
              >
                {lang === "zh" ? member.nameZh : member.nameEn}
              </a>
            ),
          },
          { key: "vat", head: words.vat, cell: (member) => <First cell={cell(member, "vat")} /> },
          {
            key: "deMinimis",
            head: words.deMinimis,
            cell: (member) => <First cell={cell(member, "deMinimis")} />,
          },
          {
            key: "agreement",
            head: words.agreement,
            cell: (member) => <Agreements lang={lang} member={member} keys={agreements} />,
          },
        ]}
      />
    </div>
  );
}

/** The figure where there is one, else the statement. */
function First({ cell }: { cell: Cell }) {
  const [first] = cell.entries;
  if (!first) return <span aria-hidden="true">—</span>;
  return (
    <span className={first.text.length > 24 ? "block min-w-56 text-sm leading-snug" : "whitespace-nowrap"}>
      {first.text}
    </span>
  );
}

function Agreements({ lang, member, keys }: { lang: Lang; member: BlockMember; keys: string[] }) {
  const words = dictionary(lang).crossmarket.block;
  const found = member.facts.filter((fact) => fact.kind === "fta" && keys.includes(fact.key));
  const held = found.filter(({ detail }) => detail.ftaKind !== "none");
  if (held.length === 0) return <span className="text-ink-soft">{words.none}</span>;
  return (
    <ul className="min-w-48">
      {held.map((fact) => (
        <li key={fact.key} className="leading-snug">
          {lang === "zh" ? fact.labelZh : fact.labelEn}{" "}
          <span className="text-ink-soft text-sm">
            {fact.detail.inForce
              ? words.since(
                  fact.detail.inForce.length > 4 ? formatDay(lang, fact.detail.inForce) : fact.detail.inForce,
                )
              : dictionary(lang).guides.fact.ftaKinds[fact.detail.ftaKind ?? ""]}
          </span>
        </li>
      ))}
    </ul>
  );
}
