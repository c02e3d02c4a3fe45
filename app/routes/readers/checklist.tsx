import { data, redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { changeChecklist } from "#app/modules/checklists/change-checklist.server.ts";
import {
  checklistSteps,
  findChecklist,
  groundsOf,
  removedStep,
} from "#app/modules/checklists/queries.server.ts";
import { changeSchema } from "#app/modules/checklists/schema.ts";
import { stages } from "#app/modules/checklists/steps.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/checklist";
import { ChecklistItem } from "./checklist-item.tsx";
import { Progress } from "./checklists.tsx";
import { stepWords } from "./step-words.ts";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "checklists.keep");
  const found = findChecklist(ctx, args.params.id);
  if (!found || found.list.deletedAt) throw data(null, { status: 404 });
  const gone = removedStep(ctx, found.list.id, new URL(args.request.url).searchParams.get("removed") ?? "");
  const fact = gone ? groundsOf(ctx, ctx.lang, found.market)(gone.topic, gone.factKey).fact : null;
  return {
    lang: ctx.lang,
    today: chamberDay(ctx.now),
    list: found.list,
    market: found.market,
    steps: checklistSteps(ctx, ctx.lang, found),
    removed: gone ? { id: gone.id, words: stepWords(ctx.lang, gone, fact) } : null,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "checklists.keep");
  const { id } = args.params;
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  return submitForm(form, ctx.lang, changeSchema, (change) => {
    if (!findChecklist(ctx, id)) throw data(null, { status: 404 });
    changeChecklist(ctx, id, change);
    if (change.intent === "delete") return redirect(go.checklists({ deleted: id }));
    if (change.intent === "remove") return redirect(go.checklist(id, { removed: change.item }));
    // Back to where the reader was in a long list.
    return redirect(go.checklist(id) + ("item" in change ? `#item-${change.item}` : ""));
  });
}

export default function Checklist({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, today, list, market, steps, removed } = loaderData;
  const t = dictionary(lang);
  const words = t.readers.checklist;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const go = at(lang);
  const form = formOf(actionData);
  const sent = form.values("intent")[0];
  const done = steps.filter((step) => step.doneAt !== null).length;
  return (
    <>
      <title>{`${list.title} · ${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          <>
            <a href={go.checklists()} className="text-note underline underline-offset-4">
              {words.title}
            </a>
            {" / "}
            <a href={go.guide(market.code)} className="text-note underline underline-offset-4">
              {name}
            </a>
          </>
        }
        title={list.title}
        lead={words.progress(done, steps.length)}
        actions={
          <>
            <ButtonLink href={go.checklistCalendar(list.id)}>{words.calendar}</ButtonLink>
            <ButtonLink href={go.checklistCsv(list.id)}>{t.common.actions.csv}</ButtonLink>
            <print-button data-label={t.common.actions.print} />
          </>
        }
      />
      <Progress done={done} total={steps.length} />
      <FormErrors
        errors={[
          ...form.errors,
          ...(sent === "add" || sent === "plan"
            ? []
            : Object.values(actionData?.error ?? {}).flatMap((e) => e ?? [])),
        ]}
      />
      {removed ? (
        <Notice tone="good" live>
          <form method="post" action={go.checklist(list.id)} className="flex flex-wrap items-center gap-x-4">
            <input type="hidden" name="item" value={removed.id} />
            <span>{words.removed(removed.words)}</span>
            <Button look="quiet" name="intent" value="putBack">
              {words.undo}
            </Button>
          </form>
        </Notice>
      ) : null}
      {stages.map((stage) => {
        const own = steps.filter((step) => step.stage === stage);
        if (own.length === 0) return null;
        return (
          <section key={stage} aria-labelledby={stage} className="mt-8">
            <h2 id={stage} className="mb-2 text-xl">
              {words.stages[stage]}
            </h2>
            <ol className="border-line-strong border-t">
              {own.map((step, index) => (
                <ChecklistItem
                  key={step.id}
                  {...{ lang, today, step }}
                  list={list.id}
                  market={market.code}
                  first={index === 0}
                  last={index === own.length - 1}
                />
              ))}
            </ol>
          </section>
        );
      })}
      <div className="no-print mt-12 grid gap-x-12 lg:grid-cols-2">
        <form method="post" action={go.checklist(list.id)}>
          <h2 className="mb-3 text-xl">{words.own}</h2>
          <TextField
            {...(sent === "add" ? form.field("text") : { name: "text" })}
            id="own-text"
            label={words.ownText}
            required
            maxLength={200}
          />
          <SelectField
            name="stage"
            id="own-stage"
            label={words.stage}
            options={stages.map((value) => ({ value, label: words.stages[value] }))}
          />
          <TextField
            {...(sent === "add" ? form.field("dueOn") : { name: "dueOn" })}
            id="own-due"
            type="date"
            label={words.due}
          />
          <Button look="secondary" name="intent" value="add">
            {words.add}
          </Button>
        </form>
        <div>
          <form method="post" action={go.checklist(list.id)} className="mt-10 lg:mt-0">
            <h2 className="mb-3 text-xl">{words.plan}</h2>
            <TextField
              {...(sent === "plan" ? form.field("title") : { name: "title", defaultValue: list.title })}
              label={words.name}
              required
              maxLength={120}
            />
            <TextField
              {...(sent === "plan"
                ? form.field("shipOn")
                : { name: "shipOn", defaultValue: list.shipOn ?? "" })}
              type="date"
              label={words.ship}
              hint={words.planHint}
            />
            <Button look="secondary" name="intent" value="plan">
              {words.save}
            </Button>
          </form>
          <form method="post" action={go.checklist(list.id)} className="mt-8">
            <Button look="danger" name="intent" value="delete">
              {words.delete}
            </Button>
          </form>
        </div>
      </div>
    </>
  );
}
