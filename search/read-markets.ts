import type { Knowledge } from "./knowledge.ts";
import type { Token } from "./phrases.ts";
import { overlaps, spanOf, type Span } from "./spans.ts";
import { stopWords } from "./stop-words.ts";

/**
 * The markets that a query names, or null, those that go before the others, and where in the text it names them. Names and regions by the longest match,
 * codes only where they cannot be another word.
 */
export function readMarkets(
  query: string,
  tokens: Token[],
  knowledge: Knowledge,
): { markets: string[] | null; named: string[]; spans: Span[] } {
  const spans: Span[] = [];
  const named = new Set<string>();
  const regions: string[][] = [];
  const taken = new Set<number>();
  for (const match of knowledge.places.find(tokens)) {
    const place = match.values[0]!;
    for (let i = match.from; i < match.to; i++) if (!tokens[i]!.han) taken.add(i);
    if (place.markets.length === 0) continue;
    spans.push(match);
    if (place.region) regions.push(place.markets);
    else for (const market of place.markets) named.add(market);
  }
  for (const { markets, span } of singleCharacters(query, knowledge)) {
    if (spans.some((other) => overlaps(other, span))) continue;
    spans.push(span);
    if (markets.length > 1) regions.push(markets);
    else for (const market of markets) named.add(market);
  }
  tokens.forEach((token, index) => {
    if (taken.has(index) || token.han) return;
    const market = codeOf(tokens, index, knowledge);
    if (!market) return;
    spans.push(spanOf(token));
    named.add(market);
  });
  // "德国 欧盟": the market is meant, the block only says where it is.
  const markets = new Set(named);
  for (const members of regions) {
    if (!members.some((market) => named.has(market))) for (const market of members) markets.add(market);
  }
  // Beside a region, the market named by itself is the one that is meant first.
  const first = markets.size > named.size ? [...named] : [];
  return { markets: markets.size > 0 ? [...markets] : null, named: first, spans };
}

const before = "对|输|赴|销|销往|卖|卖到|运|运往|寄|发|发往|去|到|往|出口|出口到|进|在|旅|留";
const after =
  "出口|进口|贸易|外贸|认证|电商|市场|客户|买家|清关|海关|关税|投资|销售|产品|食品|标准|专线|双清|空运|海运|站|国|货|税|的|$|[^\\p{Script=Han}]";

function singleCharacters(query: string, knowledge: Knowledge): { markets: string[]; span: Span }[] {
  const signs = [...knowledge.characters.keys()].join("");
  const pattern = new RegExp(
    `(?:${before})([${signs}])(?=${after})|(?<!\\p{Script=Han})([${signs}])(?=站|线|区|国站)`,
    "gu",
  );
  return Array.from(query.matchAll(pattern), (match) => {
    const sign = (match[1] ?? match[2])!;
    const at = match.index + match[0].indexOf(sign, match[1] ? 1 : 0);
    return { markets: knowledge.characters.get(sign)!, span: { at, length: 1 } };
  });
}

/** Lower-case codes that are no word of any language we expect. */
const plainCodes = new Set("jp kr vn gb kz ru br mx fr ng sg nl za ae usa deu jpn gbr kor vnm".split(" "));
/** Two-letter codes that are also English words or trade abbreviations. */
const riskyCodes = new Set("IN IT ID MY CA SA DE ES PH CL EG AU TR TH KE NG".split(" "));
const beforeId = new Set(
  "fcc vat tax eori ioss gst company product importer seller apple unique epr voter photo".split(" "),
);
const afterIt = new Set(
  "products product equipment services service goods security hardware company industry is be to".split(" "),
);

function codeOf(tokens: Token[], index: number, knowledge: Knowledge): string | null {
  const token = tokens[index]!;
  const raw = token.raw;
  if (raw.toUpperCase() === "US") return meansUnitedStates(tokens, index) ? "US" : null;
  const code = knowledge.codes.get(raw.toUpperCase());
  if (!code || token.word !== raw.toLowerCase()) return null;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (code === "ID" && previous && beforeId.has(previous.word)) return null;
  if (code === "IT" && next && afterIt.has(next.word)) return null;
  const capitals = raw === raw.toUpperCase();
  const alone = tokens.length === 1;
  const besideHan = previous?.han === true || next?.han === true;
  if (!capitals) return alone || besideHan || plainCodes.has(raw.toLowerCase()) ? code : null;
  const shouting = !tokens.some((other) => other !== token && (other.han || /[a-z]/.test(other.raw)));
  if (raw.length === 3) return !shouting || alone || tokens.length <= 3 ? code : null;
  if (!riskyCodes.has(raw)) return code;
  if (shouting && tokens.length > 3) return null;
  // In a sentence a risky code counts where a place would stand: at an end or beside another script.
  return alone ||
    besideHan ||
    index === 0 ||
    index === tokens.length - 1 ||
    previous?.word === "to" ||
    previous?.word === "in"
    ? code
    : null;
}

const askUs = new Set(
  "contact tell about join help let give show send call email ask let's with for sell sells write reply talk between like of lets pay pays sent visit".split(
    " ",
  ),
);
const usNouns = new Set(
  (
    "customs tariff tariffs tax taxes market markets import imports importer importers fda fcc cpsc cbp " +
    "dollar dollars visa visas port ports buyer buyers duty duties sales amazon retailer retailers consumer " +
    "consumers warehouse warehouses trade trademark trademarks standard standards regulation regulations law " +
    "laws rules labeling labelling label labels company llc bank holiday holidays business culture sanctions " +
    "government procurement fair fairs state states address agent distributor distributors certification plug " +
    "plugs voltage section de entry parcel parcels price payment"
  ).split(" "),
);

/** "US customs" and "sell in the us" name the country; "sell to us" and "CONTACT US" do not. */
function meansUnitedStates(tokens: Token[], index: number): boolean {
  const token = tokens[index]!;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (tokens.length === 1 || previous?.han || next?.han) return true;
  const noun = next !== undefined && usNouns.has(next.word);
  if (token.raw === "US") {
    const shouting = tokens.every((other) => other.raw === other.raw.toUpperCase());
    return noun || !(shouting && previous && askUs.has(previous.word));
  }
  if (previous?.word === "the" || noun) return true;
  if (!previous) return true;
  if (askUs.has(previous.word)) return false;
  if (previous.word === "to" || previous.word === "from") {
    const verb = tokens[index - 2]?.word ?? "";
    return /^(?:export|exports|exporting|ship|ships|shipping|shipped|import|imports|importing|freight|delivery|fly|travel|tariff)/.test(
      verb,
    );
  }
  return (
    previous.word === "in" ||
    previous.word === "into" ||
    (next === undefined && !stopWords.has(previous.word))
  );
}
