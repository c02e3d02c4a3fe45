import { data, redirect } from "react-router";
import { z } from "zod";
import { discardDraft } from "#app/modules/guides/decide-draft.server.ts";
import { archiveSection } from "#app/modules/guides/keep-section.server.ts";
import { renderProse } from "#app/modules/guides/markdown.ts";
import { linkFigures } from "#app/modules/guides/prose-facts.ts";
import { rebaseDraft, saveDrafts, type SideMerge } from "#app/modules/guides/save-drafts.server.ts";
import { placeSchema, seenSchema, sideOnlySchema, type SideForm } from "#app/modules/guides/schema.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import { factsOf, type FoundMarket } from "#app/modules/markets/queries.server.ts";
import { langs, type Lang, type PersonCtx } from "#app/platform/context.ts";
import { submitForm, type FormReply } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { typedValues, valuesOf, type SideValues } from "./editor-values.ts";

/** What the editor's page gets back: typed or merged text, and what to show above it. */
export type EditorReply = FormReply & {
  merges?: Partial<Record<Lang, SideMerge>>;
  preview?: Record<Lang, string>;
};

type Here = { ctx: PersonCtx & { lang: Lang }; market: FoundMarket; topic: Topic };

const anything = z.looseObject({});
/** Drawn again without being saved: typed text stays, rules are asked later. */
const unchecked = z.object({ en: anything.default({}), zh: anything.default({}) });

const rowsAtOnce = 3;

/** Every button of the editor's page. A save that meets another one answers 409 with the merged form. */
export async function editPlace(here: Here, form: FormData) {
  const { ctx, market, topic } = here;
  const page = at(ctx.lang).staffGuide(market.code, topic);
  const place = { market: market.code, topic };
  const intent = String(form.get("intent") ?? "save");
  const drawn = /^(preview)$|^(rows)-(en|zh)$|^(remove)-(en|zh)-(\d{1,2})$/.exec(intent);
  if (drawn) return submitForm(form, ctx.lang, unchecked, (typed) => drawAgain(here, typed, drawn));

  if (intent === "discard") {
    return submitForm(form, ctx.lang, seenSchema, ({ side, version }) => {
      discardDraft(ctx, { place, lang: side, version });
      return redirect(withNotice(page, "draftDiscarded"));
    });
  }
  if (intent === "archive" || intent === "unarchive") {
    return submitForm(form, ctx.lang, sideOnlySchema, ({ side }) => {
      archiveSection(ctx, place, side, intent === "archive");
      return redirect(withNotice(page, intent === "archive" ? "sectionArchived" : "sectionUnarchived"));
    });
  }
  if (intent === "rebase") {
    return submitForm(form, ctx.lang, sideOnlySchema, ({ side }) => {
      const merge = rebaseDraft(ctx, place, side);
      if (!merge) return redirect(page);
      return merged({ [side]: valuesOf(merge.words, merge.version, merge.base) }, { [side]: merge });
    });
  }

  const submit = langs.filter((lang) => intent === `submit-${lang}`);
  return submitForm(form, ctx.lang, placeSchema, (sides) => {
    const result = saveDrafts(ctx, place, sides, submit);
    if (!result.saved) {
      const values = Object.fromEntries(
        langs.map((lang) => [lang, valuesAfter(sides[lang], result.merges[lang])]),
      );
      return merged(values, result.merges);
    }
    if (submit.length > 0) return redirect(withNotice(page, "handedIn"));
    return redirect(withNotice(page, result.changed.length > 0 ? "draftsSaved" : "nothingNew"));
  });
}

function valuesAfter(typed: SideForm, merge: SideMerge | undefined): SideValues {
  return merge
    ? valuesOf(merge.words, merge.version, merge.base)
    : valuesOf(typed.words, typed.version, typed.base);
}

function merged(values: Partial<Record<Lang, SideValues>>, merges: Partial<Record<Lang, SideMerge>>) {
  const reply: EditorReply = { status: "error", error: {}, initialValue: values, merges };
  return data(reply, { status: 409 });
}

/** The form once more with what was typed: with previews, more rows for sources, or one row less. */
function drawAgain(
  { ctx, market }: Here,
  typed: z.output<typeof unchecked>,
  [, preview, rows, rowsSide, , removeSide, removed]: RegExpExecArray,
) {
  const values = { en: typedValues(typed.en), zh: typedValues(typed.zh) };
  if (rows) {
    const { sources } = values[rowsSide as Lang];
    for (let more = 0; more < rowsAtOnce; more += 1) {
      sources.push({ title: "", publisher: "", url: "", asOf: "" });
    }
  }
  if (removed) values[removeSide as Lang].sources.splice(Number(removed), 1);
  const reply: EditorReply = { status: "error", error: {}, initialValue: values };
  if (preview) {
    const facts = factsOf(ctx, market);
    const html = (lang: Lang) => {
      const { body } = values[lang];
      return body ? renderProse(lang, linkFigures(lang, market.code, body, facts)).html : "";
    };
    reply.preview = { en: html("en"), zh: html("zh") };
  }
  return data(reply);
}
