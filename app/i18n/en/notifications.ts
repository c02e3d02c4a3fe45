/** Lines under the bell; `{name}` is filled from the notification's params. */
export const notifications = {
  "password.changed": "Your password was changed. If that was not you, reset it now.",
  "email.changeAsked":
    "A change of your e-mail address waits to be confirmed. If that was not you, reset your password now.",
  "email.changed": "Your e-mail address was changed.",
  "secondFactor.changed": "Your second factor was changed. If that was not you, reset your password now.",
  "secondFactor.recoveryUsed": "One of your recovery codes was used to sign in.",
  "secondFactor.reset": "The chamber removed your second factor at your request. Please set up a new one.",
  "organisation.pending": "{organisation} waits to be confirmed.",
  "organisation.confirmed": "The chamber has confirmed {organisation}.",
  "organisation.refused": "The chamber could not confirm {organisation}.",
  "member.joined": "{name} has joined your organisation.",
  "member.left": "{name} has left your organisation.",
  "member.removed": "You no longer belong to {organisation}.",
  "member.changed": "Your rights in {organisation} were changed.",
  "feedback.error": "A reader reports an error in {placeEn}: “{quote}”",
  "follow.changed": "{placeEn}: {changeEn}",
  "staffRoles.changed": "Your roles at the chamber were changed.",
  "guide.submitted": "{placeEn}: {name} has handed in a text for review.",
  "guide.published": "{placeEn}: {name} has published your text.",
  "guide.sentBack": "{placeEn}: {name} has sent your text back with a note.",
  "guide.discarded": "{placeEn}: {name} has discarded your draft.",
  "guide.assigned": "{name} has given you {count} guide sections.",
  "guide.feedbackFixed": "{placeEn}: what you reported is corrected. {answer}",
  "guide.feedbackDeclined": "{placeEn}: your report was looked into. {answer}",
  "savedSearch.news": "{count} new in your saved searches: {name}",
  "desk.asked": "A reader asks the desk: “{question}”",
  "desk.answered": "The chamber desk has answered your question: “{question}”",
};

export type NotificationKey = keyof typeof notifications;
