import { randomUUID } from "node:crypto";
import { count, eq, sum } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { uploads } from "#db/schema/uploads.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { putFile, removeFile } from "./files.server.ts";
import { inspectUpload, type Inspected } from "./inspect.server.ts";
import { filesAtOnce, firmLimit } from "./limits.ts";

/**
 * Keeps files of a firm: each is inspected, all are written to disk, and then, in one transaction, their rows are
 * inserted and `link` ties them to what they are for. All or none: when anything refuses, nothing stays. A process
 * that is killed in between leaves a file without a row, which the sweep takes away.
 *
 * The caller has asked for the right; `link` asks again whether the record still takes files.
 *
 * @throws DomainError upload.*
 */
export async function keepUploads(
  ctx: PersonCtx,
  input: { organisationId: string; purpose: "photo" | "evidence"; files: readonly File[] },
  link: (tx: Transaction, ids: string[]) => void,
): Promise<string[]> {
  const { organisationId, purpose } = input;
  const sent = input.files.filter((file) => file.size > 0 || file.name !== "");
  if (sent.length === 0) throw new DomainError("upload.none");
  if (sent.length > filesAtOnce) throw new DomainError("upload.tooMany", { params: { max: filesAtOnce } });
  const kept: (Inspected & { id: string })[] = [];
  for (const file of sent) kept.push({ id: randomUUID(), ...(await inspectUpload(file)) });
  try {
    for (const { id, bytes } of kept) putFile(id, bytes);
    ctx.db.transaction((tx) => {
      for (const { bytes, ...file } of kept) {
        const row = { ...file, organisationId, purpose, size: bytes.length, createdAt: ctx.now };
        tx.insert(uploads)
          .values({ ...row, uploadedById: ctx.actor.userId })
          .run();
      }
      demandRoom(tx, organisationId);
      link(
        tx,
        kept.map(({ id }) => id),
      );
    });
  } catch (error) {
    for (const { id } of kept) removeFile(id);
    throw error;
  }
  return kept.map(({ id }) => id);
}

/** Counts what lies on disk: a removed file does so until the sweep, and removing makes no room to send on and on. */
function demandRoom(tx: Transaction, organisationId: string): void {
  const used = tx
    .select({ files: count(), bytes: sum(uploads.size).mapWith(Number) })
    .from(uploads)
    .where(eq(uploads.organisationId, organisationId))
    .get()!;
  if (used.files <= firmLimit.files && used.bytes <= firmLimit.bytes) return;
  throw new DomainError("upload.firmFull", {
    params: { files: firmLimit.files, megabytes: firmLimit.bytes / 1_000_000 },
  });
}
