import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import type { Difference } from "./difference-words.ts";

/**
 * Two devices at once: what is saved and what is typed here, side by side, and the choice. "Keep" carries the
 * fingerprint of what was seen, so that a third change in between is met again.
 */
export function ConflictPanel({
  lang,
  differences,
  over,
  page,
}: {
  lang: Lang;
  differences: Difference[];
  over: string;
  page: string;
}) {
  const words = dictionary(lang).profile.conflict;
  return (
    <section
      aria-labelledby="conflict"
      className="border-shoal bg-shoal-tint mb-6 border-l-4 px-4 py-4"
      role="alert"
    >
      <h2 id="conflict" className="text-lg">
        <span aria-hidden="true">! </span>
        {words.title}
      </h2>
      <p className="measure">{words.text}</p>
      <dl className="my-3">
        {differences.map(({ label, saved, typed }) => (
          <div key={label} className="border-line border-t py-2">
            <dt className="font-semibold">{label}</dt>
            <dd>
              <span className="text-ink-soft">{words.saved}</span> {saved}
            </dd>
            <dd>
              <span className="text-ink-soft">{words.mine}</span> {typed}
            </dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap gap-3">
        <Button name="over" value={over}>
          {words.keep}
        </Button>
        <ButtonLink href={page}>{words.take}</ButtonLink>
      </p>
    </section>
  );
}
