import { redirect } from "react-router";
import { publishDraft, sendBackDraft } from "#app/modules/guides/decide-draft.server.ts";
import { publishRefusal } from "#app/modules/guides/draft-policy.ts";
import { editedPlace } from "#app/modules/guides/editor-queries.server.ts";
import { renderProse } from "#app/modules/guides/markdown.ts";
import { linkFigures } from "#app/modules/guides/prose-facts.ts";
import { seenSchema, sendBackSchema } from "#app/modules/guides/schema.ts";
import { factsOf } from "#app/modules/markets/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { langs } from "#app/platform/context.ts";
import { passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/review";
import { roomPlace } from "./place.server.ts";
import { ReviewedSide } from "./reviewed-side.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const { market, topic, place } = roomPlace(ctx, args.params);
  const sides = editedPlace(ctx, place);
  const facts = factsOf(ctx, market);
  return {
    lang: ctx.lang,
    market,
    topic,
    drafts: langs.flatMap((lang) => {
      const side = sides[lang];
      if (!side.draft) return [];
      const body = linkFigures(lang, market.code, side.words.body, facts);
      const refusal = publishRefusal({ ...side.draft, ...side.draft.hands }, ctx.actor.userId);
      return [{ ...side, draft: side.draft, html: renderProse(lang, body).html, refusal }];
    }),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const { market, topic, place } = roomPlace(ctx, args.params);
  const form = await readForm(args.request);
  const page = at(ctx.lang).staffGuideReview(market.code, topic);
  if (form.get("intent") === "sendBack") {
    return submitForm(form, ctx.lang, sendBackSchema, ({ side, version, note }) => {
      sendBackDraft(ctx, { place, lang: side, version }, note);
      return redirect(withNotice(page, "draftSentBack"));
    });
  }
  return submitForm(form, ctx.lang, seenSchema, ({ side, version }) => {
    publishDraft(ctx, { place, lang: side, version });
    return redirect(withNotice(page, "sectionPublished"));
  });
}

/** Every message of a refusal that no box of this page can show: the fields are those of the editor. */
function messagesOf(reply: Reply): string[] {
  return Object.entries(reply?.error ?? {}).flatMap(([field, messages]) =>
    field === "note" ? [] : (messages ?? []),
  );
}

/** What waits for a second person: the change as a diff, the page as readers will see it, dates and their evidence. */
export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, market, topic, drafts } = loaderData;
  const t = dictionary(lang);
  const words = t.editorial.review;
  const go = at(lang);
  const reply = actionData as Reply;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  return (
    <>
      <title>{`${words.title} · ${name} · ${t.topics[topic]} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffGuides({ state: "in_review" })}>{t.editorial.editor.kicker}</a>}
        title={
          <>
            <span className="text-ink-soft font-normal">{words.title}</span> {name} {t.topics[topic]}
          </>
        }
        lead={words.lead}
        actions={
          <ButtonLink href={go.staffGuide(market.code, topic)}>{t.editorial.feedback.edit}</ButtonLink>
        }
      />
      <FormErrors errors={messagesOf(reply)} />
      {drafts.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : null}
      {drafts.map((side) => (
        <ReviewedSide
          key={side.lang}
          lang={lang}
          side={side}
          action={go.staffGuideReview(market.code, topic)}
          noteErrors={reply?.initialValue?.side === side.lang ? (reply.error?.note ?? undefined) : undefined}
          note={reply?.initialValue?.side === side.lang ? reply.initialValue.note : undefined}
        />
      ))}
    </>
  );
}
