import type { Vocabulary } from "./spelling.ts";
import { distance, stem } from "./text.ts";

/** The Latin words of an index with their document counts; knows kin by stem and near ones by spelling. */
export class WordList implements Vocabulary {
  #counts: Map<string, number>;
  #stems = new Map<string, string[]>();
  #near = new Map<string, string | null>();

  constructor(rows: [string, number][]) {
    this.#counts = new Map(rows);
    for (const [word] of rows) {
      const key = stem(word);
      const kin = this.#stems.get(key);
      if (kin) kin.push(word);
      else this.#stems.set(key, [word]);
    }
  }

  has(word: string): boolean {
    if (this.#counts.has(word)) return true;
    const bare = word.replace(/[ey]$/, "");
    // A form of a known word goes on where that ends, or ends within it; "tarifs" does neither.
    return this.kin(word).some((kin) => kin.startsWith(bare) || word.startsWith(kin.replace(/[ey]$/, "")));
  }

  /** Other forms of the word that the index has: plural, participle. */
  kin(word: string): string[] {
    return (this.#stems.get(stem(word)) ?? []).filter((other) => other !== word).slice(0, 6);
  }

  nearest(word: string, limit: number): string | null {
    const key = `${limit} ${word}`;
    const known = this.#near.get(key);
    if (known !== undefined) return known;
    let best: string | null = null;
    let least = limit + 1;
    let most = 0;
    for (const [other, count] of this.#counts) {
      if (other[0] !== word[0] || Math.abs(other.length - word.length) > limit || other.length < 4) continue;
      const steps = distance(word, other, limit);
      if (steps < least || (steps === least && steps <= limit && count > most)) {
        [best, least, most] = [other, steps, count];
      }
    }
    if (this.#near.size > 5000) this.#near.clear();
    this.#near.set(key, best);
    return best;
  }
}
