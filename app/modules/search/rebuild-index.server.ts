import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { search } from "./runtime.server.ts";

/**
 * Starts building every index beside the live one; readers keep searching the old one until the swap. Returns when
 * the work is under way: it takes seconds and nobody need wait for it.
 */
export function rebuildIndex(ctx: Ctx, onFailure: (error: unknown) => void): void {
  if (!may(ctx.actor, "search.operate")) throw new DomainError("form.invalid");
  const { engine, documents } = search().status();
  ctx.db.transaction((tx) => {
    recordAudit(tx, ctx, {
      action: "search.rebuild",
      record: "searchIndex",
      recordId: "sections",
      detail: { engine, documents },
    });
  });
  search().rebuild().catch(onFailure);
}
