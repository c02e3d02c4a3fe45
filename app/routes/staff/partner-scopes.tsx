import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { closeScope, listScopes, setScope } from "#app/modules/network/partner-scopes.server.ts";
import { partnerIdSchema, scopeSchema } from "#app/modules/network/schema.ts";
import { sectorRows } from "#app/modules/network/sector-rows.server.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { listMarketNames } from "#app/modules/opportunities/queries.server.ts";
import { countryName } from "#app/platform/countries.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { commaOf } from "#app/routes/network/firm-words.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import { ScopeForm } from "./scope-form.tsx";
import type { Route } from "./+types/partner-scopes";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "partnerScopes.set");
  const partners = listScopes(ctx);
  const asked = new URL(args.request.url).searchParams.get("partner");
  return {
    lang: ctx.lang,
    partners,
    chosen: partners.find(({ id }) => id === asked) ?? null,
    sectors: sectorRows(ctx),
    markets: listMarketNames(ctx).map(({ code }) => code),
    tables: nameTables(ctx, ctx.lang, []),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "partnerScopes.set");
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  if (form.get("intent") === "close") {
    return submitForm(form, ctx.lang, partnerIdSchema, ({ partner }) => {
      closeScope(ctx, partner);
      return redirect(withNotice(go.staffPartnerScopes(), "scopeClosed"));
    });
  }
  return submitForm(form, ctx.lang, scopeSchema, (input) => {
    if (!setScope(ctx, input)) throw new Response(null, { status: 404 });
    return redirect(withNotice(go.staffPartnerScopes(), "scopeSet"));
  });
}

/** Which partner may browse which endorsed suppliers. */
export default function PartnerScopes({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, partners, chosen, sectors, markets, tables } = loaderData;
  const t = dictionary(lang);
  const words = t.network.scopes;
  const go = at(lang);
  const names = namesOf(lang, tables);
  const list = (codes: string[], name: (code: string) => string) =>
    codes.map(name).join(commaOf(lang)) || words.all;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead kicker={<a href={go.staff()}>{t.staff.kicker}</a>} title={words.title} lead={words.lead} />
      <FormErrors errors={formOf(actionData).errors} />
      {partners.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : null}
      <ul className="divide-line border-line-strong mb-8 divide-y border-y">
        {partners.map((partner) => {
          const name = nameOf(lang, partner);
          const colon = lang === "zh" ? "：" : ": ";
          return (
            <li key={partner.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
              <div className="min-w-0 flex-1 basis-72">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <span className="font-semibold">{name}</span>
                  <span className="text-ink-soft text-sm">{countryName(lang, partner.country)}</span>
                  {partner.scope ? <Badge tone="good">{words.open}</Badge> : <Badge>{words.closed}</Badge>}
                </p>
                {partner.scope ? (
                  <p className="text-ink-soft text-sm">
                    {words.sectors}
                    {colon}
                    {list(partner.scope.sectors, names.sector)} · {words.markets}
                    {colon}
                    {list(partner.scope.markets, names.market)} · {words.reach(partner.reach)}
                  </p>
                ) : null}
              </div>
              <a
                href={`${go.staffPartnerScopes({ partner: partner.id })}#scope`}
                aria-label={`${words.change} · ${name}`}
              >
                {words.change}
              </a>
              {partner.scope ? (
                <form method="post" action={go.staffPartnerScopes()}>
                  <input type="hidden" name="partner" value={partner.id} />
                  <Button look="quiet" name="intent" value="close" aria-label={words.closeFor(name)}>
                    {words.close}
                  </Button>
                </form>
              ) : null}
            </li>
          );
        })}
      </ul>
      {chosen ? <ScopeForm lang={lang} partner={chosen} sectors={sectors} markets={markets} /> : null}
    </>
  );
}
