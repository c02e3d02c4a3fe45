import { editedPlace } from "#app/modules/guides/editor-queries.server.ts";
import { factsOf } from "#app/modules/markets/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { langs, type Lang } from "#app/platform/context.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm } from "#app/platform/form.server.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/editor";
import { editPlace, type EditorReply } from "./editor-action.server.ts";
import { EditorSide } from "./editor-side.tsx";
import { repliedValues, valuesOf } from "./editor-values.ts";
import { FactKeys } from "./fact-keys.tsx";
import { KeptWords } from "./kept-words.tsx";
import { MergePanel } from "./merge-panel.tsx";
import { roomPlace } from "./place.server.ts";
import { SideActs } from "./side-acts.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const { market, topic, place } = roomPlace(ctx, args.params);
  return {
    lang: ctx.lang,
    userId: ctx.actor.userId,
    market,
    topic,
    sides: editedPlace(ctx, place),
    facts: factsOf(ctx, market).filter(({ value }) => value !== null),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const { market, topic } = roomPlace(ctx, args.params);
  return editPlace({ ctx, market, topic }, await readForm(args.request));
}

/** Which side a phone shows first: the one with something to mend, else the page's own. */
function firstSide(lang: Lang, reply: Reply): Lang {
  const wrong = langs.find((side) =>
    Object.entries(reply?.error ?? {}).some(([field, errors]) => errors && field.startsWith(`${side}.`)),
  );
  return wrong ?? lang;
}

/** Both languages of one place side by side; one form, so that saving one side never drops what was typed into the other. */
export default function Editor({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, userId, market, topic, sides, facts } = loaderData;
  const reply = actionData as EditorReply | undefined;
  const t = dictionary(lang);
  const words = t.editorial.editor;
  const go = at(lang);
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const shown = firstSide(lang, reply);
  const open = sides.en.openReports + sides.zh.openReports;
  const inReview = langs.some((side) => sides[side].draft?.state === "in_review");
  const published = langs.some((side) => sides[side].status === "published");
  return (
    <>
      <title>{`${name} · ${t.topics[topic]} · ${words.kicker} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffGuides()}>{words.kicker}</a>}
        title={
          <>
            <span className="text-ink-soft font-normal">{name}</span> {t.topics[topic]}
          </>
        }
        actions={
          <nav aria-label={words.nav} className="flex flex-wrap items-center gap-x-5 gap-y-2">
            {published ? <a href={go.section(market.code, topic)}>{words.view}</a> : null}
            <a href={go.staffGuideRevisions(market.code, topic)}>{words.revisions}</a>
            <a href={go.staffGuideFeedback(market.code, topic)}>{words.feedback(open)}</a>
            <a href={go.staffMarketFacts(market.code, { topic })}>{words.facts}</a>
            {inReview ? (
              <ButtonLink href={go.staffGuideReview(market.code, topic)}>{words.review}</ButtonLink>
            ) : null}
          </nav>
        }
      />
      <FormErrors errors={formOf(reply).errors} />
      {reply?.merges ? <MergePanel lang={lang} merges={reply.merges} /> : null}
      <KeptWords
        lang={lang}
        of={`${userId}/${market.code}/${topic}`}
        action={go.staffGuide(market.code, topic)}
        fresh={!reply}
      />
      <prose-editor
        data-unsaved={reply ? "" : undefined}
        data-preview-url={go.staffGuidesPreview()}
        data-market={market.code}
        data-leave={words.leave}
        data-insert={words.insert("KEY")}
      >
        <form
          method="post"
          encType="multipart/form-data"
          action={go.staffGuide(market.code, topic)}
          className="editor-form"
        >
          <FactKeys lang={lang} topic={topic} facts={facts} />
          <fieldset className="side-switch lg:hidden">
            <legend className="sr-only">{words.side}</legend>
            {langs.map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name="shownSide"
                  value={side}
                  id={`show-${side}`}
                  defaultChecked={side === shown}
                />
                {t.editorial.sides[side]}
              </label>
            ))}
          </fieldset>
          <div className="grid gap-x-8 lg:grid-cols-2">
            {langs.map((side) => (
              <EditorSide
                key={side}
                lang={lang}
                side={sides[side]}
                values={
                  repliedValues(reply, side) ??
                  valuesOf(sides[side].words, sides[side].version, sides[side].base)
                }
                errors={reply?.error ?? {}}
                preview={reply?.preview?.[side] ?? null}
                mayLevel={sides[side === "en" ? "zh" : "en"].published !== null}
              />
            ))}
          </div>
          <div className="editor-bar">
            <Button name="intent" value="save">
              {words.save}
            </Button>
            <Button look="secondary" name="intent" value="preview">
              {words.preview}
            </Button>
            {langs.map((side) => (
              <Button key={side} look="secondary" name="intent" value={`submit-${side}`}>
                {words.submit[side]}
              </Button>
            ))}
            <p className="text-ink-soft text-sm">{words.submitHint}</p>
          </div>
        </form>
      </prose-editor>
      <SideActs lang={lang} market={market.code} topic={topic} sides={sides} />
    </>
  );
}
