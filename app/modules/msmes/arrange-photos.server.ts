import { and, asc, eq } from "drizzle-orm";
import { profilePhotos } from "#db/schema/msmes.ts";
import { uploads } from "#db/schema/uploads.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { PhotosInput } from "./photos.ts";
import { ownFirm } from "./policy.ts";

/**
 * Writes the captions of the own firm's photos and moves or removes one. A removed file goes with the next sweep of
 * the uploads. Photos of others, and ones that are gone, are not among those it looks at.
 *
 * @throws DomainError right.missing, profile.photoGone
 */
export function arrangePhotos(ctx: Ctx, input: PhotosInput): void {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const rows = tx
      .select()
      .from(profilePhotos)
      .where(eq(profilePhotos.organisationId, firm.id))
      .orderBy(asc(profilePhotos.position))
      .all();
    const named = [input.earlier, input.later, input.remove].filter((id) => id !== undefined);
    if (named.some((id) => !rows.some((row) => row.id === id))) throw new DomainError("profile.photoGone");
    for (const { id, captionZh, captionEn } of input.photos) {
      tx.update(profilePhotos)
        .set({ captionZh, captionEn })
        .where(and(eq(profilePhotos.id, id), eq(profilePhotos.organisationId, firm.id)))
        .run();
    }
    const order = rows.map(({ id }) => id);
    const move = (id: string | undefined, by: number) => {
      const from = id === undefined ? -1 : order.indexOf(id);
      const to = from + by;
      if (from < 0 || to < 0 || to >= order.length) return;
      order.splice(to, 0, ...order.splice(from, 1));
    };
    move(input.earlier, -1);
    move(input.later, 1);
    for (const [position, id] of order.entries()) {
      tx.update(profilePhotos).set({ position }).where(eq(profilePhotos.id, id)).run();
    }
    const removed = rows.find((row) => row.id === input.remove);
    if (removed) {
      tx.delete(profilePhotos).where(eq(profilePhotos.id, removed.id)).run();
      tx.update(uploads).set({ deletedAt: ctx.now }).where(eq(uploads.id, removed.uploadId)).run();
    }
    recordAudit(tx, ctx, {
      action: "profile.changePhotos",
      record: "profile",
      recordId: firm.id,
      detail: { removed: removed ? 1 : 0 },
    });
  });
}
