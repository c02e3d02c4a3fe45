import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { Lang } from "#app/platform/context.ts";
import { uploadLimit } from "#app/platform/upload-limit.ts";
import { Button } from "./button.tsx";

const megabytes = (bytes: number) => Math.floor(bytes / 1_000_000);

/** A form of files with a bar that says how far it is; the form inside it is a plain one. `fileLimit` in bytes. */
export function UploadProgress({
  lang,
  fileLimit,
  children,
}: {
  lang: Lang;
  fileLimit: number;
  children: ReactNode;
}) {
  const words = dictionary(lang).common.upload;
  return (
    <upload-progress
      class="block max-w-xl"
      data-file-limit={fileLimit}
      data-limit={uploadLimit}
      data-too-large={fill(words.tooLarge, { megabytes: megabytes(fileLimit) })}
      data-too-much={fill(words.tooMuch, { megabytes: megabytes(uploadLimit) })}
      data-sending={words.sending}
      data-checking={words.checking}
      data-broken={words.broken}
      data-stopped={words.stopped}
    >
      {children}
      <p role="alert" data-part="fault" hidden className="text-port mt-3 font-semibold" />
      <div data-part="running" hidden className="mt-4">
        <progress max={100} aria-label={words.label} className="upload-bar" />
        <p className="flex flex-wrap items-center justify-between gap-3">
          <span role="status" data-part="far" />
          <Button look="quiet" type="button" data-part="stop">
            {words.stop}
          </Button>
        </p>
      </div>
    </upload-progress>
  );
}
