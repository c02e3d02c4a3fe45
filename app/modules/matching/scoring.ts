import { exportYears, holdsCertificate, liveEndorsements } from "./eligibility.ts";
import { bestFit, fit } from "./hs.ts";
import {
  factors,
  type Contribution,
  type Factor,
  type MatchMsme,
  type MatchOpportunity,
  type Message,
  type Params,
} from "./types.ts";
import { certificateKey } from "./vocabulary.ts";

type Part = { value: number; sides?: { firm: number; owner: number }; evidence: Message };

/**
 * The score as a sum. Each factor gives round(weight × value), value 0–1, so the shown points add up to the score
 * and never exceed it. A factor on which firm and owner can differ (market, needs) takes the harmonic mean of both
 * views, so that neither side's lack of interest hides behind the other's; it is combined inside the factor, not over
 * the whole score, because only then does every line stay true by itself (decision record 006).
 *
 * Every value can only rise when a firm adds a product, certificate, market, need or language.
 */
export function contributions(
  msme: MatchMsme,
  opportunity: MatchOpportunity,
  now: string,
): { contributions: Contribution[]; score: number; exact: number } {
  const list: Contribution[] = [];
  let exact = 0;
  for (const factor of factors) {
    const weight = opportunity.weights[factor] ?? 0;
    if (weight === 0) continue;
    const part = measure[factor](msme, opportunity, now);
    const value = Math.round(part.value * 1000) / 1000;
    exact += weight * value;
    list.push({
      factor,
      weight,
      value,
      points: Math.round(weight * value),
      ...(part.sides ? { sides: part.sides } : {}),
      evidence: part.evidence,
    });
  }
  return { contributions: list, score: list.reduce((sum, one) => sum + one.points, 0), exact };
}

const say = (key: string, params: Params = {}): Message => ({ key, params });

function harmonic(firm: number, owner: number): number {
  return firm + owner === 0 ? 0 : (2 * firm * owner) / (firm + owner);
}

function twoSided(firm: number, owner: number, evidence: Message): Part {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { value: harmonic(firm, owner), sides: { firm: round(firm), owner: round(owner) }, evidence };
}

const unique = (list: readonly string[]) => [...new Set(list)].sort();

const measure: Record<Factor, (msme: MatchMsme, opportunity: MatchOpportunity, now: string) => Part> = {
  /** Nearest pair in the HS tree. */
  sector(msme, { sectors }) {
    if (sectors.length === 0) return { value: 1, evidence: say("sector.any") };
    const best = bestFit(msme.products ?? [], sectors);
    if (!best) return { value: 0, evidence: say("sector.unstated") };
    if (best.level === "none")
      return { value: 0, evidence: say("sector.none", { sectors: unique(sectors) }) };
    return {
      value: best.value,
      evidence: say(`sector.${best.level}`, { product: best.product, sector: [best.sector] }),
    };
  },

  /** Firm: is a market here that it aims at (1) or knows (½)? Owner: how much of its markets the firm covers. */
  market(msme, opportunity) {
    const markets = unique(opportunity.markets);
    if (markets.length === 0) return { value: 1, evidence: say("market.any") };
    const worth = markets.map((code) =>
      msme.targets?.includes(code) ? 1 : msme.exported?.includes(code) ? 0.5 : 0,
    );
    const reached = markets.filter((_, index) => worth[index]! > 0);
    if (reached.length === 0) {
      const stated = msme.targets !== undefined && msme.targets.length > 0;
      return twoSided(0, 0, stated ? say("market.none", { markets }) : say("market.unstated", { markets }));
    }
    const owner = worth.reduce<number>((sum, one) => sum + one, 0) / markets.length;
    return twoSided(
      Math.max(...worth),
      owner,
      say(reached.length === markets.length ? "market.all" : "market.some", {
        reached,
        count: reached.length,
        total: markets.length,
      }),
    );
  },

  /** Share of the helpful certificates that are held and still valid at the start. */
  certificates(msme, { certificates, startsOn }) {
    const wanted = [...new Map(certificates.map((code) => [certificateKey(code), code])).values()].sort();
    if (wanted.length === 0) return { value: 1, evidence: say("certificates.any") };
    const valid = wanted.filter((code) => holdsCertificate(msme, code, startsOn).valid);
    const expired = wanted.filter((code) => holdsCertificate(msme, code, startsOn).expired);
    const params = {
      held: valid,
      wanted,
      expired,
      count: valid.length,
      total: wanted.length,
      start: startsOn,
    };
    const key = valid.length === 0 ? "none" : valid.length === wanted.length ? "all" : "some";
    return {
      value: valid.length / wanted.length,
      evidence: say(expired.length > 0 ? `certificates.${key}Expired` : `certificates.${key}`, params),
    };
  },

  /** Firm: two of its needs met are full marks. Owner: how much of what it gives is wanted. */
  needs(msme, opportunity) {
    const offers = unique(opportunity.offers);
    if (offers.length === 0) return { value: 0, evidence: say("needs.nothingOffered") };
    const met = offers.filter((offer) => msme.needs?.includes(offer));
    if (met.length === 0) {
      const stated = msme.needs !== undefined && msme.needs.length > 0;
      return twoSided(0, 0, say(stated ? "needs.none" : "needs.unstated", { offers }));
    }
    return twoSided(
      Math.min(1, met.length / Math.min(2, offers.length)),
      met.length / offers.length,
      say("needs.some", { met, count: met.length, total: offers.length }),
    );
  },

  /** Half from years of export (three are full marks), half from the chamber's vetting, of 20. */
  readiness(msme, _opportunity, now) {
    const years = exportYears(msme, now);
    const vetted = msme.standing.status === "vetted" && Date.parse(msme.standing.until) > Date.parse(now);
    const total =
      vetted && msme.standing.status === "vetted" ? Math.min(20, Math.max(0, msme.standing.total)) : 0;
    const value = Math.min(1, (years ?? 0) / 3) / 2 + total / 40;
    const key = `readiness.${years === undefined ? "yearsUnstated" : "years"}${vetted ? "Vetted" : ""}`;
    return { value, evidence: say(key, { years: years ?? 0, total }) };
  },

  /** The owner's own word counts full, another multinational's 0.7 inside its scope and 0.3 outside. */
  endorsement(msme, opportunity, now) {
    const live = liveEndorsements(msme, now).sort((a, b) => (a.by < b.by ? -1 : 1));
    const own = live.find((one) => one.by === opportunity.owner);
    if (own) return { value: 1, evidence: say("endorsement.owner", { by: own.by }) };
    const within = live.find((one) => inScope(one, opportunity));
    if (within) return { value: 0.7, evidence: say("endorsement.scope", { by: within.by }) };
    if (live[0]) return { value: 0.3, evidence: say("endorsement.outside", { by: live[0].by }) };
    return { value: 0, evidence: say("endorsement.none") };
  },

  /** One working language in common is enough. */
  language(msme, opportunity) {
    const languages = unique(opportunity.languages);
    if (languages.length === 0) return { value: 1, evidence: say("language.any") };
    const common = languages.filter((language) => msme.languages?.includes(language));
    if (common.length > 0) return { value: 1, evidence: say("language.common", { languages: common }) };
    return { value: 0, evidence: say(msme.languages ? "language.none" : "language.unstated", { languages }) };
  },
};

function inScope(
  endorsement: { sectors: string[]; markets: string[] },
  { sectors, markets }: MatchOpportunity,
): boolean {
  const near = (a: string, b: string) => ["within", "broader"].includes(fit(a, b));
  const sectorFits =
    endorsement.sectors.length === 0 ||
    sectors.length === 0 ||
    endorsement.sectors.some((a) => sectors.some((b) => near(a, b)));
  const marketFits =
    endorsement.markets.length === 0 ||
    markets.length === 0 ||
    endorsement.markets.some((code) => markets.includes(code));
  return sectorFits && marketFits;
}
