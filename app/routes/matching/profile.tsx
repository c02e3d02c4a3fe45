import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { completeness } from "#app/modules/msmes/completeness.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { saveProfileGroup } from "#app/modules/msmes/save-profile.server.ts";
import { groupSchemas, isProfileGroup } from "#app/modules/msmes/schema.ts";
import { listMarketNames } from "#app/modules/opportunities/queries.server.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { passHeaders } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { PageHead } from "#app/ui/text.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { CompletenessPanel } from "./completeness-panel.tsx";
import { FirmForm } from "./profile-firm.tsx";
import { ExportForm, LanguagesForm, MarketsForm, NeedsForm } from "./profile-choices.tsx";
import { CertificatesForm, ProductsForm } from "./profile-lists.tsx";
import { EndorsementsPanel, RegisteredPanel, StandingPanel } from "./standing-panels.tsx";
import type { Route } from "./+types/profile";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const profile = ownProfile(ctx);
  const saved = new URL(args.request.url).searchParams.get("saved");
  return {
    lang: ctx.lang,
    profile,
    completeness: completeness(profile),
    markets: listMarketNames(ctx),
    tables: nameTables(
      ctx,
      ctx.lang,
      profile.endorsements.map((one) => one.by),
    ),
    saved: isProfileGroup(saved) ? saved : null,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const form = await readForm(args.request);
  const group = form.get("group");
  if (!isProfileGroup(group)) throw new Response(null, { status: 400 });
  return submitForm(form, ctx.lang, groupSchemas[group], (input) => {
    saveProfileGroup(ctx, input);
    const [path, anchor] = at(ctx.lang).profile(`group-${group}`).split("#");
    return redirect(`${path}?saved=${group}#${anchor}`);
  });
}

/** The firm's exporter profile: each part a form of its own, so that saving one never touches another. */
export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, profile, completeness, markets, tables, saved } = loaderData;
  const t = dictionary(lang);
  const words = t.profile;
  const names = namesOf(lang, tables);
  const sentGroup = actionData?.initialValue?.group;
  const common = (group: keyof typeof words.groups) => ({
    lang,
    profile,
    reply: sentGroup === group ? actionData : undefined,
    saved: saved === group,
  });
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<ButtonLink href={at(lang).matches()}>{words.toMatches}</ButtonLink>}
      />
      <CompletenessPanel lang={lang} completeness={completeness} />
      <p className="text-ink-soft measure mb-6 text-sm">
        {words.private} <a href={at(lang).disclosure()}>{t.network.disclosure.title}</a>
      </p>
      <RegisteredPanel lang={lang} profile={profile} />
      <FirmForm {...common("firm")} />
      <ProductsForm {...common("products")} names={names} />
      <CertificatesForm {...common("certificates")} />
      <ExportForm {...common("export")} markets={markets} />
      <MarketsForm {...common("markets")} markets={markets} />
      <NeedsForm {...common("needs")} />
      <LanguagesForm {...common("languages")} />
      <StandingPanel lang={lang} standing={profile.standing} />
      <EndorsementsPanel lang={lang} profile={profile} names={names} />
    </>
  );
}
