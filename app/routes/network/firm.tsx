import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { endorsableFirm } from "#app/modules/endorsements/queries.server.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { disclosedFirm } from "#app/modules/msmes/firm.server.ts";
import { keepSupplier } from "#app/modules/network/keep-supplier.server.ts";
import { mayAsk } from "#app/modules/network/policy.ts";
import { isKept } from "#app/modules/network/queries.server.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guard, guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { FirmView } from "./firm-view.tsx";
import { placeOf } from "./firm-words.ts";
import type { Route } from "./+types/firm";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const firm = disclosedFirm(ctx, args.params.id);
  if (!firm) throw new Response(null, { status: 404 });
  const { actor } = ctx;
  const browses = may(actor, "network.read");
  const vouches = actor.kind === "user" && may(actor, "endorsements.draft");
  return {
    lang: ctx.lang,
    firm,
    today: ctx.now.toISOString().slice(0, 10),
    tables: nameTables(ctx, ctx.lang, []),
    kept: browses ? isKept(ctx, firm.firm.id) : null,
    asks: browses && mayAsk(firm),
    endorses: vouches && endorsableFirm({ ...ctx, actor }, firm.firm.id) !== null,
  };
}

/** Keeps the firm for the reader's organisation. */
export function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "network.read");
  if (!keepSupplier(ctx, { firm: args.params.id })) throw new Response(null, { status: 404 });
  return redirect(withNotice(at(ctx.lang).firm(args.params.id), "supplierKept"));
}

export default function FirmPage({ loaderData }: Route.ComponentProps) {
  const { lang, firm, today, tables, kept, asks, endorses } = loaderData;
  const t = dictionary(lang);
  const words = t.network;
  const go = at(lang);
  const name = nameOf(lang, firm.firm);
  const other = name === firm.firm.nameZh ? firm.firm.nameEn : firm.firm.nameZh;
  return (
    <>
      <title>{`${name} · ${t.common.site.name}`}</title>
      {/* A page that holds no more than a name is nothing for a search engine. */}
      {Object.keys(firm.groups).length === 0 ? <meta name="robots" content="noindex" /> : null}
      <PageHead
        kicker={kept === null ? undefined : <a href={go.network()}>{words.suppliers.back}</a>}
        title={name}
        lead={
          <>
            {other ? (
              <>
                <span lang={lang === "zh" ? "en" : "zh-Hans"}>{other}</span>
                <br />
              </>
            ) : null}
            {placeOf(lang, firm.firm)}
          </>
        }
        actions={
          kept === null ? undefined : (
            <>
              {kept ? (
                <ButtonLink href={go.networkKept()}>✓ {words.suppliers.saved}</ButtonLink>
              ) : (
                <form method="post" action={go.firm(firm.firm.id)}>
                  <Button look="secondary">{words.suppliers.save}</Button>
                </form>
              )}
              {endorses ? (
                <ButtonLink href={go.endorsementNew({ firm: firm.firm.id })}>
                  {t.endorsing.form.endorseThis}
                </ButtonLink>
              ) : null}
              {asks ? (
                <ButtonLink look="primary" href={go.introductionNew({ firm: firm.firm.id })}>
                  {words.suppliers.ask}
                </ButtonLink>
              ) : null}
            </>
          )
        }
      />
      <FirmView lang={lang} firm={firm} names={namesOf(lang, tables)} today={today} />
      <p className="text-ink-soft mt-6 text-sm">{words.firm.seenAs[firm.as]}</p>
    </>
  );
}
