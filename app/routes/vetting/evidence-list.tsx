import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { EvidenceKind } from "#app/modules/vetting/criteria.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";

type Evidence = {
  id: string;
  uploadId: string;
  kind: EvidenceKind;
  note: string;
  name: string;
  mediaType: string;
  size: number;
  createdAt: Date;
};

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The files of a case by kind: images as small pictures, PDFs as downloads; each removable where `remove` says so. */
export function EvidenceList({
  lang,
  evidence,
  remove = false,
}: {
  lang: Lang;
  evidence: Evidence[];
  remove?: boolean;
}) {
  const words = dictionary(lang).vetting;
  const go = at(lang);
  if (evidence.length === 0) return <p className="text-ink-soft">{words.evidenceNone}</p>;
  return (
    <ul className="border-line divide-line divide-y border-y">
      {evidence.map((file) => (
        <li key={file.id} className="flex items-start gap-3 py-3">
          <a
            href={go.upload(file.uploadId)}
            className="border-line bg-sheet flex size-16 shrink-0 items-center justify-center overflow-hidden border text-sm font-semibold no-underline"
            aria-hidden="true"
            tabIndex={-1}
          >
            {file.mediaType === "application/pdf" ? (
              "PDF"
            ) : (
              <img
                src={go.upload(file.uploadId)}
                alt=""
                width={64}
                height={64}
                loading="lazy"
                className="size-full object-cover"
              />
            )}
          </a>
          <div className="min-w-0 flex-1">
            <p className="text-ink-soft text-sm">{words.kinds[file.kind]}</p>
            <p className="break-words">
              <a href={go.upload(file.uploadId)}>
                <bdi>{file.name}</bdi>
              </a>{" "}
              <span className="text-ink-soft text-sm whitespace-nowrap">
                {sizeOf(file.size)} · {formatDate(lang, file.createdAt)}
              </span>
            </p>
            {file.note ? <p className="text-sm break-words">{file.note}</p> : null}
          </div>
          {remove ? (
            <form method="post" action={go.vettingEvidence()}>
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="evidence" value={file.id} />
              <button
                type="submit"
                className="text-port min-h-11 min-w-11 cursor-pointer"
                aria-label={fill(words.evidenceRemove, { name: file.name })}
              >
                ✕
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
