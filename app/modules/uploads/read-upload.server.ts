import { eq } from "drizzle-orm";
import { uploads } from "#db/schema/uploads.ts";
import type { Ctx } from "#app/platform/context.ts";
import { fileOf } from "./files.server.ts";

export type Upload = typeof uploads.$inferSelect;

/** Whether somebody may see a file for another reason than that their own firm sent it. */
export type Reader = (ctx: Ctx, upload: Upload) => boolean;

/**
 * A file's row and bytes for somebody who may see it: members of the firm that sent it, and whoever `others` lets.
 * Null otherwise, and for an id that does not exist: nobody learns which it was.
 */
export function readUpload(ctx: Ctx, id: string, others: Reader): { upload: Upload; bytes: Buffer } | null {
  const upload = ctx.db.select().from(uploads).where(eq(uploads.id, id)).get();
  if (!upload || upload.deletedAt) return null;
  if (!isOwn(ctx, upload) && !others(ctx, upload)) return null;
  const bytes = fileOf(upload.id);
  return bytes && { upload, bytes };
}

function isOwn({ actor }: Ctx, upload: Upload): boolean {
  return (
    actor.kind === "user" &&
    actor.emailVerified &&
    actor.organisation?.id === upload.organisationId &&
    !(actor.secondFactorSetUp && !actor.secondFactor)
  );
}
