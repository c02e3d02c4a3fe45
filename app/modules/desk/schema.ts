import { z } from "zod";

export const askSchema = z.object({
  q: z.string().trim().max(200).default(""),
  question: z.string().trim().min(10).max(2000),
});
export type AskInput = z.output<typeof askSchema>;

export const answerSchema = z.object({ id: z.uuid(), answer: z.string().trim().min(10).max(5000) });
export type AnswerInput = z.output<typeof answerSchema>;

export const questionStates = ["open", "answered"] as const;
export type QuestionState = (typeof questionStates)[number];
