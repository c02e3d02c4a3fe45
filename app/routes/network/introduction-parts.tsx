import { dictionary } from "#app/i18n/index.ts";
import type { IntroductionState } from "#app/modules/network/schema.ts";
import type { Lang } from "#app/platform/context.ts";
import { Badge, type Tone } from "#app/ui/text.tsx";

/** A no is shown as calmly as a wait: it says nothing about either side. */
const tones: Record<IntroductionState, Tone> = {
  requested: "plain",
  forwarded: "note",
  accepted: "good",
  declined: "plain",
  refused: "plain",
  withdrawn: "plain",
  ended: "plain",
};

export function StateBadge({ lang, state }: { lang: Lang; state: IntroductionState }) {
  return <Badge tone={tones[state]}>{dictionary(lang).network.introductions.states[state]}</Badge>;
}

/** Names and addresses that an accepted introduction hands over. */
export function Contacts({ lang, contacts }: { lang: Lang; contacts: { name: string; email: string }[] }) {
  const words = dictionary(lang).network.introductions;
  return (
    <div className="border-starboard my-2 border-l-4 pl-4">
      <p className="font-semibold">{words.contact}</p>
      <ul>
        {contacts.map(({ name, email }) => (
          <li key={email}>
            {name} · <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
