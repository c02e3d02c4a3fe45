import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { api, at } from "#app/platform/paths.ts";

export function SiteFooter({ lang }: { lang: Lang }) {
  const t = dictionary(lang).common;
  const go = at(lang);
  return (
    <footer className="border-line bg-shoalwater mt-16 border-t">
      <div className="mx-auto flex max-w-7xl flex-wrap justify-between gap-x-12 gap-y-4 px-4 py-8 sm:px-6">
        <div className="measure">
          <p className="font-semibold">
            {t.site.name} · {t.site.tagline}
          </p>
          <p className="text-ink-soft text-sm">
            {[t.footer.run, t.footer.check].join(lang === "zh" ? "" : " ")}
          </p>
        </div>
        <ul className="no-print flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <li>
            <a href={go.guides()}>{t.nav.guides}</a>
          </li>
          <li>
            <a href={go.topics()}>{dictionary(lang).crossmarket.ways.topics}</a>
          </li>
          <li>
            <a href={go.sectors()}>{dictionary(lang).crossmarket.ways.sectors}</a>
          </li>
          <li>
            <a href={go.glossary()}>{dictionary(lang).crossmarket.glossary.title}</a>
          </li>
          <li>
            <a href={go.opportunities()}>{t.nav.opportunities}</a>
          </li>
          <li>
            <a href={go.verifyForm()}>{dictionary(lang).credentials.title}</a>
          </li>
          <li>
            <a href={go.about()}>{t.nav.about}</a>
          </li>
          <li>
            <a href={go.offline()}>{dictionary(lang).readers.offline.title}</a>
          </li>
          <li>
            <a href={api.openapi()}>API</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
