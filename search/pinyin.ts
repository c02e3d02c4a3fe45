import { pinyin } from "pinyin-pro";
import { chineseWords } from "./text.ts";

/** Pinyin without tones, a syllable for each Han character; ü is v. Kept, as the same names are asked for again. */
const kept = new Map<string, string[]>();

function syllablesOf(han: string): string[] {
  const known = kept.get(han);
  if (known) return known;
  const sounds = pinyin(han, { toneType: "none", type: "array", v: true });
  if (kept.size > 20_000) kept.clear();
  kept.set(han, sounds);
  return sounds;
}

const initials = "b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w";
const finals =
  "iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v|er";
const spelledOut = new RegExp(`^(?:(?:${initials})(?:${finals})|ai|ei|ao|ou|an|en|ang|er|a|e)+$`);

/** Whether a Latin word can be read as pinyin from end to end. */
export const isPinyin = (word: string): boolean => word.length <= 40 && spelledOut.test(word);

const hanOnly = /^\p{Script=Han}{2,8}$/u;
/** Chinese phrases that sound like a market's name and mean something else. */
const notNames = new Set(["越难", "智力", "治理", "得过", "没过", "太过", "动静", "意大"]);

/**
 * Chinese phrases by their sound: finds what somebody typed in pinyin, and what an input method put in place of a
 * market's name (越男 for 越南).
 */
export class Sounds {
  #phrases = new Map<string, string>();
  #names = new Map<string, string[]>();

  /** The first phrase of a sound keeps it: add the most telling ones first. */
  add(phrase: string): void {
    if (!hanOnly.test(phrase)) return;
    const sound = syllablesOf(phrase).join("").replaceAll("v", "u");
    if (!this.#phrases.has(sound)) this.#phrases.set(sound, phrase);
  }

  /** As `add`, for the name of a place, which may also be meant by characters that only sound alike. */
  addName(name: string): void {
    this.add(name);
    if (!hanOnly.test(name)) return;
    const sound = syllablesOf(name).join(" ");
    const names = this.#names.get(sound);
    if (names) names.push(name);
    else this.#names.set(sound, [name]);
  }

  /** The phrases that pinyin spells out from end to end, or null: "meiguoguanshui" → 美国, 关税. */
  spell(typed: string): string[] | null {
    const sound = typed.replaceAll("v", "u");
    const best: (string[] | null)[] = [[]];
    for (let end = 1; end <= sound.length; end++) {
      best[end] = null;
      for (let start = Math.max(0, end - 36); start < end; start++) {
        const before = best[start];
        const phrase = before ? this.#phrases.get(sound.slice(start, end)) : undefined;
        if (!before || !phrase) continue;
        const least = best[end];
        if (!least || before.length + 1 < least.length) best[end] = [...before, phrase];
      }
    }
    return best[sound.length] ?? null;
  }

  /**
   * Names of places that a Han run has by sound only. At least one character must be the name's own (half of them
   * in longer ones), and what stands there must be no word.
   */
  misheard(run: string): { at: number; length: number; name: string }[] {
    const characters = Array.from(run);
    if (characters.length < 2 || characters.length > 40) return [];
    const sounds = syllablesOf(run);
    if (sounds.length !== characters.length) return [];
    const words = new Set(chineseWords(run));
    const found: { at: number; length: number; name: string }[] = [];
    for (let at = 0; at < characters.length;) {
      const match = this.#nameAt(characters, sounds, at, words);
      if (match) found.push({ at, ...match });
      at += match?.length ?? 1;
    }
    return found;
  }

  #nameAt(characters: string[], sounds: string[], at: number, words: Set<string>) {
    for (let length = Math.min(8, characters.length - at); length >= 2; length--) {
      const typed = characters.slice(at, at + length);
      const text = typed.join("");
      for (const name of this.#names.get(sounds.slice(at, at + length).join(" ")) ?? []) {
        // The name itself stands here: nothing is misheard.
        if (name === text) return null;
        const own = Array.from(name).filter((sign, i) => sign === typed[i]).length;
        if (own >= Math.max(1, Math.floor(length / 2)) && !words.has(text) && !notNames.has(text))
          return { length, name };
      }
    }
    return null;
  }
}
