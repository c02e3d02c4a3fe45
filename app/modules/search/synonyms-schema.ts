import { z } from "zod";

/** Words that mean the same, as an editor types them: one a line, or separated by commas. */
export const synonymsSchema = z.object({
  id: z.uuid().optional(),
  terms: z
    .string()
    .max(2000)
    .transform((text) => termsOf(text))
    .pipe(
      z
        .array(z.string().min(1).max(60))
        .min(2, { error: "synonyms.two" })
        .max(20, { error: "synonyms.many" }),
    ),
  note: z.string().trim().max(300).default(""),
});
export type SynonymsInput = z.output<typeof synonymsSchema>;

export const synonymIdSchema = z.object({ id: z.uuid() });

function termsOf(text: string): string[] {
  const seen = new Map<string, string>();
  for (const part of text.split(/[,，、;；\n]/)) {
    const term = part.replace(/\s+/g, " ").trim();
    if (term && !seen.has(term.toLowerCase())) seen.set(term.toLowerCase(), term);
  }
  return [...seen.values()];
}
