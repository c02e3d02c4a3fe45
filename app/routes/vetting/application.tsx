import { dictionary } from "#app/i18n/index.ts";
import type { OwnVetting } from "#app/modules/vetting/own-vetting.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Badge, Notice } from "#app/ui/text.tsx";
import { EvidenceList } from "./evidence-list.tsx";

/** Putting an application together: what is missing first, then the evidence, then the declaration. */
export function Application({
  lang,
  vetting,
  declaration,
}: {
  lang: Lang;
  vetting: OwnVetting;
  declaration: { defaultValue: string; errors: string[] | undefined };
}) {
  const t = dictionary(lang);
  const words = t.vetting;
  const go = at(lang);
  const { missing, one } = vetting;
  const { errors } = declaration;
  const needed = missing.some((item) => item.needed);
  return (
    <>
      {vetting.namedInEnglish ? null : (
        <Notice tone="warn">
          {words.nameEnMissing} <a href={go.profileStep("registered")}>{t.profile.groups.registered}</a>
        </Notice>
      )}
      <section aria-labelledby="missing" className="mb-10">
        <h2 id="missing" className="mb-3 text-xl">
          {vetting.opening === "mayRenew" ? words.renewTitle : words.missingTitle}
        </h2>
        {needed ? null : <p className="mb-3">✓ {words.missingNone}</p>}
        <ul className="border-line divide-line divide-y border-y">
          {missing.map((item) => (
            <li key={item.step} className="flex min-h-11 items-center justify-between gap-3 py-2">
              {item.step === "businessLicence" ? (
                <a href={go.vettingEvidence()}>{words.businessLicence}</a>
              ) : (
                <a href={go.profile(item.field ?? undefined)}>{t.matching.steps[item.step]}</a>
              )}
              <Badge tone={item.needed ? "warn" : "plain"}>
                {item.needed ? words.missingNeeded : words.missingUseful}
              </Badge>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="evidence" className="mb-10">
        <h2 id="evidence" className="mb-3 text-xl">
          {words.evidenceTitle}
        </h2>
        <EvidenceList lang={lang} evidence={one?.state === "draft" ? vetting.evidence : []} />
        <p className="mt-4">
          <ButtonLink href={go.vettingEvidence()}>{words.evidenceAdd}</ButtonLink>
        </p>
      </section>
      <section aria-labelledby="declare" className="mb-10">
        <h2 id="declare" className="mb-3 text-xl">
          {words.declarationTitle}
        </h2>
        <form method="post" action={go.vetting()}>
          <input type="hidden" name="intent" value="submit" />
          <label className="measure mb-4 flex items-start gap-3">
            <input
              type="checkbox"
              name="declaration"
              required
              defaultChecked={declaration.defaultValue === "on"}
              aria-invalid={errors?.length ? true : undefined}
              aria-describedby={errors?.length ? "declaration-error" : undefined}
              className="accent-deep mt-1 size-5 shrink-0"
            />
            <span>{words.declaration}</span>
          </label>
          {errors?.length ? (
            <p id="declaration-error" className="text-port mb-3 font-semibold">
              ✕ {errors[0]}
            </p>
          ) : null}
          <Button>{words.submit}</Button>
        </form>
      </section>
    </>
  );
}
