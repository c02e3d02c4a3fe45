import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { OwnVetting } from "#app/modules/vetting/own-vetting.server.ts";
import { renewalDays, type CaseState } from "#app/modules/vetting/states.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import type { Tone } from "#app/ui/text.tsx";

type Key = CaseState | "none";

const tones: Record<Key, Tone> = {
  none: "note",
  draft: "note",
  submitted: "plain",
  in_review: "plain",
  more_info: "warn",
  approved: "good",
  rejected: "bad",
  appealed: "plain",
  expired: "warn",
  suspended: "bad",
};
const edges: Record<Tone, string> = {
  good: "border-starboard",
  bad: "border-port",
  warn: "border-shoal",
  note: "border-note",
  plain: "border-deep",
};

/** Where the firm stands, in one sentence, what comes next, in another, and the day that matters. */
export function StandingNow({ lang, vetting }: { lang: Lang; vetting: OwnVetting }) {
  const words = dictionary(lang).vetting;
  const { one, standing, opening } = vetting;
  // An approval past its day has lapsed, whether or not the hourly look has noted it.
  const key: Key = !one
    ? "none"
    : one.state === "approved" && standing.status === "lapsed"
      ? "expired"
      : one.state;
  const next = key === "rejected" && !one?.appealable ? words.next.rejectedFinal : words.next[key];
  const question = vetting.messages.filter(({ fromStaff }) => fromStaff).at(-1);
  const said = (text: string, day: Date) => fill(text, { date: formatDate(lang, day) });
  const dates = [
    key === "more_info" && question?.answerBy ? said(words.answerBy, question.answerBy) : null,
    (key === "submitted" || key === "in_review" || key === "appealed") && one?.dueDay
      ? one.late
        ? words.late
        : fill(words.expected, { date: formatDay(lang, one.dueDay) })
      : null,
    key === "approved" && one?.expiresAt ? said(words.until, one.expiresAt) : null,
    key === "approved" && opening === "tooEarly" && one?.expiresAt
      ? said(words.renewFrom, new Date(one.expiresAt.getTime() - renewalDays * 86_400_000))
      : null,
  ].filter((date) => date !== null);
  return (
    <section className={`bg-sheet mb-8 border-l-4 p-4 sm:p-6 ${edges[tones[key]]}`} aria-label={words.title}>
      <p className="text-xl font-semibold">{words.now[key]}</p>
      <p className="measure mt-1">{next}</p>
      {dates.length > 0 ? <p className="text-ink-soft mt-2">{dates.join(" · ")}</p> : null}
      {key === "approved" ? <NowOpen lang={lang} /> : null}
    </section>
  );
}

/** What the chamber's word opens: the places where a vetted firm goes on. */
function NowOpen({ lang }: { lang: Lang }) {
  const { vetting, network, endorsing, passports, common } = dictionary(lang);
  const go = at(lang);
  const places = [
    { href: go.disclosure(), label: network.disclosure.nav },
    { href: go.endorsedList(), label: endorsing.nav.endorsed },
    { href: go.passports(), label: passports.nav },
    { href: go.matches(), label: common.nav.matches },
  ];
  return (
    <>
      <p className="mt-4 mb-1">{vetting.nowOpen}</p>
      <ul className="flex flex-wrap gap-x-6">
        {places.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              className="text-deep inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
