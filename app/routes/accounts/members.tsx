import { dictionary } from "#app/i18n/index.ts";
import type { Lang, OrganisationKind } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Badge } from "#app/ui/text.tsx";

type Member = {
  userId: string;
  name: string;
  email: string;
  role: "owner" | "member";
  approver: boolean;
  since: Date;
  secondFactor: boolean;
};

/** Who acts for the organisation; owners change and remove in the row. */
export function Members({
  lang,
  kind,
  members,
  me,
  manages,
}: {
  lang: Lang;
  kind: OrganisationKind;
  members: Member[];
  me: string;
  manages: boolean;
}) {
  const words = dictionary(lang).accounts.organisation;
  return (
    <section>
      <h2 className="mb-4 text-xl">{words.members}</h2>
      <DataTable
        caption={words.members}
        rows={members}
        rowKey={(member) => member.userId}
        columns={[
          {
            key: "who",
            head: words.member,
            cell: (member) => (
              <>
                <span className="font-semibold">{member.name}</span>{" "}
                {member.userId === me ? <span className="text-ink-soft">{words.you}</span> : null}
                <br />
                <span className="text-ink-soft inline-block min-w-48 break-all">{member.email}</span>
              </>
            ),
          },
          {
            key: "role",
            head: words.role,
            cell: (member) => (
              <span className="flex flex-wrap gap-2">
                <Badge>{words.roles[member.role]}</Badge>
                {member.approver ? <Badge tone="note">{words.approver}</Badge> : null}
                {member.approver ? (
                  <Badge tone={member.secondFactor ? "good" : "warn"}>
                    {words.factor[member.secondFactor ? "on" : "off"]}
                  </Badge>
                ) : null}
              </span>
            ),
          },
          {
            key: "since",
            head: words.since,
            cell: (member) => <span className="whitespace-nowrap">{formatDate(lang, member.since)}</span>,
          },
          ...(manages
            ? [
                {
                  key: "change",
                  head: <span className="sr-only">{words.save}</span>,
                  cell: (member: Member) => (
                    <MemberForm lang={lang} kind={kind} member={member} isMe={member.userId === me} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function MemberForm({
  lang,
  kind,
  member,
  isMe,
}: {
  lang: Lang;
  kind: OrganisationKind;
  member: Member;
  isMe: boolean;
}) {
  const words = dictionary(lang).accounts.organisation;
  return (
    <form method="post" action={at(lang).organisation()} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="userId" value={member.userId} />
      <select
        name="role"
        defaultValue={member.role}
        aria-label={`${words.role}: ${member.name}`}
        className="border-line-strong bg-sheet min-h-11 rounded-md border px-2"
      >
        <option value="owner">{words.roles.owner}</option>
        <option value="member">{words.roles.member}</option>
      </select>
      {kind === "mnc" ? (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            name="approver"
            value="yes"
            defaultChecked={member.approver}
            aria-label={`${words.approver}: ${member.name}`}
            className="accent-deep size-5"
          />
          {words.approver}
        </label>
      ) : null}
      <Button look="secondary" name="intent" value="change" aria-label={`${words.save}: ${member.name}`}>
        {words.save}
      </Button>
      {isMe ? null : (
        <Button look="quiet" name="intent" value="remove" aria-label={`${words.remove}: ${member.name}`}>
          {words.remove}
        </Button>
      )}
    </form>
  );
}
