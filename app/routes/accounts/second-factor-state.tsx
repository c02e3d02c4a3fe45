import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/text.tsx";

type State = { confirmedAt: Date | null; codesLeft: number; required: boolean };

/** Whether the second factor is on, and the steps that change it; each asks for the password. */
export function SecondFactorState({ lang, state, reply }: { lang: Lang; state: State; reply: Reply }) {
  const words = dictionary(lang).accounts.security;
  const form = formOf(reply);
  const go = at(lang);
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor" className="mb-4 text-xl">
        {words.factor}
      </h2>
      {state.confirmedAt ? (
        <>
          <p>{words.factorOn(formatDate(lang, state.confirmedAt))}</p>
          <p className="mb-4">{words.codesLeft(state.codesLeft)}</p>
          <p className="mb-6">
            <ButtonLink href={go.secondFactorSetUp()}>{words.replace}</ButtonLink>
          </p>
          <form method="post" action={go.security()}>
            <FormErrors errors={form.errors} />
            <TextField
              {...form.field("currentPassword")}
              id="password-for-factor"
              type="password"
              label={words.passwordForThis}
              autoComplete="current-password"
              required
            />
            <div className="flex flex-wrap gap-4">
              <Button look="secondary" name="intent" value="renewCodes">
                {words.renew}
              </Button>
              {state.required ? null : (
                <Button look="danger" name="intent" value="removeSecondFactor">
                  {words.remove}
                </Button>
              )}
            </div>
          </form>
        </>
      ) : (
        <>
          {state.required ? <Notice tone="warn">{words.factorOwed}</Notice> : null}
          <p className="mb-4">{words.factorOff}</p>
          <ButtonLink href={go.secondFactorSetUp()}>{words.setUp}</ButtonLink>
        </>
      )}
    </section>
  );
}
