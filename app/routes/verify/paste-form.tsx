import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** The form that checks a credential somebody was handed as a file. */
export function PasteForm({ lang, reply }: { lang: Lang; reply: Reply }) {
  const words = dictionary(lang).credentials.paste;
  const form = formOf(reply);
  return (
    <form method="post" action={at(lang).verifyForm()} className="max-w-2xl">
      <FormErrors errors={form.errors} />
      <TextArea
        {...form.field("credential")}
        label={words.label}
        hint={words.lead}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        required
      />
      <Button>{words.submit}</Button>
    </form>
  );
}
