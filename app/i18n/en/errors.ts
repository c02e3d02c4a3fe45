/** Messages of expected refusals. `{name}` is filled from the error's params. */
export const errors = {
  "form.required": "Please fill this in.",
  "form.invalid": "Please check this value.",
};

export type ErrorKey = keyof typeof errors;
