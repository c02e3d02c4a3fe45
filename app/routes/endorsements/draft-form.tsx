import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import { audiences, relationships, spendBands } from "#app/modules/endorsements/vocabulary.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { CheckboxGroup, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { SectorBoxes, type SectorNode } from "./sector-boxes.tsx";

/** The form of a draft: what the firm is known by, what is vouched for, how long, and the statement. */
export function DraftForm({
  lang,
  action,
  reply,
  saved,
  savedSectors,
  savedMarkets,
  tree,
  markets,
  children,
}: {
  lang: Lang;
  action: string;
  reply: Reply;
  saved: Record<string, string | number | null>;
  savedSectors: string[];
  savedMarkets: string[];
  tree: SectorNode[];
  markets: { code: string }[];
  children: ReactNode;
}) {
  const t = dictionary(lang);
  const words = t.endorsing.form;
  const form = formOf(reply, saved);
  const ticked = (name: string, before: string[]) => (form.sent ? form.values(name) : before);
  const order = new Intl.Collator(lang === "zh" ? "zh-Hans" : "en");
  const marketOptions = markets
    .map(({ code }) => ({ value: code, label: countryName(lang, code) }))
    .sort((a, b) => order.compare(a.label, b.label));
  const heading = (id: string, title: string) => (
    <h2 id={id} className="border-line mt-8 mb-4 border-b pb-1 text-xl">
      {title}
    </h2>
  );
  return (
    <form method="post" action={action} className="max-w-3xl">
      <FormErrors errors={form.errors} />
      {heading("basis", words.basis)}
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField
          {...form.field("supplierSince")}
          label={words.supplierSince}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          required
        />
        <SelectField
          {...form.field("relationship")}
          label={words.relationship}
          options={relationships.map((one) => ({ value: one, label: t.endorsing.relationships[one] }))}
        />
        <TextField {...form.field("goodsEn")} label={words.goodsEn} lang="en" maxLength={200} />
        <TextField {...form.field("goodsZh")} label={words.goodsZh} lang="zh-Hans" maxLength={200} />
      </div>
      <SelectField
        {...form.field("spendBand")}
        label={words.spendBand}
        hint={words.spendHint}
        empty={t.endorsing.notSaid}
        options={spendBands.map((one) => ({ value: one, label: t.endorsing.spendBands[one] }))}
      />
      <TextArea
        {...form.field("recordEn")}
        label={words.recordEn}
        hint={words.recordHint}
        lang="en"
        maxLength={800}
        rows={3}
      />
      <TextArea {...form.field("recordZh")} label={words.recordZh} lang="zh-Hans" maxLength={800} rows={3} />
      {heading("scope", words.scope)}
      <SectorBoxes
        lang={lang}
        tree={tree}
        checked={ticked("scopeSectors", savedSectors)}
        errors={form.field("scopeSectors").errors}
      />
      <CheckboxGroup
        name="scopeMarkets"
        label={words.markets}
        hint={words.marketsHint}
        options={marketOptions}
        checked={ticked("scopeMarkets", savedMarkets)}
        errors={form.field("scopeMarkets").errors}
      />
      <SelectField
        {...form.field("audience")}
        label={words.audience}
        options={audiences.map((one) => ({ value: one, label: t.endorsing.audiences[one] }))}
      />
      {heading("validity", words.validity)}
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField {...form.field("firstDay")} type="date" label={words.firstDay} required />
        <TextField
          {...form.field("lastDay")}
          type="date"
          label={words.lastDay}
          hint={words.lastDayHint}
          required
        />
      </div>
      {heading("conflict", words.conflict)}
      <TextArea
        {...form.field("conflictStatement")}
        label={words.conflictStatement}
        hint={words.conflictHint}
        maxLength={1200}
        rows={4}
      />
      {children}
    </form>
  );
}
