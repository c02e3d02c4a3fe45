import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import { sizeStandard } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";
import { formOf } from "#app/platform/form.ts";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { IndustrySelect } from "./industry-select.tsx";
import { ProfileGroupForm, type GroupProps } from "./profile-group.tsx";
import { SizePanel } from "./size-panel.tsx";

/** Industry, figures and description; beside them the size class that follows. */
export function FirmForm({ lang, profile, reply, saved }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  const form = formOf(reply, {
    industry: profile.industry,
    employees: profile.employees,
    revenueWan: profile.revenueWan,
    assetsWan: profile.assetsWan,
    summaryZh: profile.summaryZh,
    summaryEn: profile.summaryEn,
  });
  return (
    <ProfileGroupForm
      group="firm"
      lang={lang}
      reply={reply}
      saved={saved}
      stated={profile.statedGroups.includes("firm")}
      beside={<SizePanel lang={lang} profile={profile} />}
    >
      <div className="max-w-3xl">
        <IndustrySelect lang={lang} standard={sizeStandard} {...form.field("industry")} />
        <div className="grid items-end gap-x-6 sm:grid-cols-3">
          <TextField
            {...form.field("employees")}
            label={words.employees}
            hint={words.employeesHint}
            inputMode="numeric"
            autoComplete="off"
          />
          <TextField
            {...form.field("revenueWan")}
            label={words.revenueWan}
            hint={<YuanEcho lang={lang} field="revenueWan" typed={form.field("revenueWan").defaultValue} />}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            {...form.field("assetsWan")}
            label={words.assetsWan}
            hint={<YuanEcho lang={lang} field="assetsWan" typed={form.field("assetsWan").defaultValue} />}
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
        <TextArea
          {...form.field("summaryZh")}
          label={words.summaryZh}
          hint={words.summaryHint}
          optional={words.optional}
          lang="zh-Hans"
          rows={3}
          maxLength={600}
        />
        <TextArea
          {...form.field("summaryEn")}
          label={words.summaryEn}
          optional={words.optional}
          lang="en"
          rows={3}
          maxLength={900}
        />
      </div>
    </ProfileGroupForm>
  );
}

/** The amount once more in plain yuan, so that a factor of ten thousand cannot slip by; it follows the typing. */
function YuanEcho({ lang, field, typed }: { lang: Lang; field: string; typed: string }) {
  const words = dictionary(lang).profile.fields.money;
  const locale = lang === "zh" ? "zh-CN" : "en-GB";
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const wan = typed.trim() === "" ? Number.NaN : Number(typed);
  return (
    <yuan-echo for={field} data-words={words} data-locale={locale} class="block min-h-6">
      {Number.isFinite(wan)
        ? fill(words, { wan: number.format(wan), yuan: number.format(Math.round(wan * 10_000)) })
        : null}
    </yuan-echo>
  );
}
