/** Lines under the bell; `{name}` is filled from the notification's params. */
export const notifications = {
  "password.changed": "Your password was changed. If that was not you, reset it now.",
};

export type NotificationKey = keyof typeof notifications;
