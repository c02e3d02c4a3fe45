import { dictionary } from "#app/i18n/index.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/offline";

export function loader(args: Route.LoaderArgs) {
  return { lang: guard(args, "site.read").lang };
}

/** The guides saved on this device; shown too when a page is asked for that is not, and there is no network. */
export default function Offline({ loaderData: { lang } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.readers.offline;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={words.title} lead={words.lead} />
      <saved-guides
        data-locale={lang === "zh" ? "zh-CN" : "en-GB"}
        data-none={words.none}
        data-saved={words.saved}
        data-stale={words.stale}
        data-remove={words.remove}
      >
        <p>{words.noScript}</p>
      </saved-guides>
      <p className="mt-6">
        <a href={at(lang).guides()}>{words.toGuides}</a>
      </p>
    </>
  );
}
