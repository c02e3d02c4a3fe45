import { topics, type Topic } from "#db/schema/topics.ts";

export { topics, type Topic };

export function isTopic(value: string): value is Topic {
  return (topics as readonly string[]).includes(value);
}
