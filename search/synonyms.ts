import type { Knowledge } from "./knowledge.ts";

/** The groups of the glossary as one-way lists in every direction, which is how Meilisearch takes synonyms. */
export function synonymsOf(knowledge: Knowledge): Record<string, string[]> {
  const synonyms = new Map<string, Set<string>>();
  for (const group of knowledge.groups) {
    const forms = group.map((form) => form.toLowerCase());
    for (const form of forms) {
      const others = synonyms.get(form) ?? new Set();
      for (const other of forms) if (other !== form) others.add(other);
      synonyms.set(form, others);
    }
  }
  return Object.fromEntries([...synonyms].map(([form, others]) => [form, [...others]]));
}
