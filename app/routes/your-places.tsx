import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import type { Reader } from "./shell.tsx";

type Link = { href: string; label: string };
type Group = { key: string; title: string; links: Link[] };

/** The reader's own places: a left rail from 1024 px, a folded list above the page on a phone. */
export function YourPlaces({ lang, reader, path }: { lang: Lang; reader: Reader; path: string }) {
  const t = dictionary(lang).common;
  const groups = groupsOf(lang, reader);
  const organisation = reader.organisation
    ? lang === "zh"
      ? reader.organisation.nameZh || reader.organisation.nameEn
      : reader.organisation.nameEn || reader.organisation.nameZh
    : null;
  return (
    <nav aria-label={t.nav.yourPlaces} className="no-print">
      <details className="border-line border-b py-2 lg:hidden">
        <summary className="min-h-9 cursor-pointer content-center font-semibold">{t.nav.yourPlaces}</summary>
        <Groups lang={lang} groups={groups} path={path} place="folded" />
      </details>
      <div className="sticky top-6 hidden max-h-[calc(100vh-3rem)] overflow-y-auto py-8 lg:block">
        <p className="font-semibold">{reader.name}</p>
        {organisation ? <p className="text-ink-soft text-sm leading-snug">{organisation}</p> : null}
        <Groups lang={lang} groups={groups} path={path} place="rail" />
      </div>
    </nav>
  );
}

/** Two columns on a phone: all places in one screen's height. */
function Groups({
  lang,
  groups,
  path,
  place,
}: {
  lang: Lang;
  groups: Group[];
  path: string;
  place: "folded" | "rail";
}) {
  const { signOut } = dictionary(lang).common.nav;
  const links = groups.flatMap((group) => group.links);
  const last = groups.at(-1);
  return groups.map((group) => (
    <div key={group.key} className="mt-3">
      <p id={`${place}-${group.key}`} className="text-ink-soft mb-1 text-sm font-semibold">
        {group.title}
      </p>
      <ul aria-labelledby={`${place}-${group.key}`} className="grid grid-cols-2 gap-x-2 lg:grid-cols-1">
        {group.links.map((link) => (
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
        {group === last ? (
          <li>
            <form method="post" action={at(lang).signOut()}>
              <button type="submit" className="rail-link w-full cursor-pointer text-left">
                {signOut}
              </button>
            </form>
          </li>
        ) : null}
      </ul>
    </div>
  ));
}

/** What the reader may open, by what it is for; a group that holds nothing is left out. The last is everybody's. */
function groupsOf(lang: Lang, { places }: Reader): Group[] {
  const { common, vetting, network, endorsing, passports, readers, searching } = dictionary(lang);
  const { nav } = common;
  const go = at(lang);
  const shown = (...rows: [may: boolean, href: string, label: string][]): Link[] =>
    rows.filter(([may]) => may).map(([, href, label]) => ({ href, label }));
  const groups: Group[] = [
    { key: "desk", title: nav.groups.desk, links: shown([places.staff, go.staff(), nav.staff]) },
    {
      key: "firm",
      title: nav.groups.firm,
      links: shown(
        [places.matches, go.matches(), nav.matches],
        [places.profile, go.profile(), nav.profile],
        [places.profile, go.vetting(), vetting.navFirm],
        [places.profile, go.disclosure(), network.disclosure.nav],
        [places.endorsed, go.endorsedList(), endorsing.nav.endorsed],
        [places.passports, go.passports(), passports.nav],
        [places.received, go.introductionsReceived(), network.introductions.received.nav],
        [places.relations && places.profile, go.relations(), endorsing.nav.relations],
      ),
    },
    {
      key: "network",
      title: nav.groups.network,
      links: shown(
        [places.suppliers, go.network(), network.suppliers.nav],
        [places.suppliers, go.introductions(), network.introductions.nav],
        [places.endorses, go.endorsements(), endorsing.nav.endorsements],
        [places.endorses, go.suppliers(), endorsing.nav.suppliers],
        [places.trade, go.trade(), passports.trade.nav],
        [places.relations && !places.profile, go.relations(), endorsing.nav.relations],
      ),
    },
    {
      key: "reading",
      title: nav.groups.reading,
      links: shown(
        [true, go.checklists(), readers.checklist.title],
        [true, go.follows(), readers.follow.title],
        [true, go.savedSearches(), searching.save.title],
        [true, go.questions(), searching.desk.mine],
      ),
    },
    {
      key: "own",
      title: nav.groups.own,
      links: shown(
        [places.organisation, go.organisation(), nav.organisation],
        [true, go.notifications(), nav.notifications],
        [true, go.account(), nav.account],
      ),
    },
  ];
  return groups.filter(({ links }) => links.length > 0);
}

/** The longest of the links that the path begins with: a page of its own stands below another one. */
function isHere(path: string, href: string, links: Link[]): boolean {
  const begun = links.map((link) => link.href).filter((one) => path === one || path.startsWith(`${one}/`));
  return begun.sort((a, b) => b.length - a.length)[0] === href;
}
