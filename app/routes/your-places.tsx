import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import type { Reader } from "./shell.tsx";

/** The reader's own places: a left rail from 1024 px, a folded list above the page on a phone. */
export function YourPlaces({ lang, reader, path }: { lang: Lang; reader: Reader; path: string }) {
  const t = dictionary(lang).common;
  const go = at(lang);
  const { places } = reader;
  const endorsing = dictionary(lang).endorsing.nav;
  const links = [
    places.matches ? { href: go.matches(), label: t.nav.matches } : null,
    places.profile ? { href: go.profile(), label: t.nav.profile } : null,
    places.profile ? { href: go.vetting(), label: dictionary(lang).vetting.navFirm } : null,
    places.profile ? { href: go.disclosure(), label: dictionary(lang).network.disclosure.nav } : null,
    places.received
      ? { href: go.introductionsReceived(), label: dictionary(lang).network.introductions.received.nav }
      : null,
    places.suppliers ? { href: go.network(), label: dictionary(lang).network.suppliers.nav } : null,
    places.suppliers ? { href: go.introductions(), label: dictionary(lang).network.introductions.nav } : null,
    places.endorses ? { href: go.endorsements(), label: endorsing.endorsements } : null,
    places.endorses ? { href: go.suppliers(), label: endorsing.suppliers } : null,
    places.endorsed ? { href: go.endorsedList(), label: endorsing.endorsed } : null,
    places.relations ? { href: go.relations(), label: endorsing.relations } : null,
    places.passports ? { href: go.passports(), label: dictionary(lang).passports.nav } : null,
    places.trade ? { href: go.trade(), label: dictionary(lang).passports.trade.nav } : null,
    places.organisation ? { href: go.organisation(), label: t.nav.organisation } : null,
    places.staff ? { href: go.staff(), label: t.nav.staff } : null,
    { href: go.checklists(), label: dictionary(lang).readers.checklist.title },
    { href: go.follows(), label: dictionary(lang).readers.follow.title },
    { href: go.savedSearches(), label: dictionary(lang).searching.save.title },
    { href: go.questions(), label: dictionary(lang).searching.desk.mine },
    { href: go.notifications(), label: t.nav.notifications },
    { href: go.account(), label: t.nav.account },
  ].filter((link) => link !== null);
  const organisation = reader.organisation
    ? lang === "zh"
      ? reader.organisation.nameZh || reader.organisation.nameEn
      : reader.organisation.nameEn || reader.organisation.nameZh
    : null;
  const list = (
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <a
            href={link.href}
            className="rail-link"
            aria-current={isHere(path, link.href, links) ? "page" : undefined}
          >
            {link.label}
          </a>
        </li>
      ))}
      <li>
        <form method="post" action={go.signOut()}>
          <button type="submit" className="rail-link w-full cursor-pointer text-left">
            {t.nav.signOut}
          </button>
        </form>
      </li>
    </ul>
  );
  return (
    <nav aria-label={t.nav.yourPlaces} className="no-print">
      <details className="border-line border-b py-2 lg:hidden">
        <summary className="min-h-9 cursor-pointer content-center font-semibold">{t.nav.yourPlaces}</summary>
        {list}
      </details>
      <div className="sticky top-6 hidden py-8 lg:block">
        <p className="font-semibold">{reader.name}</p>
        {organisation ? <p className="text-ink-soft text-sm leading-snug">{organisation}</p> : null}
        <div className="mt-3">{list}</div>
      </div>
    </nav>
  );
}

/** The longest of the links that the path begins with: a page of its own stands below another one. */
function isHere(path: string, href: string, links: { href: string }[]): boolean {
  const begun = links.map((link) => link.href).filter((one) => path === one || path.startsWith(`${one}/`));
  return begun.sort((a, b) => b.length - a.length)[0] === href;
}
