import { disclosedFirm } from "#app/modules/msmes/firm.server.ts";
import { disposition } from "#app/modules/uploads/name.ts";
import { readUpload, type Upload } from "#app/modules/uploads/read-upload.server.ts";
import { mayReadEvidence } from "#app/modules/vetting/case-file.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/upload";

/**
 * A stored file for whoever may see it, and 404 for everybody else. The headers keep a browser from making more of
 * it than it is: its own type, no script, no frame, no cache. A PDF is only ever a download; images were drawn anew.
 */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const found = readUpload(ctx, args.params.id, mayRead);
  if (!found) throw new Response(null, { status: 404 });
  const { upload, bytes } = found;
  const image = upload.mediaType !== "application/pdf";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": upload.mediaType,
      "Content-Disposition": disposition(image ? "inline" : "attachment", upload.name),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}

/** Evidence is for the vetters of its case; a photo goes as far as the firm lets its photos be seen. */
function mayRead(ctx: Ctx, upload: Upload): boolean {
  if (upload.purpose === "evidence") return mayReadEvidence(ctx, upload);
  const photos = disclosedFirm(ctx, upload.organisationId)?.groups.photos;
  return photos?.some(({ uploadId }) => uploadId === upload.id) ?? false;
}
