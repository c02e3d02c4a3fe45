import { dictionary } from "#app/i18n/index.ts";
import type { Lang, OrganisationKind } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge } from "#app/ui/text.tsx";

/** An owner invites a colleague by mail. */
export function InviteForm({ lang, kind, reply }: { lang: Lang; kind: OrganisationKind; reply: Reply }) {
  const t = dictionary(lang);
  const words = t.accounts.organisation;
  const form = formOf(reply, { role: "member" });
  return (
    <section aria-labelledby="invite">
      <h2 id="invite" className="mb-2 text-xl">
        {words.invite}
      </h2>
      <p className="text-ink-soft mb-4">{words.inviteHint}</p>
      <form method="post" action={at(lang).organisation()}>
        <FormErrors errors={form.errors} />
        <TextField {...form.field("email")} type="email" label={t.accounts.email} required />
        <SelectField
          {...form.field("role")}
          id="invite-role"
          label={words.role}
          options={[
            { value: "member", label: words.roles.member },
            { value: "owner", label: words.roles.owner },
          ]}
        />
        {kind === "mnc" ? (
          <CheckboxGroup
            name="approver"
            label={words.approver}
            options={[{ value: "yes", label: words.approverHint }]}
            checked={form.values("approver")}
          />
        ) : null}
        <Button name="intent" value="invite">
          {words.inviteSubmit}
        </Button>
      </form>
    </section>
  );
}

type Invitation = {
  id: string;
  email: string;
  role: "owner" | "member";
  approver: boolean;
  expiresAt: Date;
};

export function OpenInvitations({ lang, invitations }: { lang: Lang; invitations: Invitation[] }) {
  const words = dictionary(lang).accounts.organisation;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className="mb-4 text-xl">
        {words.invitations}
      </h2>
      {invitations.length === 0 ? (
        <p className="text-ink-soft">{words.noInvitations}</p>
      ) : (
        <ul className="divide-line border-line divide-y border-y">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <div>
                <span className="break-all">{invitation.email}</span>{" "}
                <Badge>{words.roles[invitation.role]}</Badge>{" "}
                {invitation.approver ? <Badge tone="note">{words.approver}</Badge> : null}
                <p className="text-ink-soft text-sm">
                  {words.until} {formatDate(lang, invitation.expiresAt)}
                </p>
              </div>
              <form method="post" action={at(lang).organisation()}>
                <input type="hidden" name="invitation" value={invitation.id} />
                <Button
                  look="quiet"
                  name="intent"
                  value="revoke"
                  aria-label={`${words.revoke}: ${invitation.email}`}
                >
                  {words.revoke}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
