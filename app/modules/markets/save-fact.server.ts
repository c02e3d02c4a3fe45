import { and, eq, max } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { facts, markets, sources, type FactDetail } from "#db/schema/markets.ts";
import { enqueueForSearch } from "#search/outbox.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import { tellOfFact } from "#app/modules/follows/tell-followers.server.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { detailAfter } from "./fact-detail.ts";
import type { FactForm, NewFactForm } from "./fact-form.ts";

const shown = 160;
const brief = (value: unknown) => {
  const text =
    value === null || value === undefined
      ? "—"
      : typeof value === "object"
        ? JSON.stringify(value)
        : String(value as string | number | boolean);
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
};

/** The columns that a form sets. */
function columns(form: FactForm, sourceId: string | null) {
  const { labelEn, labelZh, textEn, textZh, noteEn, noteZh, value, unit, url, asOf, gap } = form;
  return {
    ...{ labelEn, labelZh, textEn, textZh, noteEn, noteZh, value, unit, url, asOf, gap, sourceId },
    confidence: form.confidence ?? null,
    basis: gap ? null : (form.basis ?? null),
  };
}

/**
 * Corrects one fact of a market: every page, search hit and text that shows it follows. The trail keeps each changed
 * field as before → after.
 *
 * @throws DomainError when somebody else changed the fact since the form was opened, or a rule says no.
 */
export function saveFact(ctx: PersonCtx, market: string, key: string, form: FactForm): void {
  demand(ctx.actor, "guides.edit");
  ctx.db.transaction((tx) => {
    const here = and(eq(facts.marketCode, market), eq(facts.key, key));
    const before = tx.select().from(facts).where(here).get();
    if (!before) throw new DomainError("fact.gone");
    if (String(before.updatedAt.getTime()) !== form.seen) throw new DomainError("fact.moved");
    assertYear(ctx, form);
    const detail = detailAfter(before.kind, before.detail, form);
    const after = { ...columns(form, sourceOf(tx, ctx, form)), detail };
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((name) =>
      name === "detail" ? !sameDetail(detail, before.detail) : after[name] !== before[name],
    );
    if (changed.length === 0) return;
    tx.update(facts)
      .set({ ...after, updatedAt: later(ctx.now, before.updatedAt) })
      .where(here)
      .run();
    tellOfFact(tx, ctx, before, { ...before, ...after });
    recordAudit(tx, ctx, {
      action: "fact.change",
      record: "fact",
      recordId: `${market}/${key}`,
      from: before.gap ? "gap" : before.basis,
      to: after.gap ? "gap" : after.basis,
      detail: Object.fromEntries(
        changed.map((name) => [name, `${brief(before[name])} → ${brief(after[name])}`]),
      ),
    });
    enqueueForSearch(tx, "sections", market, ctx.now);
  });
}

/** Adds a fact at the end of a market's list; its key is what texts name it by. */
export function addFact(ctx: PersonCtx, market: string, form: NewFactForm): void {
  demand(ctx.actor, "guides.edit");
  ctx.db.transaction((tx) => {
    const known = tx.select({ code: markets.code }).from(markets).where(eq(markets.code, market)).get();
    if (!known) throw new DomainError("guide.noMarket");
    const { key, kind, topic } = form;
    const taken = tx
      .select({ id: facts.id })
      .from(facts)
      .where(and(eq(facts.marketCode, market), eq(facts.key, key)))
      .get();
    if (taken) throw new DomainError("fact.keyTaken", { field: "key" });
    assertYear(ctx, form);
    const last = tx
      .select({ position: max(facts.position) })
      .from(facts)
      .where(eq(facts.marketCode, market))
      .get();
    tx.insert(facts)
      .values({
        ...columns(form, sourceOf(tx, ctx, form)),
        ...{ marketCode: market, key, kind, topic, updatedAt: ctx.now },
        detail: detailAfter(kind, {}, form),
        position: (last?.position ?? -1) + 1,
      })
      .run();
    const detail = { label: brief(form.labelEn), value: brief(form.value), asOf: form.asOf };
    const record = { record: "fact", recordId: `${market}/${key}` };
    recordAudit(tx, ctx, {
      action: "fact.add",
      ...record,
      from: null,
      to: form.gap ? "gap" : form.basis,
      detail,
    });
    enqueueForSearch(tx, "sections", market, ctx.now);
  });
}

/** Whether two facts carry the same particulars, whatever the order they were written in. */
function sameDetail(a: FactDetail, b: FactDetail): boolean {
  const flat = (detail: FactDetail) =>
    JSON.stringify(Object.entries(detail).sort(([one], [other]) => (one < other ? -1 : 1)));
  return flat(a) === flat(b);
}

/** Two saves within one millisecond must still differ: the instant is what the next form is held against. */
function later(now: Date, before: Date): Date {
  return now.getTime() > before.getTime() ? now : new Date(before.getTime() + 1);
}

function assertYear(ctx: PersonCtx, { asOf }: FactForm): void {
  if (asOf !== null && asOf > ctx.now.getUTCFullYear()) {
    throw new DomainError("fact.yearAhead", { field: "asOf" });
  }
}

/** The source a form names, made when it is a new one. */
function sourceOf(tx: Transaction, ctx: PersonCtx, form: FactForm): string | null {
  if (form.sourceId === "") return null;
  if (form.sourceId !== "new") {
    const known = tx.select({ id: sources.id }).from(sources).where(eq(sources.id, form.sourceId)).get();
    if (!known) throw new DomainError("fact.sourceNeeded", { field: "sourceId" });
    return known.id;
  }
  const base =
    form.newSourceEn
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "source";
  let id = base;
  const taken = (name: string) =>
    tx.select({ id: sources.id }).from(sources).where(eq(sources.id, name)).get() !== undefined;
  for (let count = 2; taken(id); count += 1) id = `${base}-${count}`;
  tx.insert(sources)
    .values({ id, nameEn: form.newSourceEn, nameZh: form.newSourceZh, url: form.newSourceUrl })
    .run();
  const detail = { name: brief(form.newSourceEn), url: brief(form.newSourceUrl) };
  recordAudit(tx, ctx, { action: "source.add", record: "source", recordId: id, detail });
  return id;
}
