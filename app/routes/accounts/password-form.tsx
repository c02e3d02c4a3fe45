import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** Change of password on the security page. The hidden address lets password managers keep the right entry. */
export function PasswordForm({ lang, email, reply }: { lang: Lang; email: string; reply: Reply }) {
  const t = dictionary(lang);
  const words = t.accounts.security;
  const form = formOf(reply);
  return (
    <section aria-labelledby="change-password">
      <h2 id="change-password" className="mb-4 text-xl">
        {words.changePassword}
      </h2>
      <form method="post" action={at(lang).security()}>
        <FormErrors errors={form.errors} />
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          {...form.field("currentPassword")}
          type="password"
          label={words.currentPassword}
          autoComplete="current-password"
          required
        />
        <TextField
          {...form.field("newPassword")}
          type="password"
          label={words.newPassword}
          hint={t.accounts.passwordHint}
          autoComplete="new-password"
          required
          minLength={10}
        />
        <p className="text-ink-soft mb-4">{words.changeEnds}</p>
        <Button name="intent" value="changePassword">
          {words.change}
        </Button>
      </form>
    </section>
  );
}
