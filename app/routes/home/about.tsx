import { dictionary } from "#app/i18n/index.ts";
import { guard } from "#app/routes/guard.server.ts";
import { MsmeFigure, ProgrammeFigures } from "#app/routes/cross/figures.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/about";

export function loader(args: Route.LoaderArgs) {
  const { lang } = guard(args, "site.read");
  return { lang };
}

export default function About({ loaderData: { lang } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const { about } = t.home;
  return (
    <>
      <title>{`${about.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={about.lead} />
      <PageHead title={about.title} lead={about.lead} />
      {about.paragraphs.map((paragraph) => (
        <p key={paragraph} className="measure mb-4">
          {paragraph}
        </p>
      ))}
      <MsmeFigure lang={lang} />
      <h2 className="mt-10 mb-4 text-2xl">{about.howTitle}</h2>
      <dl className="border-line grid gap-x-10 gap-y-6 border-t pt-6 md:grid-cols-2">
        {about.how.map(([claim, meaning]) => (
          <div key={claim}>
            <dt className="font-semibold">{claim}</dt>
            <dd className="text-ink-soft mt-1">{meaning}</dd>
          </div>
        ))}
      </dl>
      <ProgrammeFigures lang={lang} />
      <h2 className="mt-10 mb-3 text-2xl">{about.contactTitle}</h2>
      <p className="measure">{about.contact}</p>
    </>
  );
}
