import { dictionary } from "#app/i18n/index.ts";
import { sectorLabel, shortSectorName } from "#app/modules/matching/sector-names.ts";
import type { Lang } from "#app/platform/context.ts";

export type SectorNode = {
  code: string;
  parentCode: string | null;
  kind: string;
  nameEn: string;
  nameZh: string;
};

/** The sector tree as boxes: sections unfold into their chapters; one with a tick in it stands open. */
export function SectorBoxes({
  lang,
  tree,
  checked,
  errors,
}: {
  lang: Lang;
  tree: SectorNode[];
  checked: readonly string[];
  errors?: string[] | undefined;
}) {
  const words = dictionary(lang).endorsing.form;
  const roots = tree.filter((node) => node.parentCode === null);
  const box = (node: SectorNode, label: string) => (
    <label key={node.code} className="flex min-h-11 items-center gap-2">
      <input
        type="checkbox"
        name="scopeSectors"
        value={node.code}
        defaultChecked={checked.includes(node.code)}
        className="accent-deep size-5 shrink-0"
      />
      {label}
    </label>
  );
  return (
    <fieldset
      id="scopeSectors"
      className="mb-5 scroll-mt-24"
      aria-invalid={errors?.length ? true : undefined}
      aria-describedby={errors?.length ? "scopeSectors-hint scopeSectors-error" : "scopeSectors-hint"}
    >
      <legend className="mb-1 font-semibold">{words.sectors}</legend>
      <p id="scopeSectors-hint" className="text-ink-soft mb-1 text-sm">
        {words.sectorsHint}
      </p>
      <div className="border-line divide-line divide-y border-y">
        {roots.map((root) => {
          const below = tree.filter((node) => node.parentCode === root.code);
          const ticked = [root, ...below].filter((node) => checked.includes(node.code)).length;
          if (below.length === 0) return box(root, shortSectorName(lang, root));
          return (
            <details key={root.code} open={ticked > 0}>
              <summary className="min-h-11 cursor-pointer content-center">
                {shortSectorName(lang, root)}
                {ticked > 0 ? <span className="text-note font-semibold"> · {ticked}</span> : null}
              </summary>
              <div className="grid gap-x-6 pb-2 pl-5 sm:grid-cols-2">
                {below.map((node) => box(node, sectorLabel(lang, node)))}
              </div>
            </details>
          );
        })}
      </div>
      {errors?.length ? (
        <p id="scopeSectors-error" className="text-port mt-1 font-semibold">
          ✕ {errors[0]}
        </p>
      ) : null}
    </fieldset>
  );
}
