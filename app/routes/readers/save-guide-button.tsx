import { dictionary } from "#app/i18n/index.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

/** The place of the “save for offline” button: the island draws it where the browser can keep pages. */
export function SaveGuideButton({
  lang,
  code,
  name,
  topics,
}: {
  lang: Lang;
  code: string;
  name: string;
  topics: Topic[];
}) {
  const words = dictionary(lang).readers.offline;
  const go = at(lang);
  return (
    <save-guide
      class="inline-flex flex-wrap items-center gap-x-3"
      data-market={code}
      data-lang={lang}
      data-locale={lang === "zh" ? "zh-CN" : "en-GB"}
      data-title={name}
      data-paths={JSON.stringify([go.guide(code), ...topics.map((topic) => go.section(code, topic))])}
      data-label={words.save}
      data-again={words.again}
      data-saved={words.saved}
      data-progress={words.progress}
      data-failed={words.failed}
      data-note={words.note}
    />
  );
}
