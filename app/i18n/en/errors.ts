/** Messages of expected refusals. `{name}` is filled from the error's params. */
export const errors = {
  "form.required": "Please fill this in.",
  "form.invalid": "Please check this value.",
  "form.tooShort": "Please write at least {min} characters.",
  "form.tooLong": "Please write at most {max} characters.",
  "form.tooLow": "The least possible is {min}.",
  "form.tooHigh": "The most possible is {max}.",
  "rate.tooMany": "Too many attempts. Please try again in {minutes} min.",
};

export type ErrorKey = keyof typeof errors;
