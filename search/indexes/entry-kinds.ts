/** What is found beside guide sections; each is a tab of the results. */
export const entryKinds = ["fairs", "opportunities", "providers", "glossary"] as const;
export type EntryKind = (typeof entryKinds)[number];
