import { normaliseQuery } from "#search/text.ts";

/** Longest query that is kept; longer ones are letters pasted in, not questions. */
const longest = 80;

/** What could name or reach a person or a firm: addresses, links, numbers of phones, identity and credit codes. */
const personal = [
  /[^\s@]+@[^\s@]+/u,
  /https?:|www\./iu,
  // A phone, a card or an identity: seven digits or more, also spaced out. An HS code has at most ten with dots.
  /(?<!\d)1[3-9]\d{9}(?!\d)/u,
  /\+\s*\d{1,3}[\s().-]*\d/u,
  /(?:\d[\s()-]*){11,}/u,
  /(?<!\d)(?!\d{4}\.?\d{2}\.?\d{2}(?:\.?\d{2})?(?!\d))\d{7,}/u,
  // A unified social credit code (GB 32100-2015), also mistyped: 15 to 20 capitals and digits in a row.
  /(?<![A-Z0-9])(?=[A-Z0-9]*\d)[A-Z0-9]{15,20}(?![A-Z0-9])/iu,
  /(?:^|\s)@\w+/u,
  /(?:微信号|微信|wechat|whatsapp|qq|skype)\s*[:：]?\s*[\w-]*\d/iu,
  /\b(?:mr|mrs|ms|dr)\.?\s+\p{Lu}/u,
  /[\p{Script=Han}]{1,3}(?:先生|女士|小姐)/u,
];

/**
 * The query as it may be kept, or null when anything in it could name a person. `names` are those of the person in
 * the session (`namesToHide`).
 */
export function loggable(raw: string, names: readonly string[] = []): string | null {
  const query = normaliseQuery(raw).toLowerCase();
  if (query === "" || query.length > longest) return null;
  const asTyped = normaliseQuery(raw);
  if (personal.some((pattern) => pattern.test(asTyped))) return null;
  const squashed = plain(query);
  return names.map(plain).some((name) => longEnough(name) && squashed.includes(name)) ? null : query;
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const longEnough = (name: string) => (/\p{Script=Han}/u.test(name) ? name.length >= 2 : name.length >= 4);

/**
 * The names by which somebody is known: the person's whole and in parts, the address, and the firm's as a whole, as
 * its parts ("Toys") are what people search for.
 */
export function namesToHide(person: { name: string; email: string; firm: string[] }): string[] {
  const [local = "", domain = ""] = person.email.split("@");
  const parts = [person.name, local].flatMap((name) => [name, ...name.split(/[\s._-]+/)]);
  return [...parts, domain.split(".")[0] ?? "", ...person.firm].filter(Boolean);
}
