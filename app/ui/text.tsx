import type { ReactNode } from "react";
import type { Lang } from "#app/platform/context.ts";

/** A phrase in another language than the page's, marked for screen readers and fonts. */
export function Foreign({ lang, children }: { lang: Lang; children: ReactNode }) {
  return <span lang={lang === "zh" ? "zh-Hans" : "en"}>{children}</span>;
}

/** The page's one heading, with an optional line above (where am I) and below (what is this). */
export function PageHead({
  title,
  kicker,
  lead,
  actions,
}: {
  title: ReactNode;
  kicker?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="border-line mb-8 flex flex-wrap items-end justify-between gap-4 border-b pb-5">
      <div>
        {kicker ? <p className="text-note text-sm font-semibold">{kicker}</p> : null}
        <h1 className="text-3xl sm:text-4xl">{title}</h1>
        {lead ? <p className="measure text-ink-soft mt-2">{lead}</p> : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  );
}

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="border-line bg-shoalwater border border-dashed px-6 py-8">
      <p className="font-semibold">{title}</p>
      {children ? <div className="measure mt-1">{children}</div> : null}
    </div>
  );
}

const tones = {
  good: ["✓", "border-starboard bg-starboard-tint text-starboard"],
  bad: ["✕", "border-port bg-port-tint text-port"],
  warn: ["!", "border-shoal bg-shoal-tint text-shoal"],
  note: ["i", "border-note bg-note-tint text-note"],
  plain: ["", "border-line bg-shoalwater text-ink"],
} as const;
export type Tone = keyof typeof tones;

/** A short state in a frame; the sign beside the word means that colour never speaks alone. */
export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  const [sign, style] = tones[tone];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm border px-1.5 text-sm whitespace-nowrap ${style}`}
    >
      {sign ? <span aria-hidden="true">{sign}</span> : null}
      {children}
    </span>
  );
}

/** A message across the page. `live` announces it: for the outcome of what the reader just did. */
export function Notice({
  tone = "note",
  live = false,
  children,
}: {
  tone?: Tone;
  live?: boolean;
  children: ReactNode;
}) {
  const [sign, style] = tones[tone];
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={`mb-6 flex gap-3 border-l-4 px-4 py-3 ${style}`}
    >
      <span aria-hidden="true" className="font-bold">
        {sign}
      </span>
      <div className="text-ink measure">{children}</div>
    </div>
  );
}
