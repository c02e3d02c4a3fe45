import type { Transaction } from "#db/client.server.ts";
import { figuresIn } from "#search/figures.ts";
import type { DraftWords } from "#db/schema/guides.ts";
import { factsOf, findMarket } from "#app/modules/markets/queries.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { dateProblem } from "./draft-policy.ts";
import { publishedSide, type Place, type sectionAt } from "./draft-rows.server.ts";
import { chamberDay } from "./freshness.ts";
import { guideHref, linksIn } from "./markdown.ts";
import { holdsMarks } from "./merge.ts";
import { sameText } from "./publish-section.server.ts";

type SectionRow = ReturnType<typeof sectionAt>;

/**
 * What even an unfinished draft must keep to: no undecided conflict, and no date moved without evidence.
 *
 * @throws DomainError at the field, such as `en.verifiedAt`.
 */
export function assertFit(
  tx: Transaction,
  ctx: Ctx,
  lang: Lang,
  section: SectionRow,
  words: DraftWords,
): void {
  for (const field of ["title", "summary", "body", "evidence", "changeEn", "changeZh"] as const) {
    if (holdsMarks(words[field])) throw new DomainError("guide.undecided", { field: `${lang}.${field}` });
  }
  const problem = dateProblem(publishedSide(tx, section), words, chamberDay(ctx.now));
  if (!problem) return;
  throw new DomainError(problem.key, {
    field: `${lang}.${problem.field}`,
    ...(problem.params ? { params: problem.params } : {}),
  });
}

/**
 * What a text must be before anybody is asked to review it: whole, its links and facts alive, and the change said in
 * both languages where readers know an older text.
 *
 * @throws DomainError at the field.
 */
export function assertWhole(
  tx: Transaction,
  ctx: Ctx,
  place: Place,
  lang: Lang,
  section: SectionRow,
  words: DraftWords,
): void {
  const no = (field: keyof DraftWords, ...[key, params]: [DomainError["key"], Record<string, string>?]) => {
    throw new DomainError(key, { field: `${lang}.${field}`, ...(params ? { params } : {}) });
  };
  if (words.title === "") no("title", "form.required");
  if (words.body === "") no("body", "form.required");
  const dead = linksIn(words.body).find((href) => href.startsWith("guide:") && !guideHref(lang, href));
  if (dead) no("body", "guide.deadLink", { link: dead });
  const market = findMarket(ctx, place.market);
  const figures = new Set(
    (market ? factsOf(ctx, market) : []).filter(({ value }) => value !== null).map(({ key }) => key),
  );
  const unknown = figuresIn(words.body).find((key) => !figures.has(key));
  if (unknown) no("body", "guide.unknownFact", { fact: unknown });
  const before = publishedSide(tx, section);
  if (!before || sameText(before, words)) return;
  if (words.changeEn === "") no("changeEn", "guide.changeNeeded");
  if (words.changeZh === "") no("changeZh", "guide.changeNeeded");
}
