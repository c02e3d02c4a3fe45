import { dictionary } from "#app/i18n/index.ts";
import { revocationReasons } from "#app/modules/endorsements/vocabulary.ts";
import type { Stage } from "#app/modules/endorsements/policy.ts";
import type { Lang } from "#app/platform/context.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";

export type ActsOf = {
  id: string;
  stage: Stage;
  held: boolean;
  seen: string;
  mayDecide: boolean;
  missing: ("goodsEn" | "scopeSectors" | "conflictStatement")[];
  renewalId: string | null;
};

/** What the multinational's people can do with an endorsement at its stage. */
export function EndorsementActs({ lang, acts, reply }: { lang: Lang; acts: ActsOf; reply: Reply }) {
  const words = dictionary(lang).endorsing.page;
  const go = at(lang);
  const { id, stage, seen } = acts;
  const form = formOf(reply);
  const here = go.endorsement(id);
  const edit = <ButtonLink href={go.endorsementEdit(id)}>{words.edit}</ButtonLink>;
  if (stage === "draft") {
    return (
      <>
        {acts.missing.length > 0 ? (
          <div className="mb-4">
            <p className="font-semibold">{words.missing}</p>
            <ul className="list-disc pl-6">
              {acts.missing.map((one) => (
                <li key={one}>
                  <a href={`${go.endorsementEdit(id)}#${one}`}>{words.missingWords[one]}</a>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p className="text-ink-soft mb-3">{words.submitHint}</p>
        )}
        <form method="post" action={here} className="flex flex-wrap gap-4">
          {acts.missing.length === 0 ? (
            <Button name="intent" value="submit">
              {words.submit}
            </Button>
          ) : null}
          {edit}
        </form>
        <details className="mt-6">
          <summary className="min-h-11 cursor-pointer content-center">{words.discard}</summary>
          <form method="post" action={here} className="flex flex-wrap items-center gap-4">
            <span>{words.discardAsk}</span>
            <Button look="danger" name="intent" value="discard">
              {words.discard}
            </Button>
          </form>
        </details>
      </>
    );
  }
  if (stage === "approval" && acts.mayDecide) {
    return (
      <>
        <form method="post" action={here} className="mb-6">
          <p className="text-ink-soft mb-3">{words.approveHint}</p>
          <input type="hidden" name="seen" value={seen} />
          <div className="flex flex-wrap gap-4">
            <Button name="intent" value="approve">
              {words.approve}
            </Button>
            {edit}
          </div>
        </form>
        <form method="post" action={here} className="max-w-xl">
          <TextArea
            {...form.field("note")}
            label={words.returnNote}
            required
            minLength={5}
            maxLength={800}
            rows={3}
          />
          <Button look="secondary" name="intent" value="return">
            {words.return}
          </Button>
        </form>
      </>
    );
  }
  if (stage === "approval" || stage === "acceptance") {
    return (
      <>
        {stage === "approval" ? (
          <p className="mb-3">{words.waitsApprover}</p>
        ) : acts.held ? null : (
          <p className="mb-3">{words.waitsFirm}</p>
        )}
        {edit}
      </>
    );
  }
  const renew = acts.renewalId ? (
    <p className="mb-6">
      <a href={go.endorsement(acts.renewalId)}>{words.renewal}</a>
    </p>
  ) : stage === "revoked" ? null : (
    <form method="post" action={here} className="mb-6">
      <p className="text-ink-soft mb-3">{words.renewHint}</p>
      <Button look={stage === "expired" ? "primary" : "secondary"} name="intent" value="renew">
        {words.renew}
      </Button>
    </form>
  );
  if (stage !== "active") return renew;
  return (
    <>
      {renew}
      <details className="border-line border-t pt-3" open={form.field("reason").errors !== undefined}>
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{words.revoke}</summary>
        <form method="post" action={here} className="max-w-xl">
          <p className="measure mb-3">{words.revokeLead}</p>
          <SelectField
            {...form.field("reason")}
            label={words.revokeReason}
            empty=""
            required
            options={revocationReasons.map((one) => ({
              value: one,
              label: dictionary(lang).endorsing.reasons[one],
            }))}
          />
          <label className="mb-4 flex min-h-11 items-center gap-2">
            <input type="checkbox" name="sure" value="yes" required className="accent-deep size-5" />
            {words.revokeSure}
          </label>
          <Button look="danger" name="intent" value="revoke">
            {words.revoke}
          </Button>
        </form>
      </details>
    </>
  );
}
