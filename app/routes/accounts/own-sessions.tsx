import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatTime } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Badge } from "#app/ui/text.tsx";

type Session = { id: string; device: string; createdAt: Date; lastSeenAt: Date; current: boolean };

/** Where the reader is signed in; each other session can be ended. */
export function OwnSessions({ lang, sessions }: { lang: Lang; sessions: Session[] }) {
  const words = dictionary(lang).accounts.security;
  return (
    <section className="mt-12">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-xl">{words.sessions}</h2>
        <form method="post" action={at(lang).signOut()}>
          <Button look="secondary" name="where" value="everywhere">
            {words.endAll}
          </Button>
        </form>
      </div>
      <DataTable
        caption={words.sessions}
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: "device",
            head: words.device,
            cell: (session) => (
              <>
                {session.device} {session.current ? <Badge tone="note">{words.thisOne}</Badge> : null}
              </>
            ),
          },
          {
            key: "since",
            head: words.since,
            cell: (session) => (
              <span className="whitespace-nowrap">{formatTime(lang, session.createdAt)}</span>
            ),
          },
          {
            key: "seen",
            head: words.lastSeen,
            cell: (session) => (
              <span className="whitespace-nowrap">{formatTime(lang, session.lastSeenAt)}</span>
            ),
          },
          {
            key: "end",
            head: <span className="sr-only">{words.end}</span>,
            cell: (session) =>
              session.current ? null : (
                <form method="post" action={at(lang).security()}>
                  <input type="hidden" name="session" value={session.id} />
                  <Button
                    look="quiet"
                    name="intent"
                    value="endSession"
                    aria-label={words.endThis(session.device, formatDate(lang, session.createdAt))}
                  >
                    {words.end}
                  </Button>
                </form>
              ),
          },
        ]}
      />
    </section>
  );
}
