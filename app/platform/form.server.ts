import { parseWithZod } from "@conform-to/zod/v4";
import type { Submission, SubmissionResult } from "@conform-to/react";
import { data } from "react-router";
import type { z } from "zod";
import type { $ZodRawIssue } from "zod/v4/core";
import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { ErrorKey } from "#app/i18n/en/errors.ts";
import type { Lang } from "./context.ts";
import { DomainError } from "./domain-error.ts";
import { RateLimited } from "./rate-limits.server.ts";

/** What an action answers when it refuses: what was typed, and messages in the reader's language. */
export type FormReply = SubmissionResult<string[]>;

/** A field's name as a form of ours may send it: words, indexes below 1,000 and dots. */
const fieldName = /^[a-z]\w*(\[\d{0,3}\]|\.[a-z]\w*)*$/i;

/** Fields that never travel back to the page. */
const secretField = /password|oneTimeCode/i;

/**
 * The form's fields. Names that no form of ours sends are dropped: a crafted one could build a huge array.
 *
 * @throws Response 400 when the body cannot be read as a form.
 */
export async function readForm(request: Request): Promise<FormData> {
  let sent: FormData;
  try {
    sent = await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
  const form = new FormData();
  for (const [name, value] of sent) if (fieldName.test(name)) form.append(name, value);
  return form;
}

/**
 * Parses the form, runs the verb and turns every expected refusal into an answer that the page can show:
 * 400 with messages at the fields, 429 with Retry-After when a rate limit says no. Faults go on upwards.
 */
export async function submitForm<Schema extends z.ZodType, Result>(
  form: FormData,
  lang: Lang,
  schema: Schema,
  run: (value: z.output<Schema>) => Result | Promise<Result>,
) {
  const submission = parseWithZod(form, { schema, error: keyOfIssue });
  if (submission.status !== "success") return refuse(lang, submission);
  try {
    return await run(submission.value);
  } catch (error) {
    return refuse(lang, submission, error);
  }
}

/** The refusal as a response. Without `error` it is the schema's; a `DomainError` goes to its field. */
function refuse(lang: Lang, submission: Submission<unknown, string[], unknown>, error?: unknown) {
  if (error !== undefined && !(error instanceof DomainError)) throw error;
  const limited = error instanceof RateLimited ? error : undefined;
  const reply = error
    ? submission.reply(
        error.field
          ? { fieldErrors: { [error.field]: [encode(error.key, error.params)] } }
          : { formErrors: [encode(error.key, error.params)] },
      )
    : submission.reply();
  return data(worded(lang, reply), {
    status: limited ? 429 : 400,
    headers: limited ? { "Retry-After": String(limited.retryAfterSeconds) } : {},
  });
}

function worded(lang: Lang, reply: FormReply): FormReply {
  const error: Record<string, string[] | null> = {};
  for (const [field, messages] of Object.entries(reply.error ?? {})) {
    error[field] = messages?.map((message) => wordMessage(lang, message)) ?? null;
  }
  const initialValue = Object.fromEntries(
    Object.entries(reply.initialValue ?? {}).filter(([name]) => !secretField.test(name)),
  );
  return { status: "error", error, initialValue };
}

/** A message key with its params, as `key?name=value`: Zod and Conform carry plain strings only. */
function encode(key: string, params: Record<string, string | number>): string {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `${key}?${query.toString()}` : key;
}

function wordMessage(lang: Lang, message: string): string {
  const [key = "", query] = message.split("?");
  const words: Record<string, string> = dictionary(lang).errors;
  return fill(
    Object.hasOwn(words, key) ? words[key]! : words["form.invalid"]!,
    Object.fromEntries(new URLSearchParams(query)),
  );
}

/** The message of an issue for which the schema names none. */
function keyOfIssue(issue: $ZodRawIssue): string {
  const key = (name: ErrorKey, params: Record<string, string | number> = {}) => encode(name, params);
  if (issue.input === undefined) return key("form.required");
  if (issue.code === "too_small") {
    if (issue.origin === "string") return key("form.tooShort", { min: Number(issue.minimum) });
    if (issue.origin === "array") return key("form.required");
    return key("form.tooLow", { min: Number(issue.minimum) });
  }
  if (issue.code === "too_big") {
    if (issue.origin === "string") return key("form.tooLong", { max: Number(issue.maximum) });
    return key("form.tooHigh", { max: Number(issue.maximum) });
  }
  return key("form.invalid");
}
