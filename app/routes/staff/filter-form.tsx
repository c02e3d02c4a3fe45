import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { Button } from "#app/ui/button.tsx";

/** Filters above a staff table: they live in the URL, so a view can be kept and sent. */
export function FilterForm({
  lang,
  clearHref,
  children,
}: {
  lang: Lang;
  clearHref: string;
  children: ReactNode;
}) {
  const words = dictionary(lang).staff;
  return (
    <form
      method="get"
      role="search"
      aria-label={words.filter}
      className="no-print mb-6 grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      {children}
      <div className="mb-5 flex items-center gap-6">
        <Button look="secondary">{words.filter}</Button>
        <a href={clearHref}>{words.clear}</a>
      </div>
    </form>
  );
}
