import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHead } from "#app/ui/text.tsx";

/** Shown once, right after they were made; prints on one sheet. */
export function RecoveryCodes({ lang, email, codes }: { lang: Lang; email: string; codes: string[] }) {
  const t = dictionary(lang);
  const words = t.accounts.setUp;
  return (
    <>
      <title>{`${words.codesTitle} · ${t.common.site.name}`}</title>
      <PageHead title={words.codesTitle} lead={words.codesLead} />
      <p className="mb-2 font-semibold">{words.codesFor(email)}</p>
      <ol className="border-line bg-sheet grid max-w-xl gap-x-10 gap-y-2 border p-5 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="font-mono text-lg tracking-wide">
            {code}
          </li>
        ))}
      </ol>
      <p className="no-print mt-6">
        <ButtonLink href={at(lang).security()}>{words.goOn}</ButtonLink>
      </p>
    </>
  );
}
