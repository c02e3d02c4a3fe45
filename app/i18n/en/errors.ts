/** Messages of expected refusals. `{name}` is filled from the error's params. */
export const errors = {
  "form.required": "Please fill this in.",
  "form.invalid": "Please check this value.",
  "form.tooShort": "Please write at least {min} characters.",
  "form.tooLong": "Please write at most {max} characters.",
  "form.tooLow": "The least possible is {min}.",
  "form.tooHigh": "The most possible is {max}.",
  "rate.tooMany": "Too many attempts. Please try again in {minutes} min.",
  "form.email": "Please write an e-mail address, like name@firm.cn.",
  "right.missing": "Your account does not have the right to do this.",
  "token.gone": "This link has been used or is too old. Please ask for a new one.",
  "signIn.wrong": "E-mail and password do not match an account.",
  "signIn.disabled": "This account is closed. Please write to the chamber desk.",
  "password.wrong": "This is not your password.",
  "password.short": "At least 10 characters, please. Four unrelated words make a good password.",
  "password.weak":
    "Too easy to guess. Make it longer, or string together words that have nothing to do with each other.",
  "password.common": "This is, or resembles, one of the most used passwords. Please choose another.",
  "password.personal": "This contains your name or e-mail address, which others would try first.",
  "password.keyboard": "A row of neighbouring keys is easy to guess.",
  "password.repeat": "Repeating the same characters adds little. Please choose something else.",
  "password.sequence": "A run such as abc or 6543 is easy to guess.",
  "password.date": "Dates and years are easy to guess.",
  "secondFactor.wrong": "This code is wrong or was used already. Wait for the next one and try again.",
  "secondFactor.offerGone": "This page was open for too long. Scan the new code below.",
  "secondFactor.required": "Your role needs a second factor; you can replace it, not remove it.",
  "secondFactor.none": "Your account has no second factor yet.",
  "organisation.nameNeeded": "Please give the name in at least one language.",
  "organisation.codeNeeded": "A Chinese organisation needs its unified social credit code.",
  "organisation.codeWrong":
    "This is not a valid unified social credit code: 18 characters, the last one checks the rest. Compare it with the business licence.",
  "organisation.codeTaken":
    "An organisation with this code is registered already. Ask its owner to invite you.",
  "organisation.alreadyMember": "You already belong to an organisation. Leave it first.",
  "organisation.notPending": "This organisation is no longer waiting for confirmation.",
  "organisation.lastOwner": "An organisation always has an owner. Make somebody else owner first.",
  "member.gone": "This person is no longer a member.",
  "member.notApprover": "Only multinationals have approvers.",
  "invitation.open": "This address has an open invitation already. Withdraw it first.",
  "invitation.isMember": "This person is a member already.",
  "invitation.gone": "This invitation was withdrawn, used or is older than 7 days. Ask for a new one.",
  "invitation.otherAddress":
    "This invitation is for another address. Sign in with the address it was sent to.",
  "person.lastAdmin": "The chamber always has an admin. Make somebody else admin first.",
  "person.ownAdmin":
    "You cannot take the admin role from yourself or close your own account. Ask another admin.",
  "person.unverified": "This person has not confirmed the e-mail address yet.",
  "person.disabled": "This account is closed.",
  "person.otherOrganisation":
    "Staff cannot act for a firm at the same time. The person must leave that organisation first.",
};

export type ErrorKey = keyof typeof errors;
