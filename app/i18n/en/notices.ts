/** One line shown after a change went through; the page that follows names it in `?notice=`. */
export const notices = {
  saved: "Saved.",
  signedOut: "You are signed out.",
  signedOutEverywhere: "You are signed out on all devices.",
  emailVerified: "Your address is confirmed.",
  mailSent: "A mail is on its way.",
  passwordReset: "Your new password is set. Please sign in.",
  passwordChanged: "Your password is changed, and all other sessions are ended.",
  sessionEnded: "That session is ended.",
  secondFactorRemoved: "The second factor is removed, and all other sessions are ended.",
  organisationCreated: "Your organisation is registered.",
  organisationConfirmed: "The organisation is confirmed.",
  organisationRefused: "The organisation was refused and its record removed.",
  invitationSent: "The invitation is on its way.",
  invitationRevoked: "The invitation is withdrawn.",
  joined: "You now act for this organisation.",
  memberChanged: "The member's rights are changed.",
  memberRemoved: "The member was removed.",
  left: "You have left the organisation.",
  rolesChanged: "The roles are changed.",
  accountDisabled: "The account is closed and its sessions are ended.",
  accountEnabled: "The account is open again.",
  secondFactorReset: "The second factor is removed; the person can set up a new one.",
  allRead: "All read.",
  mailQueued: "The mail will be sent again.",
};

export type NoticeKey = keyof typeof notices;
