import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import {
  giveConsent,
  ownConsents,
  recipientsAbroad,
  revokeConsent,
} from "#app/modules/msmes/consent.server.ts";
import {
  disclosureSchema,
  giveConsentSchema,
  previewKinds,
  type PreviewKind,
} from "#app/modules/msmes/disclosure-schema.ts";
import { ownLevels } from "#app/modules/msmes/firm.server.ts";
import { setDisclosure } from "#app/modules/msmes/set-disclosure.server.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { ConsentPanel } from "./consent-panel.tsx";
import { LevelsForm } from "./levels-form.tsx";
import type { Route } from "./+types/disclosure";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  return {
    lang: ctx.lang,
    ...ownLevels(ctx),
    consents: ownConsents(ctx),
    recipients: recipientsAbroad(ctx),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const form = await readForm(args.request);
  const path = at(ctx.lang).disclosure();
  const anchor = at(ctx.lang).disclosure("abroad");
  switch (form.get("intent")) {
    case "consent":
      return submitForm(form, ctx.lang, giveConsentSchema, ({ wording }) => {
        giveConsent(ctx, wording);
        return redirect(withNotice(anchor, "consentGiven"));
      });
    case "revoke":
      revokeConsent(ctx);
      return redirect(withNotice(anchor, "consentRevoked"));
    default:
      return submitForm(form, ctx.lang, disclosureSchema, (input) => {
        setDisclosure(ctx, input);
        return redirect(withNotice(path, "disclosureSaved"));
      });
  }
}

export default function DisclosurePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, levels, filled, consents, recipients } = loaderData;
  const t = dictionary(lang);
  const words = t.network.disclosure;
  const go = at(lang);
  const reply = formOf(actionData);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead kicker={<a href={go.profile()}>{t.profile.title}</a>} title={words.title} lead={words.lead} />
      <FormErrors errors={reply.errors} />
      <p className="measure mb-6">{words.always}</p>
      <LevelsForm lang={lang} levels={levels} filled={filled} />
      <section aria-labelledby="previews" className="border-line border-t py-8">
        <h2 id="previews" className="mb-3 text-2xl">
          {words.previews}
        </h2>
        <p className="flex flex-wrap gap-3">
          {(Object.keys(previewKinds) as PreviewKind[]).map((kind) => (
            <ButtonLink key={kind} href={go.profilePreview(kind)}>
              {t.network.preview.kinds[kind]}
            </ButtonLink>
          ))}
        </p>
      </section>
      <ConsentPanel
        lang={lang}
        consents={consents}
        recipients={recipients}
        errors={reply.field("agreed").errors}
      />
    </>
  );
}
