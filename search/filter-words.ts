import type { Filter, IndexDefinition, SearchDocument } from "./engine.ts";
import { fold } from "./text.ts";

/**
 * Filter values are words of their own in the index, and so is every combination of them: a filter on several fields
 * is one short doclist then. Walking a field's own list, which half the corpus may stand in, would cost more than
 * all the rest.
 */
export const tagMark = "zq";
/** A filter whose fields have more combinations of values than this is asked field by field. */
const maxCombinations = 60;

function tag(index: IndexDefinition, field: string, value: string): string {
  const plain = Array.from(fold(value), (sign) =>
    /[a-z0-9]/.test(sign) ? sign : `x${sign.codePointAt(0)!.toString(16)}x`,
  );
  return `${tagMark}${index.filterable.indexOf(field)}q${plain.join("")}`;
}

/** One value of each field, in the order of the index, in every way: the tags of the combinations. */
function combined(index: IndexDefinition, filter: Filter, fields: string[]): string[] {
  return fields.reduce(
    (tags, field) =>
      tags.flatMap((done) => (filter[field] ?? []).map((value) => done + tag(index, field, value))),
    [""],
  );
}

/** The filter words of a document. */
export function tagsOf(index: IndexDefinition, values: SearchDocument["filter"]): string[] {
  const filter = Object.fromEntries(index.filterable.map((field) => [field, [values[field] ?? []].flat()]));
  const subsets = index.filterable.reduce<string[][]>(
    (found, field) => [...found, ...found.map((subset) => [...subset, field])],
    [[]],
  );
  return subsets.filter((subset) => subset.length > 0).flatMap((subset) => combined(index, filter, subset));
}

/** The filter as parts of a full-text expression, to be joined by AND. */
export function filterExpression(index: IndexDefinition, filter: Filter): string[] {
  const fields = index.filterable.filter((field) => filter[field]);
  if (fields.length === 0) return [];
  const combinations = fields.reduce((product, field) => product * filter[field]!.length, 1);
  const groups = combinations > maxCombinations ? fields.map((field) => [field]) : [fields];
  return groups.map((group) => {
    const tags = combined(index, filter, group).map((one) => `"${one}"`);
    return `tags : (${tags.length > 0 ? tags.join(" OR ") : `"${tagMark}none"`})`;
  });
}
