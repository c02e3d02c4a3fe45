import type { MediaType } from "./limits.ts";

const endings: Record<MediaType, readonly string[]> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
};
const longest = 100;

/** Everything that is not seen or turns the reading direction: controls, bidi marks, zero-width, private use. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The name that people see beside a file: without any path, unseen or direction-turning characters and the signs
 * that systems read as something else, at most 100 characters, with the ending of what the file really is. It is
 * never used to find the file.
 */
export function cleanName(given: string, mediaType: MediaType): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1)!;
  const plain = last
    .replace(unseen, "")
    .replace(/[<>:"|?*%;]/g, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const [, stem = plain, ending = ""] = /^(.*)\.([^.]{1,5})$/.exec(plain) ?? [];
  const right = endings[mediaType];
  const kept = right.includes(ending.toLowerCase()) ? stem : plain;
  const short = [...kept]
    .slice(0, longest - 5)
    .join("")
    .trim();
  return `${short || "file"}.${right.includes(ending.toLowerCase()) ? ending.toLowerCase() : right[0]!}`;
}

/**
 * `Content-Disposition` for a stored name: an ASCII form for old readers and the full one by RFC 6266 and RFC 8187.
 */
export function disposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\w.\- ]/g, "_");
  const full = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
