import { count, eq, inArray, max } from "drizzle-orm";
import { profilePhotos } from "#db/schema/msmes.ts";
import { uploads } from "#db/schema/uploads.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { keepUploads } from "#app/modules/uploads/keep-uploads.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { maxPhotos } from "./photos.ts";
import { ownFirm } from "./policy.ts";

/**
 * Adds pictures to the own firm's profile, after those that are there; all or none.
 *
 * @throws DomainError right.missing, upload.*, profile.notAPhoto, profile.tooMany
 */
export async function addPhotos(
  ctx: PersonCtx & { clientKey: string },
  files: readonly File[],
): Promise<void> {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  const organisationId = firm.id;
  countAttempt(ctx, "upload", ctx.actor.userId);
  await keepUploads(ctx, { organisationId, purpose: "photo", files }, (tx, ids) => {
    const sent = tx.select().from(uploads).where(inArray(uploads.id, ids)).all();
    const other = sent.find(({ mediaType }) => !mediaType.startsWith("image/"));
    if (other) throw new DomainError("profile.notAPhoto", { field: "files", params: { name: other.name } });
    const { there, last } = tx
      .select({ there: count(), last: max(profilePhotos.position) })
      .from(profilePhotos)
      .where(eq(profilePhotos.organisationId, organisationId))
      .get()!;
    if (there + ids.length > maxPhotos) {
      throw new DomainError("profile.tooMany", { field: "files", params: { max: maxPhotos } });
    }
    const rows = ids.map((uploadId, index) => ({
      organisationId,
      uploadId,
      position: (last ?? 0) + index + 1,
    }));
    tx.insert(profilePhotos).values(rows).run();
    recordAudit(tx, ctx, {
      action: "profile.addPhotos",
      record: "profile",
      recordId: organisationId,
      detail: { photos: ids.length },
    });
  });
}
