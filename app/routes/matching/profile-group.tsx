import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import type { Profile } from "#app/modules/msmes/queries.server.ts";
import type { ProfileGroup } from "#app/modules/msmes/schema.ts";
import type { Lang } from "#app/platform/context.ts";
import type { Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge } from "#app/ui/text.tsx";

/** What each group's form is given; `reply` only when it was this group that was refused. */
export type GroupProps = { lang: Lang; profile: Profile; reply: Reply; saved: boolean };

/** Frame of one group: heading, form, its own save button. A refused form comes back to its own place. */
export function ProfileGroupForm({
  group,
  lang,
  reply,
  saved,
  stated,
  children,
  beside,
}: {
  group: ProfileGroup;
  lang: Lang;
  reply: Reply;
  saved: boolean;
  stated: boolean;
  children: ReactNode;
  beside?: ReactNode;
}) {
  const t = dictionary(lang);
  const words = t.profile;
  const anchor = `group-${group}`;
  return (
    <section aria-labelledby={anchor} className="border-line border-t py-8">
      <h2 id={anchor} className="mb-4 flex scroll-mt-24 flex-wrap items-baseline gap-3 text-2xl">
        {words.groups[group]}
        {stated ? null : <Badge tone="warn">{words.unsaved}</Badge>}
      </h2>
      <form method="post" action={at(lang).profile(anchor)}>
        <input type="hidden" name="group" value={group} />
        <FormErrors errors={reply?.error?.[""] ?? []} />
        {children}
        <p className="flex flex-wrap items-center gap-4">
          <Button>{words.save(words.groups[group])}</Button>
          {saved ? (
            <span role="status" className="text-starboard font-semibold">
              <span aria-hidden="true">✓ </span>
              {t.notices.saved}
            </span>
          ) : null}
        </p>
      </form>
      {beside}
    </section>
  );
}
