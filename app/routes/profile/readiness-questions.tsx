import { z } from "zod";
import { dictionary } from "#app/i18n/index.ts";
import { differences } from "#app/modules/msmes/groups.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import {
  answerLevels,
  dimensions,
  isDimension,
  questionsOf,
  type Dimension,
} from "#app/modules/msmes/readiness.ts";
import { readinessFingerprint, saveReadiness } from "#app/modules/msmes/save-readiness.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { stepData, submitStep } from "./step.server.ts";
import { StepPage } from "./step-form.tsx";
import type { Route } from "./+types/readiness-questions";

export const headers = passHeaders;

function dimensionOf(params: { dimension?: string | undefined }): Dimension {
  if (!isDimension(params.dimension)) throw new Response(null, { status: 404 });
  return params.dimension;
}

/** Where the questions go on: the next dimension, after the last one the result. */
function nextPath(lang: "en" | "zh", dimension: Dimension): string {
  return at(lang).profileReadiness(dimensions[dimensions.indexOf(dimension) + 1]);
}

const answer = z
  .enum(answerLevels.map(String) as [string, ...string[]])
  .transform(Number)
  .optional();
const schemaOf = (dimension: Dimension) =>
  z.object(Object.fromEntries(questionsOf(dimension).map(({ id }) => [id, answer])));

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const dimension = dimensionOf(args.params);
  const data = stepData(ctx, `readiness-${dimension}`, ({ readiness }) =>
    readinessFingerprint(dimension, readiness),
  );
  return { ...data, dimension };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const dimension = dimensionOf(args.params);
  const form = await readForm(args.request);
  const answersOf = (input: Record<string, number | undefined>) =>
    Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Record<
      string,
      number
    >;
  return submitStep(ctx, form, schemaOf(dimension), {
    save: (input, base) => saveReadiness(ctx, { dimension, answers: answersOf(input) }, base),
    differ: (input) => {
      const words = dictionary(ctx.lang).readiness;
      const { readiness } = ownProfile(ctx);
      const saved = Object.fromEntries(questionsOf(dimension).map(({ id }) => [id, readiness[id]]));
      return differences(saved, { ...saved, ...answersOf(input) }).map((row) => ({
        label: words.questions[row.field as keyof typeof words.questions].ask,
        saved: words.answers[Number(row.saved ?? NaN)] ?? words.unanswered,
        typed: words.answers[Number(row.typed ?? NaN)] ?? words.unanswered,
      }));
    },
    here: at(ctx.lang).profileReadiness(dimension, { saved: dimension }),
    next: nextPath(ctx.lang, dimension),
  });
}

/** One dimension of the self-assessment: three or four questions to a screen. */
export default function ReadinessQuestions({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, dimension, profile } = loaderData;
  const t = dictionary(lang);
  const words = t.readiness;
  const place = `${dimensions.indexOf(dimension) + 1}/${dimensions.length}`;
  const form = formOf(actionData, profile.readiness);
  return (
    <StepPage
      step="readiness"
      part={dimension}
      page={at(lang).profileReadiness(dimension)}
      title={`${t.profile.groups.readiness} ${place}${lang === "zh" ? "：" : ": "}${words.dimensions[dimension]}`}
      data={loaderData}
      reply={actionData}
      next={nextPath(lang, dimension)}
    >
      {questionsOf(dimension).map(({ id }) => {
        const field = form.field(id);
        return (
          <fieldset
            key={id}
            id={id}
            className="border-line mb-4 border-t pt-4"
            aria-describedby={`${id}-hint`}
          >
            <legend className="float-left w-full font-semibold">{words.questions[id].ask}</legend>
            <p id={`${id}-hint`} className="text-ink-soft clear-both mb-2 text-sm">
              {words.questions[id].full}
            </p>
            <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
              {answerLevels.map((level) => (
                <label key={level} className="flex min-h-11 items-center gap-2">
                  <input
                    type="radio"
                    name={id}
                    value={level}
                    defaultChecked={field.defaultValue === String(level)}
                    className="accent-deep size-5"
                  />
                  {words.answers[level]}
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </StepPage>
  );
}
