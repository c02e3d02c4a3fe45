import { fill } from "../fill.ts";
import { vettingLetters, type VettingLetter } from "./vetting-letters.ts";

type Letter = { subject: string; text: string };

type VettingStep = { name: string; firm: string; step: VettingLetter; date: string; url: string };

type SearchDigest = {
  name: string;
  count: number;
  searches: { name: string; count: number; hits: { title: string; url: string }[]; url: string }[];
  listUrl: string;
  stopUrl: string;
};

const signature = "\n\nFairway 航道\nThe chamber's export support portal";
const notYou = "If this was not you, reset your password now and look through your sessions:";

/** The mails we send, as plain text. Links stand on their own lines, so that every mail reader makes them live. */
export const mail = {
  verifyEmail: ({ url }: { url: string }): Letter => ({
    subject: "Confirm your e-mail address for Fairway",
    text: `Hello,\n\nplease confirm that this address is yours. The link works for 48 hours:\n\n${url}\n\nIf you did not ask for an account, do nothing: without your confirmation it stays shut.${signature}`,
  }),
  alreadyRegistered: ({ signInUrl, resetUrl }: { signInUrl: string; resetUrl: string }): Letter => ({
    subject: "You already have a Fairway account",
    text: `Hello,\n\nsomebody, probably you, tried to create an account with this address. There is one already.\n\nSign in:\n${signInUrl}\n\nForgot the password? Set a new one:\n${resetUrl}\n\nIf it was not you, there is nothing to do: nothing was changed.${signature}`,
  }),
  resetPassword: ({ name, url }: { name: string; url: string }): Letter => ({
    subject: "Set a new password for Fairway",
    text: `Hello ${name},\n\nset a new password with this link. It works once, for one hour:\n\n${url}\n\nIf you did not ask for it, do nothing: your password stays as it is.${signature}`,
  }),
  passwordChanged: ({ name, url }: { name: string; url: string }): Letter => ({
    subject: "Your Fairway password was changed",
    text: `Hello ${name},\n\nthe password of your account was changed just now, and all other sessions were ended.\n\n${notYou}\n${url}${signature}`,
  }),
  confirmNewEmail: ({ url }: { url: string }): Letter => ({
    subject: "Confirm your new address for Fairway",
    text: `Hello,\n\nplease confirm that this is to be the address of your Fairway account. The link works once, for 24 hours:\n\n${url}\n\nIf you did not ask for it, do nothing: without a confirmation nothing changes.${signature}`,
  }),
  emailTaken: ({ url }: { url: string }): Letter => ({
    subject: "You already have a Fairway account",
    text: `Hello,\n\nsomebody, probably you, tried to move another account to this address. There is one with it already, so nothing was changed.\n\nSign in with this address:\n${url}\n\nTo use it for the other account, first change the address of this one, or close it. If it was not you, there is nothing to do.${signature}`,
  }),
  emailChangeAsked: (p: { name: string; newEmail: string; url: string }): Letter => ({
    subject: "A new address was asked for your Fairway account",
    text: `Hello ${p.name},\n\nsomebody who knows your password asked to change the address of your account to ${p.newEmail}. It changes once that address is confirmed.\n\n${notYou}\n${p.url}${signature}`,
  }),
  emailChanged: ({ name, newEmail }: { name: string; newEmail: string }): Letter => ({
    subject: "The address of your Fairway account was changed",
    text: `Hello ${name},\n\nyour account's address is ${newEmail} now, and all other sessions were ended. Mail no longer comes to this address.\n\nIf this was not you, write to the chamber desk at once.${signature}`,
  }),
  accountClosed: ({ name }: { name: string }): Letter => ({
    subject: "Your Fairway account is closed",
    text: `Hello ${name},\n\nyour account is closed, and what we kept about you is removed. This is our last mail. You are welcome to open a new account at any time.\n\nIf this was not you, write to the chamber desk at once.${signature}`,
  }),
  secondFactorChanged: ({ name, url }: { name: string; url: string }): Letter => ({
    subject: "The second factor of your Fairway account was changed",
    text: `Hello ${name},\n\nthe second factor of your account was changed just now, and all other sessions were ended.\n\n${notYou}\n${url}${signature}`,
  }),
  invitation: (p: { organisation: string; inviter: string; url: string }): Letter => ({
    subject: `Invitation to join ${p.organisation} on Fairway`,
    text: `Hello,\n\n${p.inviter} invites you to act for ${p.organisation} on Fairway, the chamber's export support portal. The invitation stands for 7 days:\n\n${p.url}\n\nIf you do not know the sender, do nothing.${signature}`,
  }),
  endorsementToAccept: (p: { name: string; mnc: string; url: string }): Letter => ({
    subject: `${p.mnc} wants to endorse your firm`,
    text: `Hello ${p.name},\n\n${p.mnc} wants to vouch for your firm on Fairway. Nothing is shown before you agree. See exactly what strangers would see, choose what they see, and accept or decline; declining needs no reason:\n\n${p.url}${signature}`,
  }),
  endorsementExpiring: (p: { name: string; firm: string; until: string; url: string }): Letter => ({
    subject: `Your endorsement of ${p.firm} ends on ${p.until}`,
    text: `Hello ${p.name},\n\nyour endorsement of ${p.firm} ends on ${p.until}. Renew it in time, or let it end:\n\n${p.url}${signature}`,
  }),
  supplierInvitation: (p: { mnc: string; inviter: string; days: number; url: string }): Letter => ({
    subject: `${p.mnc} invites you, its supplier, to Fairway`,
    text: `Hello,\n\n${p.inviter} of ${p.mnc} invites your firm to Fairway, the chamber's export support portal. There you keep one profile, have it vetted by the chamber, and ${p.mnc} can vouch for you towards buyers abroad. It costs nothing.\n\nThe link stands for ${p.days} days:\n\n${p.url}\n\nIf you do not supply ${p.mnc}, do nothing.${signature}`,
  }),
  organisationConfirmed: ({ organisation, url }: { organisation: string; url: string }): Letter => ({
    subject: `${organisation} is confirmed on Fairway`,
    text: `Hello,\n\nthe chamber has confirmed ${organisation}. All places for your organisation are open now:\n\n${url}${signature}`,
  }),
  followDigest: (p: { name: string; changes: string[]; url: string; stopUrl: string }): Letter => ({
    subject:
      p.changes.length === 1
        ? "One change in the guides you follow"
        : `${p.changes.length} changes in the guides you follow`,
    text: `Hello ${p.name},\n\nin the guides you follow:\n\n${p.changes.map((line) => `• ${line}`).join("\n\n")}\n\nWhat you follow:\n${p.url}\n\nStop these letters with one press:\n${p.stopUrl}${signature}`,
  }),
  organisationRefused: ({ organisation }: { organisation: string }): Letter => ({
    subject: `${organisation} was not confirmed on Fairway`,
    text: `Hello,\n\nthe chamber could not confirm ${organisation}, and its record was removed. Your own account stays. Please write to the chamber desk if you think this is a mistake.${signature}`,
  }),
  searchDigest: (p: SearchDigest): Letter => ({
    subject:
      p.count === 1
        ? "One new section in your saved searches"
        : `${p.count} new sections in your saved searches`,
    text: `Hello ${p.name},\n\nthis is new in the searches you saved:\n\n${p.searches
      .map(
        (search) =>
          `${search.name} (${search.count} new)\n${search.hits.map((hit) => `• ${hit.title}\n  ${hit.url}`).join("\n")}\nAll results:\n${search.url}`,
      )
      .join(
        "\n\n",
      )}\n\nYour saved searches:\n${p.listUrl}\n\nStop this letter with one click:\n${p.stopUrl}${signature}`,
  }),
  introductionForwarded: (p: { name: string; body: string; url: string }): Letter => ({
    subject: `${p.body} would like to get to know you`,
    text: `Hello ${p.name},\n\n${p.body} has asked the chamber desk for an introduction to you. Read the message, and accept or decline; a reason is not needed:\n\n${p.url}${signature}`,
  }),
  introductionReminder: (p: { name: string; body: string; date: string; url: string }): Letter => ({
    subject: `${p.body} waits for your answer until ${p.date}`,
    text: `Hello ${p.name},\n\n${p.body} has asked the chamber desk for an introduction to you and waits for your answer until ${p.date}. Accept or decline; a reason is not needed. After that day the request lapses:\n\n${p.url}${signature}`,
  }),
  introductionAnswered: (p: { name: string; body: string; url: string }): Letter => ({
    subject: "There is news of your request for an introduction",
    text: `Hello ${p.name},\n\nthere is news of your request for an introduction to ${p.body}. See where it stands:\n\n${p.url}${signature}`,
  }),
  certificatesEnding: (p: { name: string; firm: string; lines: string[]; url: string }): Letter => ({
    subject: p.lines.length === 1 ? `${p.firm}: a certificate ends soon` : `${p.firm}: certificates end soon`,
    text: `Hello ${p.name},\n\nin the profile of ${p.firm} these certificates end soon:\n\n${p.lines.map((line) => `• ${line}`).join("\n")}\n\nAfter its last day a certificate no longer counts in matching. Once it is renewed, enter the new date:\n\n${p.url}${signature}`,
  }),
  deskAnswer: (p: { name: string; question: string; answer: string; url: string }): Letter => ({
    subject: "The chamber desk has answered your question",
    text: `Hello ${p.name},\n\nyou asked:\n\n${p.question}\n\nThe desk answers:\n\n${p.answer}\n\nAll your questions:\n${p.url}${signature}`,
  }),
  vettingStep: ({ name, firm, step, date, url }: VettingStep): Letter => ({
    subject: fill(vettingLetters[step].subject, { firm, date }),
    text: `Hello ${name},\n\n${fill(vettingLetters[step].text, { firm, date })}\n\n${url}${signature}`,
  }),
};

/** Every letter's name; the outbox keeps it as `template`. */
export type MailTemplate = keyof typeof mail;
