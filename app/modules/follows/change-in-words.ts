import { blockText, proseBlocks } from "#app/modules/guides/blocks.ts";

export type RevisionWords = {
  title: string;
  summary: string;
  body: string;
  sources: unknown;
  changeEn?: string;
  changeZh?: string;
};

/**
 * What a revision changed, in both languages: the editor's own words where they gave some, else a sentence made
 * from the two texts (which parts changed, came or went). `before` is null for a section's first text.
 */
export function changeInWords(
  before: RevisionWords | null,
  after: RevisionWords,
): { en: string; zh: string } {
  const own = { en: after.changeEn?.trim() ?? "", zh: after.changeZh?.trim() ?? "" };
  if (own.en && own.zh) return own;
  const made = before
    ? comparison(before, after)
    : { en: "This section has been written.", zh: "本节已成文。" };
  // Words in one language alone are better than none in the other, beside the made sentence.
  return { en: own.en || made.en, zh: own.zh || made.zh };
}

function comparison(before: RevisionWords, after: RevisionWords): { en: string; zh: string } {
  const old = parts(before.body);
  const now = parts(after.body);
  const changed = [...now].filter(([name, text]) => old.has(name) && old.get(name) !== text).map(nameOf);
  const added = [...now.keys()].filter((name) => !old.has(name));
  const removed = [...old.keys()].filter((name) => !now.has(name));
  const en: string[] = [];
  const zh: string[] = [];
  const named = (names: string[]) => names.filter((name) => name !== "");
  const quoteEn = (names: string[]) =>
    named(names)
      .map((name) => `“${name}”`)
      .join(", ");
  const quoteZh = (names: string[]) =>
    named(names)
      .map((name) => `“${name}”`)
      .join("、");
  if (named(changed).length > 0) {
    en.push(`changed under ${quoteEn(changed)}`);
    zh.push(`${quoteZh(changed)}有修改`);
  }
  if (changed.includes("")) {
    en.push(`the ${named(changed).length > 0 ? "opening " : ""}text was revised`);
    zh.push(named(changed).length > 0 ? "开头文字有修改" : "正文有修改");
  }
  if (named(added).length > 0) {
    en.push(`new: ${quoteEn(added)}`);
    zh.push(`新增${quoteZh(added)}`);
  }
  if (named(removed).length > 0) {
    en.push(`removed: ${quoteEn(removed)}`);
    zh.push(`删去${quoteZh(removed)}`);
  }
  if (before.title !== after.title || before.summary !== after.summary) {
    en.push("the summary was rewritten");
    zh.push("摘要已改写");
  }
  if (JSON.stringify(before.sources) !== JSON.stringify(after.sources)) {
    en.push("the sources were updated");
    zh.push("来源已更新");
  }
  if (en.length === 0) return { en: "The text was revised.", zh: "正文有修改。" };
  const sentence = en.join("; ");
  return { en: `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`, zh: `${zh.join("；")}。` };
}

const nameOf = ([name]: [string, string]) => name;

/** The text under each heading; what stands before the first is under "". */
function parts(body: string): Map<string, string> {
  const found = new Map<string, string>();
  let name = "";
  for (const block of proseBlocks(body)) {
    if (block.kind === "heading") {
      name = blockText(block);
      found.set(name, found.get(name) ?? "");
    } else found.set(name, `${found.get(name) ?? ""}\n${blockText(block)}`);
  }
  return found;
}
