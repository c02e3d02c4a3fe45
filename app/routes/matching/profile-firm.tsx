import { dictionary } from "#app/i18n/index.ts";
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
        <div className="grid gap-x-6 sm:grid-cols-3">
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
            hint={moneyEcho(lang, profile.revenueWan)}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            {...form.field("assetsWan")}
            label={words.assetsWan}
            hint={moneyEcho(lang, profile.assetsWan)}
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

/** The saved amount once more in plain yuan, so that a factor of ten thousand cannot slip by. */
function moneyEcho(lang: Lang, wan: number | null): string | undefined {
  if (wan === null) return undefined;
  const number = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 });
  return dictionary(lang).profile.fields.money(number.format(wan), number.format(Math.round(wan * 10_000)));
}
