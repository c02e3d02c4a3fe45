import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

/** The founding form of an invited supplier, filled in from its customer's list. */
export function FoundFirm({
  lang,
  action,
  invitation,
  reply,
}: {
  lang: Lang;
  action: string;
  invitation: { nameEn: string; nameZh: string; creditCode: string | null };
  reply: Reply;
}) {
  const t = dictionary(lang);
  const words = t.endorsing.join;
  const fields = t.accounts.organisationNew;
  const { nameEn, nameZh, creditCode } = invitation;
  const form = formOf(reply, { nameEn, nameZh, creditCode });
  const zh = <TextField key="zh" {...form.field("nameZh")} label={fields.nameZh} maxLength={160} />;
  const en = <TextField key="en" {...form.field("nameEn")} label={fields.nameEn} maxLength={160} />;
  return (
    <form method="post" action={action} className="max-w-xl">
      <h2 className="mb-1 text-xl">{words.found}</h2>
      <p className="text-ink-soft mb-4">{words.foundHint}</p>
      {lang === "zh" ? [zh, en] : [en, zh]}
      <TextField
        {...form.field("creditCode")}
        label={fields.creditCode}
        hint={fields.creditCodeHint}
        autoCapitalize="characters"
        spellCheck={false}
        className="font-mono"
        maxLength={24}
      />
      <TextField
        {...form.field("province")}
        label={fields.province}
        optional={t.accounts.optional}
        maxLength={60}
      />
      <TextField {...form.field("city")} label={fields.city} optional={t.accounts.optional} maxLength={60} />
      <Button>{words.submit}</Button>
    </form>
  );
}
