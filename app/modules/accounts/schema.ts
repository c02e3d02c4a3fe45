import { z } from "zod";
import { isCreditCode } from "./credit-code.ts";

/** Trimmed and lower-cased, as the database keeps it. */
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: "form.email" }));

/** Names reach mails and tables: line breaks and other control signs become a single space. */
const line = z.string().transform((text) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim());
const name = line.pipe(z.string().min(1, { error: "form.required" }).max(80));
const newPassword = z.string().min(10, { error: "password.short" }).max(128);
/** A password that exists already: its rules were asked when it was set. */
const password = z.string().max(1000);

export const signUpSchema = z.object({ name, email, password: newPassword });
export const signInSchema = z.object({ email, password });
export const emailSchema = z.object({ email });
export const verifySchema = z.object({ password: password.optional() });
export const resetSchema = z.object({ password: newPassword });
export const changePasswordSchema = z.object({ currentPassword: password, newPassword });
export const currentPasswordSchema = z.object({ currentPassword: password });
export const changeEmailSchema = z.object({ email, currentPassword: password });
export const accountSchema = z.object({ name, lang: z.enum(["en", "zh"]) });

/** Six digits of the app, or a recovery code; spaces and dashes don't count. */
const oneTimeCode = z
  .string()
  .max(40)
  .transform((code) => code.replace(/[\s-]/g, "").toUpperCase());
export const secondFactorSchema = z.object({ oneTimeCode });
export const setUpSecondFactorSchema = z.object({
  currentPassword: password,
  oneTimeCode,
  sealed: z.string().max(400),
});

export const organisationSchema = z
  .object({
    kind: z.enum(["msme", "mnc", "partner"]),
    nameEn: line.pipe(z.string().max(160)).default(""),
    nameZh: line.pipe(z.string().max(160)).default(""),
    country: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/),
    creditCode: z
      .string()
      .trim()
      .toUpperCase()
      .transform((code) => code.replace(/\s/g, ""))
      .optional(),
    province: line.pipe(z.string().max(60)).optional(),
    city: line.pipe(z.string().max(60)).optional(),
  })
  .check((ctx) => {
    const { nameEn, nameZh, country, creditCode } = ctx.value;
    const refuse = (path: string, message: string, input: unknown) =>
      ctx.issues.push({ code: "custom", path: [path], message, input });
    if (!nameEn && !nameZh) refuse(country === "CN" ? "nameZh" : "nameEn", "organisation.nameNeeded", nameEn);
    if (country !== "CN") return;
    if (!creditCode) refuse("creditCode", "organisation.codeNeeded", creditCode);
    else if (!isCreditCode(creditCode)) refuse("creditCode", "organisation.codeWrong", creditCode);
  })
  .transform((value) => ({ ...value, creditCode: value.country === "CN" ? value.creditCode : undefined }));
export type OrganisationInput = z.output<typeof organisationSchema>;

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");
export const inviteSchema = z.object({ email, role: z.enum(["owner", "member"]), approver: ticked });
export const memberSchema = z.object({
  userId: z.uuid(),
  role: z.enum(["owner", "member"]),
  approver: ticked,
});
export const staffRoleNames = ["editor", "vetter", "organiser", "admin"] as const;
export const rolesSchema = z.object({ roles: z.array(z.enum(staffRoleNames)).default([]) });

export const memberIdSchema = z.object({ userId: z.uuid() });
export const invitationIdSchema = z.object({ invitation: z.uuid() });
export const leaveSchema = z.object({ confirm: z.literal("yes") });
export const inviteOwnerSchema = z.object({ organisation: z.uuid(), email });
export const organisationIdSchema = z.object({ organisation: z.uuid() });
export const standingSchema = z.object({
  do: z.enum(["disable", "enable"]),
  id: z.array(z.uuid()).min(1).max(50),
});
/** For forms that are one button. */
export const emptySchema = z.object({});
