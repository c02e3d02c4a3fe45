import { and, eq, inArray, isNotNull, lt, notExists } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { profilePhotos } from "#db/schema/msmes.ts";
import { uploads } from "#db/schema/uploads.ts";
import { vettingEvidence } from "#db/schema/vetting.ts";
import { clearUnfinished, filesBefore, removeFile } from "./files.server.ts";

const dayMs = 86_400_000;

/**
 * Takes away the bytes of files that their owner deleted a day ago and nothing rests on any more, and what killed
 * requests left behind. A day's grace: a backup that is being written finds what its snapshot names.
 * Running it twice, or being killed in it, does no harm. Returns how many files went.
 */
export function sweepUploads(db: Database, now: Date): number {
  const until = new Date(now.getTime() - dayMs);
  const gone = db.transaction((tx) =>
    tx
      .delete(uploads)
      .where(
        and(
          isNotNull(uploads.deletedAt),
          lt(uploads.deletedAt, until),
          notExists(tx.select().from(vettingEvidence).where(eq(vettingEvidence.uploadId, uploads.id))),
          notExists(tx.select().from(profilePhotos).where(eq(profilePhotos.uploadId, uploads.id))),
        ),
      )
      .returning({ id: uploads.id })
      .all(),
  );
  for (const { id } of gone) removeFile(id);
  const lying = filesBefore(until);
  const known = new Set<string>();
  for (let at = 0; at < lying.length; at += 500) {
    const rows = db
      .select({ id: uploads.id })
      .from(uploads)
      .where(inArray(uploads.id, lying.slice(at, at + 500)))
      .all();
    for (const { id } of rows) known.add(id);
  }
  const orphans = lying.filter((id) => !known.has(id));
  for (const id of orphans) removeFile(id);
  return gone.length + orphans.length + clearUnfinished(until);
}
