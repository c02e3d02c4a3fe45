import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import { capabilities } from "#app/modules/msmes/capabilities.ts";
import { industryRow } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";
import { formOf } from "#app/platform/form.ts";
import { CheckboxGroup, TextArea, TextField } from "#app/ui/field.tsx";
import { DivisionSelect } from "./division-select.tsx";
import type { GroupProps } from "./group-props.ts";

/** Industry and figures; the size class that follows stands beside them. */
export function FirmForm({ lang, profile, standard, reply }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  const { underLargeControl } = profile;
  const form = formOf(reply, {
    division: profile.division,
    employees: profile.employees,
    revenueWan: profile.revenueWan,
    assetsWan: profile.assetsWan,
    underLargeControl: underLargeControl === null ? "" : underLargeControl ? "yes" : "no",
  });
  const kept = profile.division ? undefined : industryRow(profile, standard);
  const row = kept && ("covered" in kept ? kept.covered : kept.excluded);
  const hint = row
    ? `${words.divisionKept(lang === "zh" ? row.nameZh : row.nameEn)} ${words.divisionHint}`
    : words.divisionHint;
  return (
    <>
      <DivisionSelect lang={lang} hint={hint} {...form.field("division")} />
      <div className="grid items-end gap-x-6 sm:grid-cols-3">
        <TextField
          {...form.field("employees")}
          label={words.employees}
          hint={words.employeesHint}
          inputMode="numeric"
          autoComplete="off"
        />
        <MoneyField lang={lang} label={words.revenueWan} {...form.field("revenueWan")} />
        <MoneyField lang={lang} label={words.assetsWan} {...form.field("assetsWan")} />
      </div>
      <fieldset
        id="underLargeControl"
        className="mb-5 scroll-mt-24"
        aria-describedby="underLargeControl-hint"
      >
        <legend className="mb-1 font-semibold">{words.underLargeControl}</legend>
        <p id="underLargeControl-hint" className="text-ink-soft measure mb-1 text-sm">
          {words.underLargeControlHint}
        </p>
        <div className="flex flex-wrap gap-x-8">
          {(["no", "yes", ""] as const).map((value) => (
            <label key={value} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="underLargeControl"
                value={value}
                defaultChecked={form.field("underLargeControl").defaultValue === value}
                className="accent-deep size-5"
              />
              {value === "" ? words.notSaid : value === "yes" ? words.yes : words.plainNo}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

export function AboutForm({ lang, profile, reply }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  const form = formOf(reply, { summaryZh: profile.summaryZh, summaryEn: profile.summaryEn });
  return (
    <>
      <TextArea
        {...form.field("summaryZh")}
        label={words.summaryZh}
        hint={words.summaryHint}
        lang="zh-Hans"
        rows={4}
        maxLength={600}
      />
      <TextArea
        {...form.field("summaryEn")}
        label={words.summaryEn}
        optional={words.optional}
        lang="en"
        rows={4}
        maxLength={900}
      />
    </>
  );
}

export function CapabilitiesForm({ lang, profile, reply }: GroupProps) {
  const t = dictionary(lang).profile;
  const form = formOf(reply, { capacityZh: profile.capacityZh, capacityEn: profile.capacityEn });
  return (
    <>
      <CheckboxGroup
        name="capabilities"
        label={t.fields.capabilities}
        options={capabilities.map((one) => ({ value: one, label: t.capabilities[one] }))}
        checked={form.sent ? form.values("capabilities") : profile.capabilities}
        errors={reply?.error?.capabilities ?? undefined}
      />
      <TextArea
        {...form.field("capacityZh")}
        label={t.fields.capacityZh}
        hint={t.fields.capacityHint}
        optional={t.fields.optional}
        lang="zh-Hans"
        rows={3}
        maxLength={400}
      />
      <TextArea
        {...form.field("capacityEn")}
        label={t.fields.capacityEn}
        optional={t.fields.optional}
        lang="en"
        rows={3}
        maxLength={600}
      />
    </>
  );
}

/** An amount in 万元, and once more in plain yuan, so that a factor of ten thousand cannot slip by. */
function MoneyField({
  lang,
  label,
  ...field
}: {
  lang: Lang;
  label: string;
  name: string;
  defaultValue: string;
  errors?: string[] | undefined;
}) {
  const words = dictionary(lang).profile.fields.money;
  const locale = lang === "zh" ? "zh-CN" : "en-GB";
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const digits = field.defaultValue.normalize("NFKC").replace(/[,\s]/g, "");
  const wan = digits === "" ? Number.NaN : Number(digits);
  const echo = (
    <yuan-echo for={field.name} data-words={words} data-locale={locale} class="block min-h-6">
      {Number.isFinite(wan)
        ? fill(words, { wan: number.format(wan), yuan: number.format(Math.round(wan * 10_000)) })
        : null}
    </yuan-echo>
  );
  return <TextField {...field} label={label} hint={echo} inputMode="decimal" autoComplete="off" />;
}
