import type { PersonCaller } from "#app/modules/accounts/caller.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { checkConflicts } from "./flags.server.ts";
import { actingFor, fingerprint, givenBy, must, takeStep } from "./own-endorsement.server.ts";
import { isSecondPerson, stageOf } from "./policy.ts";
import { demandEndorsable } from "./save-draft.server.ts";
import { membersOf, nameIn, partiesOf, tellParties, tellPeople } from "./tell.server.ts";

/**
 * The second person of the multinational agrees to what they read (`seen`); the firm is asked next, unless staff
 * have something to look at first. Nobody approves what they drafted or edited last.
 *
 * @throws DomainError endorsement.moved, .ownWords, .over, .notVetted; RateLimited
 */
export function approveEndorsement(ctx: PersonCaller, id: string, seen: string): void {
  const mnc = actingFor(ctx, "endorsements.approve", "mnc");
  const { userId } = ctx.actor;
  ctx.db.transaction((tx) => {
    const row = must(givenBy(tx, mnc.id, id));
    if (stageOf(row) !== "approval" || fingerprint(row) !== seen) throw new DomainError("endorsement.moved");
    if (!isSecondPerson(row, userId)) throw new DomainError("endorsement.ownWords");
    if (row.validUntil <= ctx.now) throw new DomainError("endorsement.over");
    demandEndorsable(tx, ctx, row.msmeId);
    // Edited and approved over and over, one endorsement could fill the firm's mailboxes.
    countAttempt(ctx, "endorsementLetter", id);
    const after = takeStep(tx, ctx, row, "approve", { approvedById: userId, approvedAt: ctx.now });
    const held = checkConflicts(tx, ctx, after);
    tellParties(tx, ctx, after, "endorsement.approved", ["mnc"]);
    if (!held) askFirm(tx, ctx, after);
  });
}

/** Asks the firm, by bell and letter, to look at what a stranger would see. */
export function askFirm(
  tx: Parameters<typeof membersOf>[0],
  ctx: PersonCtx,
  row: Parameters<typeof tellPeople>[2],
): void {
  const people = membersOf(tx, row.msmeId);
  const { mnc } = partiesOf(tx, row);
  tellPeople(tx, ctx, row, "endorsement.toAccept", "msme", people);
  for (const { email, lang, name } of people) {
    const url = absoluteUrl(at(lang).endorsed(row.id));
    queueMail(tx, ctx.now, {
      to: email,
      lang,
      template: "endorsementToAccept",
      params: { name, mnc: nameIn(lang, mnc), url },
    });
  }
}

/** The second person sends it back with a note. */
export function returnEndorsement(ctx: PersonCtx, id: string, note: string): void {
  const mnc = actingFor(ctx, "endorsements.approve", "mnc");
  ctx.db.transaction((tx) => {
    const row = must(givenBy(tx, mnc.id, id));
    if (!isSecondPerson(row, ctx.actor.userId)) throw new DomainError("endorsement.ownWords");
    const after = takeStep(tx, ctx, row, "return", { returnedBy: "approver", returnedNote: note });
    tellParties(tx, ctx, after, "endorsement.returned", ["mnc"]);
  });
}
