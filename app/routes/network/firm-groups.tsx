import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import { fieldGroups, type Disclosed, type FieldGroup } from "#app/modules/msmes/disclosure.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { languageName } from "#app/platform/language-names.ts";
import { at } from "#app/platform/paths.ts";
import { Foreign } from "#app/ui/text.tsx";
import { capabilityName, certificateLine, commaOf, either, industryName } from "./firm-words.ts";

type Props = { lang: Lang; firm: Disclosed; today: string };

/** The groups that were disclosed, in the order of the profile; those that were not leave no trace. */
export function FirmGroups(props: Props) {
  const words = dictionary(props.lang).network;
  return (
    <dl>
      {fieldGroups
        .map((group) => ({ group, content: GroupContent({ ...props, group }) }))
        .filter(({ content }) => content !== null)
        .map(({ group, content }) => (
          <div
            key={group}
            className="border-line grid gap-x-8 gap-y-1 border-b py-4 md:grid-cols-[14rem_1fr]"
          >
            <dt className="font-semibold">{words.groups[group]}</dt>
            <dd>{content}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What one group says, or null when this viewer was not given it. The comparison of suppliers draws it too. */
export function GroupContent({ lang, firm, today, group }: Props & { group: FieldGroup }): ReactNode {
  const t = dictionary(lang);
  const words = t.network.firm;
  const comma = commaOf(lang);
  const { groups } = firm;
  const number = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB");
  // Kept in 万元; in English in yuan.
  const money = (wan: number) => number.format(lang === "zh" ? wan : wan * 10_000);
  const codes = (list: string[] | undefined, name: (code: string) => string) =>
    list ? list.map(name).join(comma) : null;
  switch (group) {
    case "summary":
      return groups.summary ? <Prose lang={lang} text={groups.summary} /> : null;
    case "industry":
      return groups.industry ? industryName(lang, groups.industry) || null : null;
    case "figures": {
      if (!groups.figures) return null;
      const { employees, revenueWan, assetsWan } = groups.figures;
      return lines([
        employees === null ? null : words.employees(number.format(employees)),
        revenueWan === null ? null : words.revenue(money(revenueWan)),
        assetsWan === null ? null : words.assets(money(assetsWan)),
      ]);
    }
    case "products":
      return groups.products
        ? lines(
            groups.products.map(({ hs, nameEn, nameZh }) => {
              const name = either(lang, { en: nameEn, zh: nameZh });
              return (
                <>
                  {name ? <Foreign lang={name.lang}>{name.text}</Foreign> : null}{" "}
                  <span className="text-ink-soft text-sm">HS {hs}</span>
                </>
              );
            }),
          )
        : null;
    case "capacity":
      return groups.capacity ? (
        <>
          <p>{codes(groups.capacity.capabilities, (code) => capabilityName(lang, code))}</p>
          <Prose lang={lang} text={groups.capacity} />
        </>
      ) : null;
    case "certificates":
      return groups.certificates
        ? lines(groups.certificates.map((one) => certificateLine(lang, one, today)))
        : null;
    case "export":
      if (!groups.export) return null;
      return lines([
        groups.export.since === null ? words.notYet : words.exportingSince(groups.export.since),
        groups.export.markets.length > 0
          ? `${words.soldTo}${lang === "zh" ? "：" : ": "}${codes(groups.export.markets, (code) => countryName(lang, code))}`
          : null,
      ]);
    case "markets":
      return codes(groups.markets, (code) => countryName(lang, code));
    case "needs":
      return codes(groups.needs, (code) => (t.matching.support as Record<string, string>)[code] ?? code);
    case "languages":
      return codes(groups.languages, (code) => languageName(lang, code));
    case "photos":
      return groups.photos ? <Photos lang={lang} photos={groups.photos} /> : null;
    case "readiness": {
      const points = groups.readiness?.reduce((sum, { answer }) => sum + answer, 0);
      return points === undefined ? null : words.readiness(points, groups.readiness!.length * 3);
    }
    case "registration":
      return groups.registration?.creditCode ?? null;
  }
}

function lines(items: ReactNode[]) {
  return (
    <ul>
      {items
        .filter((item) => item !== null)
        .map((item, index) => (
          <li key={index}>{item}</li>
        ))}
    </ul>
  );
}

function Prose({ lang, text }: { lang: Lang; text: { en: string; zh: string } }) {
  const found = either(lang, text);
  return found ? (
    <p className="measure whitespace-pre-line" lang={found.lang === "zh" ? "zh-Hans" : "en"}>
      {found.text}
    </p>
  ) : null;
}

function Photos({ lang, photos }: { lang: Lang; photos: NonNullable<Disclosed["groups"]["photos"]> }) {
  const words = dictionary(lang).network.firm;
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {photos.map(({ uploadId, captionEn, captionZh }, index) => {
        const caption = either(lang, { en: captionEn, zh: captionZh });
        return (
          <li key={uploadId}>
            <figure>
              <img
                src={at(lang).upload(uploadId)}
                alt={caption ? "" : `${words.photo} ${index + 1}`}
                loading="lazy"
                className="border-line h-48 w-full border object-cover"
              />
              {caption ? (
                <figcaption className="text-sm">
                  <Foreign lang={caption.lang}>{caption.text}</Foreign>
                </figcaption>
              ) : null}
            </figure>
          </li>
        );
      })}
    </ul>
  );
}
