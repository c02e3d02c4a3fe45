import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import {
  differences,
  groupValue,
  isProfileGroup,
  saidWith,
  type ProfileGroup,
} from "#app/modules/msmes/groups.ts";
import { profileSteps } from "#app/modules/msmes/overview.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { groupFingerprint } from "#app/modules/msmes/said.server.ts";
import { saveProfileGroup } from "#app/modules/msmes/save-profile.server.ts";
import { groupSchemas } from "#app/modules/msmes/schema.ts";
import { listMarketNames } from "#app/modules/opportunities/queries.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { passHeaders } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ExportForm, LanguagesForm, MarketsForm, NeedsForm } from "./choice-forms.tsx";
import { differenceWords } from "./difference-words.ts";
import { AboutForm, CapabilitiesForm, FirmForm } from "./firm-form.tsx";
import { CertificatesForm, ProductsForm } from "./list-forms.tsx";
import { SizePanel } from "./size-panel.tsx";
import { dropRow, stepData, submitStep } from "./step.server.ts";
import { StepPage } from "./step-form.tsx";
import type { GroupProps } from "./group-props.ts";
import type { Route } from "./+types/step";

export const headers = passHeaders;

function groupOf(params: { group?: string | undefined }): ProfileGroup {
  if (!isProfileGroup(params.group)) throw new Response(null, { status: 404 });
  return params.group;
}

const nextOf = (group: ProfileGroup) => profileSteps[profileSteps.indexOf(group) + 1];

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const group = groupOf(args.params);
  return {
    ...stepData(ctx, group, (profile) => groupFingerprint(group, profile)),
    group,
    markets: group === "export" || group === "markets" ? listMarketNames(ctx) : [],
    tables: nameTables(ctx, ctx.lang, []),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const group = groupOf(args.params);
  const form = await readForm(args.request);
  dropRow(form, group);
  const go = at(ctx.lang);
  const next = nextOf(group);
  return submitStep(ctx, form, groupSchemas[group], {
    save: (input, base) => saveProfileGroup(ctx, input, base),
    differ: (input) => {
      const said = ownProfile(ctx);
      const rows = differences(groupValue(group, said), groupValue(group, saidWith(said, input)));
      return differenceWords(ctx.lang, rows);
    },
    here: go.profileStep(group, { saved: group }),
    next: next ? go.profileStep(next, { saved: group }) : go.profile(),
  });
}

const forms: Record<ProfileGroup, (props: GroupProps) => ReactNode> = {
  firm: FirmForm,
  about: AboutForm,
  products: ProductsForm,
  capabilities: CapabilitiesForm,
  certificates: CertificatesForm,
  export: ExportForm,
  markets: MarketsForm,
  needs: NeedsForm,
  languages: LanguagesForm,
};

/** One part of the firm's exporter profile, saved by itself: the others are never touched. */
export default function Step({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, group, profile, standard, today, markets, tables } = loaderData;
  const go = at(lang);
  const next = nextOf(group);
  const Fields = forms[group];
  return (
    <StepPage
      step={group}
      page={go.profileStep(group)}
      title={dictionary(lang).profile.groups[group]}
      data={loaderData}
      reply={actionData}
      next={next ? go.profileStep(next) : null}
      beside={group === "firm" ? <SizePanel lang={lang} firm={profile} standard={standard} /> : null}
    >
      <Fields
        lang={lang}
        profile={profile}
        standard={standard}
        today={today}
        markets={markets}
        names={namesOf(lang, tables)}
        reply={actionData}
      />
    </StepPage>
  );
}
