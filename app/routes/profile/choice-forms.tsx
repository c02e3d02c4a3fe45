import { dictionary } from "#app/i18n/index.ts";
import { supportKinds, workingLanguages } from "#app/modules/matching/vocabulary.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { formOf } from "#app/platform/form.ts";
import { languageName } from "#app/platform/language-names.ts";
import { CheckboxGroup, TextField } from "#app/ui/field.tsx";
import type { GroupProps } from "./group-props.ts";

type Market = { code: string };

function marketOptions(lang: Lang, markets: Market[]) {
  const order = new Intl.Collator(lang === "zh" ? "zh-Hans" : "en");
  return markets
    .map(({ code }) => ({ value: code, label: countryName(lang, code) }))
    .sort((a, b) => order.compare(a.label, b.label));
}

/** What was ticked, or what is saved as long as nothing was sent. */
function ticked(reply: GroupProps["reply"], name: string, saved: string[]): string[] {
  const form = formOf(reply);
  return form.sent ? form.values(name) : saved;
}

export function ExportForm({ lang, profile, reply, markets }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  const stated = profile.statedGroups.includes("export");
  const form = formOf(reply, {
    hasExported: profile.exportingSince !== null ? "yes" : stated ? "no" : "",
    exportingSince: profile.exportingSince,
  });
  const answer = form.field("hasExported");
  return (
    <>
      <fieldset
        id="hasExported"
        className="mb-5 scroll-mt-24"
        aria-describedby={answer.errors ? "hasExported-error" : undefined}
      >
        <legend className="mb-1 font-semibold">{words.hasExported}</legend>
        <div className="flex gap-8">
          {(["yes", "no"] as const).map((value) => (
            <label key={value} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="hasExported"
                value={value}
                defaultChecked={answer.defaultValue === value}
                className="accent-deep size-5"
              />
              {words[value]}
            </label>
          ))}
        </div>
        {answer.errors ? (
          <p id="hasExported-error" className="text-port font-semibold">
            ✕ {answer.errors[0]}
          </p>
        ) : null}
      </fieldset>
      <div className="max-w-xs">
        <TextField
          {...form.field("exportingSince")}
          label={words.exportingSince}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
        />
      </div>
      <CheckboxGroup
        name="exported"
        label={words.exported}
        options={marketOptions(lang, markets)}
        checked={ticked(reply, "exported", profile.exported)}
        errors={reply?.error?.exported ?? undefined}
      />
    </>
  );
}

export function MarketsForm({ lang, profile, reply, markets }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  return (
    <CheckboxGroup
      name="targets"
      label={words.targets}
      hint={words.targetsHint}
      options={marketOptions(lang, markets)}
      checked={ticked(reply, "targets", profile.targets)}
      errors={reply?.error?.targets ?? undefined}
    />
  );
}

export function NeedsForm({ lang, profile, reply }: GroupProps) {
  const t = dictionary(lang);
  return (
    <CheckboxGroup
      name="needs"
      label={t.profile.fields.needs}
      options={supportKinds.map((kind) => ({ value: kind, label: t.matching.support[kind] }))}
      checked={ticked(reply, "needs", profile.needs)}
      errors={reply?.error?.needs ?? undefined}
    />
  );
}

export function LanguagesForm({ lang, profile, reply }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  return (
    <CheckboxGroup
      name="languages"
      label={words.languages}
      options={workingLanguages.map((code) => ({ value: code, label: languageName(lang, code) }))}
      checked={ticked(reply, "languages", profile.languages)}
      errors={reply?.error?.languages ?? undefined}
    />
  );
}
