import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { checklistItems, checklists } from "#db/schema/readers.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { Change } from "./schema.ts";
import { dueDay, isStepKey } from "./steps.ts";

const mostItems = 120;

/** One change to a list of the actor's own; somebody else's list is as if it were not there. */
export function changeChecklist(ctx: PersonCtx, id: string, change: Change): void {
  if (!may(ctx.actor, "checklists.keep")) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const mine = and(eq(checklists.id, id), eq(checklists.userId, ctx.actor.userId));
    const list = tx.select().from(checklists).where(mine).get();
    if (!list || (list.deletedAt && change.intent !== "restore")) throw new DomainError("checklist.gone");
    apply(tx, ctx, list, change);
    tx.update(checklists).set({ updatedAt: ctx.now }).where(eq(checklists.id, id)).run();
  });
}

type List = typeof checklists.$inferSelect;
type Item = typeof checklistItems.$inferSelect;

function apply(tx: Transaction, ctx: PersonCtx, list: List, change: Change): void {
  const setList = (values: Partial<List>) =>
    tx.update(checklists).set(values).where(eq(checklists.id, list.id)).run();
  if (change.intent === "delete") return void setList({ deletedAt: ctx.now });
  if (change.intent === "restore") return void setList({ deletedAt: null });
  if (change.intent === "plan") {
    setList({ title: change.title, shipOn: change.shipOn });
    if (change.shipOn && change.shipOn !== list.shipOn) suggestAgain(tx, ctx, list, change.shipOn);
    return;
  }
  const items = itemsOf(tx, list.id);
  if (change.intent === "add") {
    if (items.length >= mostItems) throw new DomainError("checklist.full", { params: { max: mostItems } });
    const { stage, text, dueOn } = change;
    const position = Math.max(-1, ...items.map((item) => item.position)) + 1;
    tx.insert(checklistItems).values({ checklistId: list.id, position, stage, text, dueOn }).run();
    return;
  }
  const item = items.find((one) => one.id === change.item);
  if (!item) throw new DomainError("checklist.gone");
  if (change.intent === "up" || change.intent === "down") return swap(tx, items, item, change.intent);
  const values: Record<typeof change.intent, Partial<Item>> = {
    done: { doneAt: ctx.now },
    undone: { doneAt: null },
    seen: { seenAt: ctx.now },
    remove: { removedAt: ctx.now },
    putBack: { removedAt: null },
    save:
      change.intent === "save"
        ? {
            dueOn: change.dueOn,
            note: change.note,
            // A step of ours keeps its own words, which follow the reader's language.
            ...(item.step === "" && change.text !== "" ? { text: change.text } : {}),
          }
        : {},
  };
  tx.update(checklistItems).set(values[change.intent]).where(eq(checklistItems.id, item.id)).run();
}

function itemsOf(tx: Transaction, checklistId: string): Item[] {
  return tx
    .select()
    .from(checklistItems)
    .where(eq(checklistItems.checklistId, checklistId))
    .orderBy(asc(checklistItems.position))
    .all();
}

/** Changes places with the neighbour that the reader sees: in the same stage and not removed. */
function swap(tx: Transaction, items: Item[], item: Item, way: "up" | "down"): void {
  const shown = items.filter((one) => one.stage === item.stage && one.removedAt === null);
  const other = shown[shown.findIndex((one) => one.id === item.id) + (way === "up" ? -1 : 1)];
  if (!other) return;
  const place = (id: string, position: number) =>
    tx.update(checklistItems).set({ position }).where(eq(checklistItems.id, id)).run();
  place(item.id, other.position);
  place(other.id, item.position);
}

/** Another first shipment moves the due days of what is still to be done; the reader's own steps keep theirs. */
function suggestAgain(tx: Transaction, ctx: PersonCtx, list: List, shipOn: string): void {
  const open = and(eq(checklistItems.checklistId, list.id), isNull(checklistItems.doneAt));
  const today = chamberDay(ctx.now);
  for (const item of tx.select().from(checklistItems).where(open).all()) {
    if (!isStepKey(item.step)) continue;
    tx.update(checklistItems)
      .set({ dueOn: dueDay(item.step, shipOn, today) })
      .where(eq(checklistItems.id, item.id))
      .run();
  }
}
