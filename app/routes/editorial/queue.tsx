import { data, redirect } from "react-router";
import { assignOwner } from "#app/modules/guides/keep-section.server.ts";
import { listEditors, queueSides } from "#app/modules/guides/editor-queries.server.ts";
import { queueOf, queueStates } from "#app/modules/guides/queue.ts";
import { assignSchema } from "#app/modules/guides/schema.ts";
import { isTopic, topics } from "#app/modules/guides/topics.ts";
import { marketRows } from "#app/modules/markets/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { langs } from "#app/platform/context.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FilterForm } from "#app/routes/staff/filter-form.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/queue";
import { queueFilterOf, queueQuery } from "./queue-filter.ts";
import { QueueTable } from "./queue-table.tsx";

export const headers = passHeaders;

const perPage = 50;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const asked = new URL(args.request.url).searchParams;
  const markets = marketRows(ctx);
  const [openMarket, openTopic] = [asked.get("openMarket") ?? "", asked.get("openTopic") ?? ""];
  if (markets.some(({ code }) => code === openMarket) && isTopic(openTopic)) {
    throw redirect(at(ctx.lang).staffGuide(openMarket, openTopic));
  }
  const filter = queueFilterOf(args.request);
  const rows = queueOf(queueSides(ctx), filter, ctx.actor.userId, ctx.now);
  const page = Math.min(pageOf(args.request), Math.max(1, Math.ceil(rows.length / perPage)));
  return data({
    lang: ctx.lang,
    filter,
    page,
    total: rows.length,
    rows: rows.slice((page - 1) * perPage, page * perPage),
    editors: listEditors(ctx),
    markets: markets.map(({ code, nameEn, nameZh }) => ({
      code,
      name: ctx.lang === "zh" ? nameZh : nameEn,
    })),
  });
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, assignSchema, ({ place, owner }) => {
    assignOwner(ctx, place, owner === "nobody" ? null : owner);
    const here = at(ctx.lang).staffGuides({
      ...queueQuery(queueFilterOf(args.request)),
      page: pageOf(args.request),
    });
    return redirect(withNotice(here, "ownerAssigned"));
  });
}

export default function Queue({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, filter, page, total, rows, editors, markets } = loaderData;
  const t = dictionary(lang);
  const words = t.editorial.queue;
  const go = at(lang);
  const query = queueQuery(filter);
  const form = formOf(actionData);
  const marketOptions = markets.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const topicOptions = topics.map((topic) => ({ value: topic, label: t.topics[topic] }));
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staff()}>{t.staff.kicker}</a>}
        title={words.title}
        lead={`${words.lead} ${t.staff.found(total)}`}
        actions={
          <>
            <ButtonLink href={go.staffFacts()}>{words.facts}</ButtonLink>
            <ButtonLink href={go.staffGuidesImport()}>{words.import}</ButtonLink>
            <ButtonLink href={go.staffGuidesZip({ market: filter.market })}>{words.export}</ButtonLink>
            <ButtonLink href={go.staffGuidesCsv(query)}>{words.csv}</ButtonLink>
          </>
        }
      />
      <FormErrors errors={[...form.errors, ...(form.field("place").errors ?? [])]} />
      <FilterForm lang={lang} clearHref={go.staffGuides()}>
        <SelectField
          name="market"
          label={words.market}
          empty={t.staff.any}
          defaultValue={filter.market}
          options={marketOptions}
        />
        <SelectField
          name="topic"
          label={words.topic}
          empty={t.staff.any}
          defaultValue={filter.topic}
          options={topicOptions}
        />
        <SelectField
          name="lang"
          label={words.lang}
          empty={t.staff.any}
          defaultValue={filter.lang}
          options={langs.map((value) => ({ value, label: t.editorial.sides[value] }))}
        />
        <SelectField
          name="owner"
          label={words.owner}
          empty={t.staff.any}
          defaultValue={filter.owner}
          options={[
            { value: "me", label: words.me },
            { value: "nobody", label: words.nobody },
            ...editors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          name="state"
          label={words.state}
          empty={t.staff.any}
          defaultValue={filter.state}
          options={queueStates.map((value) => ({ value, label: words.states[value] }))}
        />
        <SelectField
          name="order"
          label={words.order}
          defaultValue={filter.order}
          options={(["due", "feedback"] as const).map((value) => ({ value, label: words.orders[value] }))}
        />
      </FilterForm>
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <form method="post" action={go.staffGuides({ ...query, page })}>
          <QueueTable
            lang={lang}
            rows={rows}
            names={Object.fromEntries(markets.map(({ code, name }) => [code, name]))}
            chosen={form.values("place")}
          />
          <div className="mt-4 flex flex-wrap items-end gap-x-4">
            <div className="w-full sm:w-72">
              <SelectField
                {...form.field("owner")}
                label={words.assignTitle}
                options={[
                  ...editors.map(({ id, name }) => ({ value: id, label: name })),
                  { value: "nobody", label: words.nobody },
                ]}
                id="assign-owner"
              />
            </div>
            <div className="mb-5">
              <Button look="secondary">{words.assign}</Button>
            </div>
          </div>
        </form>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(number) => go.staffGuides({ ...query, page: number })}
        words={t.staff.pages}
      />
      <section aria-labelledby="open-place" className="border-line mt-10 border-t pt-6">
        <h2 id="open-place" className="text-xl">
          {words.open}
        </h2>
        <p className="text-ink-soft mb-3">{words.openHint}</p>
        <form
          method="get"
          action={go.staffGuides()}
          className="grid items-end gap-x-4 sm:grid-cols-[1fr_1fr_auto]"
        >
          <SelectField name="openMarket" label={words.market} options={marketOptions} />
          <SelectField name="openTopic" label={words.topic} options={topicOptions} />
          <div className="mb-5">
            <Button look="secondary">{words.openGo}</Button>
          </div>
        </form>
      </section>
    </>
  );
}
