import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at, inLang } from "#app/platform/paths.ts";
import { scriptSafe } from "./structured-data.ts";

/** What machines read of a guide page: its one address, the other language, and the feeds of changes. */
export function GuideHead({
  lang,
  origin,
  path,
  market,
}: {
  lang: Lang;
  origin: string;
  path: string;
  market: { code: string; nameEn: string; nameZh: string };
}) {
  const words = dictionary(lang).readers.feed;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  return (
    <>
      <link rel="canonical" href={origin + path} />
      <link rel="alternate" hrefLang="en" href={origin + inLang("en", path)} />
      <link rel="alternate" hrefLang="zh-Hans" href={origin + inLang("zh", path)} />
      <link rel="alternate" type="application/atom+xml" title={words.title} href={at(lang).guidesAtom()} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={words.ofMarket(name)}
        href={at(lang).guidesAtom(market.code)}
      />
    </>
  );
}

/** A data block, which no browser runs: the content security policy does not ask it for a nonce. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptSafe(data) }} />;
}
