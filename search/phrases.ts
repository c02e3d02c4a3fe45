import { fold, isHan } from "./text.ts";

const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;

/** A word of the query in its place: as typed, folded, and what it stands for when it was misspelt. */
export type Token = { at: number; raw: string; word: string; han: boolean };

/** Splits at every sign: "U.S." is two tokens, "e-commerce" too; phrases are looked up the same way. */
export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(run), (match) => ({
    at: match.index,
    raw: match[0],
    word: fold(match[0]),
    han: isHan(match[0]),
  }));
}

const longestLatin = 6;
const longestHan = 12;

/** What may follow the beginning that an open phrase gives: "certif" + "ication", but not "certif" + "cate". */
const ending =
  /^(?:|[a-z]{1,2}|ing|ers?|ors?|ies|ied|ying|ments?|ions?|ations?|ative|ics?|ical|ity|ive|able|al|ally|ance|ence|ic(?:ates?|ated|ations?)|ization|isation|izing|ising|ship|age)$/;

export type Match<Value> = { from: number; to: number; at: number; length: number; values: Value[] };

/**
 * A dictionary of phrases in both scripts. Latin phrases match whole words (a final `*` lets the last word go on),
 * Chinese ones match inside a run; the longest wins and what it covers is used up.
 */
export class Phrases<Value> {
  #exact = new Map<string, Value[]>();
  #open = new Map<string, { start: string; value: Value }[]>();
  #han = new Map<string, Value[]>();
  #words: { size: number; list: string[] } | null = null;

  /** Adds each phrase of a comma-separated list. */
  addAll(list: string, value: Value): void {
    for (const phrase of list.split(",")) this.add(phrase, value);
  }

  add(phrase: string, value: Value): void {
    const trimmed = phrase.trim();
    const tokens = tokenise(trimmed);
    if (tokens.length === 0) return;
    if (tokens.some((token) => token.han)) {
      if (tokens.length === 1) push(this.#han, tokens[0]!.raw, value);
      // Mixed phrases such as "CE认证" are looked up without their signs and spaces.
      else push(this.#han, tokens.map((token) => token.word).join(""), value);
      return;
    }
    const words = tokens.map((token) => token.word);
    if (!trimmed.endsWith("*")) return push(this.#exact, words.join(" "), value);
    const start = words.pop()!;
    push(this.#open, words.join(" "), { start, value });
  }

  /** Whether a single Latin word is known here, also with an ending that an open phrase may take. */
  knows(word: string): boolean {
    if (this.#exact.has(word)) return true;
    return (this.#open.get("") ?? []).some(
      ({ start }) => word.startsWith(start) && ending.test(word.slice(start.length)),
    );
  }

  /** What the phrases stand for that begin like this, with how many do. */
  beginning(typed: string): Map<Value, number> {
    const counts = new Map<Value, number>();
    for (const map of [this.#exact, this.#han]) {
      for (const [key, values] of map) {
        if (key.startsWith(typed))
          for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return counts;
  }

  /** Single Latin words; of the open ones their beginning. */
  words(): string[] {
    if (this.#words?.size !== this.#exact.size) {
      const open = (this.#open.get("") ?? []).map(({ start }) => start);
      const list = [...new Set([...this.#exact.keys(), ...open])].filter((key) => !key.includes(" "));
      this.#words = { size: this.#exact.size, list };
    }
    return this.#words.list;
  }

  /** Every match over the tokens, left to right. `from`/`to` are token indexes, `at`/`length` lie in the text. */
  find(tokens: readonly Token[]): Match<Value>[] {
    const found: Match<Value>[] = [];
    for (let i = 0; i < tokens.length;) {
      const token = tokens[i]!;
      if (token.han) {
        found.push(...this.#inHan(token, i));
        i++;
        continue;
      }
      const mixed = this.#mixed(tokens, i);
      if (mixed) {
        found.push(mixed);
        i = mixed.to;
        continue;
      }
      const match = this.#latin(tokens, i);
      if (match) found.push(match);
      i = match ? match.to : i + 1;
    }
    return found;
  }

  #latin(tokens: readonly Token[], from: number): Match<Value> | null {
    let end = from;
    while (end < tokens.length && end - from < longestLatin && !tokens[end]!.han) end++;
    for (let to = end; to > from; to--) {
      const words = tokens.slice(from, to).map((token) => token.word);
      const values = [...(this.#exact.get(words.join(" ")) ?? [])];
      const last = words.pop()!;
      for (const { start, value } of this.#open.get(words.join(" ")) ?? []) {
        if (last.startsWith(start)) values.push(value);
      }
      if (values.length > 0) {
        const [first, final] = [tokens[from]!, tokens[to - 1]!];
        return { from, to, at: first.at, length: final.at + final.raw.length - first.at, values };
      }
    }
    return null;
  }

  #mixed(tokens: readonly Token[], from: number): Match<Value> | null {
    const [first, second] = [tokens[from]!, tokens[from + 1]];
    if (!second?.han) return null;
    for (let length = Math.min(4, second.raw.length); length > 0; length--) {
      const values = this.#han.get(first.word + second.raw.slice(0, length));
      if (values) {
        return { from, to: from + 1, at: first.at, length: second.at + length - first.at, values };
      }
    }
    return null;
  }

  #inHan(token: Token, index: number): Match<Value>[] {
    const found: Match<Value>[] = [];
    for (let start = 0; start < token.raw.length;) {
      let step = 1;
      for (let length = Math.min(longestHan, token.raw.length - start); length > 0; length--) {
        const values = this.#han.get(token.raw.slice(start, start + length));
        if (!values) continue;
        found.push({ from: index, to: index + 1, at: token.at + start, length, values });
        step = length;
        break;
      }
      start += step;
    }
    return found;
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
