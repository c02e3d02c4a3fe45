import type { ReactNode } from "react";
import type { CredentialStatus } from "#app/modules/credentials/status.ts";
import type { Tone } from "#app/ui/text.tsx";

export const toneOf: Record<CredentialStatus, Tone> = {
  valid: "good",
  notYet: "note",
  expired: "warn",
  suspended: "warn",
  revoked: "bad",
};

const looks: Record<Tone, { sign: string; frame: string; word: string }> = {
  good: { sign: "✓", frame: "border-starboard bg-starboard-tint", word: "text-starboard" },
  bad: { sign: "✕", frame: "border-port bg-port-tint", word: "text-port" },
  warn: { sign: "!", frame: "border-shoal bg-shoal-tint", word: "text-shoal" },
  note: { sign: "i", frame: "border-note bg-note-tint", word: "text-note" },
  plain: { sign: "", frame: "border-line bg-shoalwater", word: "text-ink" },
};

/** The answer to the one question that brings somebody here: a word and a sign as large as a headline. */
export function StatusPanel({
  tone,
  title,
  live = false,
  checked,
  children,
}: {
  tone: Tone;
  title: string;
  live?: boolean;
  checked: string;
  children: ReactNode;
}) {
  const { sign, frame, word } = looks[tone];
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={`mb-8 flex gap-4 border-2 px-4 py-4 sm:gap-6 sm:px-6 ${frame}`}
    >
      <span
        aria-hidden="true"
        className={`flex size-12 shrink-0 items-center justify-center rounded-full border-2 border-current text-2xl font-bold sm:size-14 ${word}`}
      >
        {sign}
      </span>
      <div className="min-w-0">
        <p className={`text-2xl leading-tight font-bold sm:text-3xl ${word}`}>{title}</p>
        <div className="measure mt-1">{children}</div>
        <p className="text-ink-soft mt-2 text-sm">{checked}</p>
      </div>
    </div>
  );
}
