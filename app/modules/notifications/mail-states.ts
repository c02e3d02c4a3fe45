/** waiting = to be sent or tried again; failed = attempts used up. */
export const mailStates = ["waiting", "failed", "sent"] as const;
export type MailState = (typeof mailStates)[number];
