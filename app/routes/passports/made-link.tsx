import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";

/** The link of a new passport, this once: to copy, or to be scanned from the screen. */
export function MadeLink({ lang, link }: { lang: Lang; link: string }) {
  const t = dictionary(lang);
  const words = t.passports.made;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} />
      <Notice tone="warn" live>
        {words.once}
      </Notice>
      <div className="max-w-2xl">
        <TextField
          name="link"
          id="made-link"
          label={words.link}
          defaultValue={link}
          readOnly
          className="font-mono text-sm"
        />
        <copy-text
          for="made-link"
          data-label={words.copy}
          data-done={words.copied}
          class="mb-6 flex items-center gap-3"
        />
        <QrCode text={link} label={words.qr} />
        <p className="text-ink-soft mt-2 mb-8">{words.qrHint}</p>
        <ButtonLink href={at(lang).passports()}>{words.done}</ButtonLink>
      </div>
    </>
  );
}
