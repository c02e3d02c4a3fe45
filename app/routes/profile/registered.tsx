import { dictionary } from "#app/i18n/index.ts";
import { isVouchedFor } from "#app/modules/endorsements/in-force.server.ts";
import {
  correctRegistration,
  registrationFingerprint,
} from "#app/modules/msmes/correct-registration.server.ts";
import { differences } from "#app/modules/msmes/groups.ts";
import { provinceCode, provinceName, provinces } from "#app/modules/msmes/provinces.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { registrationAccess, registrationSchema } from "#app/modules/msmes/registration.ts";
import { readForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import { stepData, submitStep } from "./step.server.ts";
import { StepPage } from "./step-form.tsx";
import { StepNav } from "./step-nav.tsx";
import type { Route } from "./+types/registered";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const data = stepData(ctx, "registered", (profile) => registrationFingerprint(profile.organisation));
  const vouchedFor = isVouchedFor(ctx, data.profile.organisation.id);
  return { ...data, access: registrationAccess(ctx.actor, data.profile.standing, vouchedFor) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  return submitStep(ctx, form, registrationSchema, {
    save: (input, base) => correctRegistration(ctx, input, base),
    differ: (input) => {
      const { nameZh, nameEn, creditCode, province, city } = ownProfile(ctx).organisation;
      const words: Record<string, unknown> = dictionary(ctx.lang).profile.registered;
      const nothing = dictionary(ctx.lang).profile.conflict.nothing;
      return differences(
        { nameZh, nameEn, creditCode, province: provinceCode(province) ?? "", city: city ?? "" },
        { ...input, province: input.province ?? "" },
      ).map(({ field, saved, typed }) => ({
        label: String(words[field] ?? field),
        saved: String(saved ?? "") || nothing,
        typed: String(typed ?? "") || nothing,
      }));
    },
    here: go.profileStep("registered", { saved: "registered" }),
    next: go.profileStep("firm", { saved: "registered" }),
  });
}

/** What stands on the business licence: corrected here until the chamber's vetting rests on it. */
export default function Registered({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, profile, access, states } = loaderData;
  const t = dictionary(lang);
  const words = t.profile.registered;
  const go = at(lang);
  const { nameZh, nameEn, creditCode, province, city } = profile.organisation;
  const code = provinceCode(province);
  if (access !== "open") {
    const rows = [
      [words.nameZh, nameZh],
      [words.nameEn, nameEn],
      [words.creditCode, creditCode],
      [words.province, code ? provinceName(lang, code) : province],
      [words.city, city],
    ];
    return (
      <>
        <title>{`${t.profile.groups.registered} · ${t.common.site.name}`}</title>
        <PageHead
          kicker={<a href={go.profile()}>{t.profile.title}</a>}
          title={t.profile.groups.registered}
          lead={t.profile.leads.registered}
        />
        <StepNav lang={lang} current="registered" states={states} />
        <Notice>{access === "locked" ? words.locked : words.ownersOnly}</Notice>
        <dl id="province" className="mb-8 max-w-3xl scroll-mt-24">
          {rows.map(([label, value]) => (
            <div key={label} className="border-line grid gap-x-4 border-t py-2 sm:grid-cols-[14rem_1fr]">
              <dt className="text-ink-soft">{label}</dt>
              <dd>{value || t.profile.size.unstated}</dd>
            </div>
          ))}
        </dl>
        <ButtonLink look="primary" href={go.profileStep("firm")}>
          {t.profile.groups.firm}
        </ButtonLink>
      </>
    );
  }
  const form = formOf(actionData, { nameZh, nameEn, creditCode, province: code ?? "", city });
  return (
    <StepPage
      step="registered"
      page={go.profileStep("registered")}
      title={t.profile.groups.registered}
      data={loaderData}
      reply={actionData}
      next={go.profileStep("firm")}
    >
      <TextField
        {...form.field("nameZh")}
        label={words.nameZh}
        hint={words.nameZhHint}
        lang="zh-Hans"
        maxLength={160}
      />
      <TextField
        {...form.field("nameEn")}
        label={words.nameEn}
        hint={words.nameEnHint}
        optional={t.profile.fields.optional}
        lang="en"
        maxLength={160}
      />
      <TextField
        {...form.field("creditCode")}
        label={words.creditCode}
        hint={words.creditCodeHint}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
        maxLength={24}
      />
      <SelectField
        {...form.field("province")}
        label={words.province}
        {...(code ? {} : { hint: words.provinceUnknown })}
        empty={t.profile.fields.choose}
        options={Object.keys(provinces).map((one) => ({ value: one, label: provinceName(lang, one) }))}
      />
      <TextField
        {...form.field("city")}
        label={words.city}
        optional={t.profile.fields.optional}
        maxLength={60}
      />
    </StepPage>
  );
}
