import { redirect } from "react-router";
import { z } from "zod";
import { dictionary } from "#app/i18n/index.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import { addPhotos } from "#app/modules/msmes/add-photos.server.ts";
import { arrangePhotos } from "#app/modules/msmes/arrange-photos.server.ts";
import { profileSteps, stepStates } from "#app/modules/msmes/overview.ts";
import { maxPhotos, photosSchema } from "#app/modules/msmes/photos.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import { fileLimit } from "#app/modules/uploads/limits.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import { UploadProgress } from "#app/ui/upload-progress.tsx";
import { PhotoList } from "./photo-list.tsx";
import { StepNav } from "./step-nav.tsx";
import type { Route } from "./+types/photos";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const profile = ownProfile(ctx);
  return {
    lang: ctx.lang,
    photos: profile.photos,
    states: stepStates(profile, standardInForce(ctx), chamberDay(ctx.now)),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const form = await readForm(args.request);
  const done = redirect(withNotice(at(ctx.lang).profileStep("photos"), "saved"));
  if (form.get("intent") === "add") {
    const files = form.getAll("files").filter((one) => one instanceof File);
    form.delete("files");
    return submitForm(form, ctx.lang, z.object({}), async () => {
      await addPhotos(ctx, files);
      return done;
    });
  }
  return submitForm(form, ctx.lang, photosSchema, (input) => {
    arrangePhotos(ctx, input);
    return done;
  });
}

/** The photos of the profile: order, captions, removal, and the place to add more. Works without scripts. */
export default function Photos({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, photos, states } = loaderData;
  const t = dictionary(lang);
  const words = t.profile.photos;
  const go = at(lang);
  const form = formOf(actionData);
  const room = maxPhotos - photos.length;
  return (
    <>
      <title>{`${t.profile.groups.photos} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          <>
            <a href={go.profile()}>{t.profile.title}</a>
            {" · "}
            {t.profile.guide.step(profileSteps.indexOf("photos") + 1, profileSteps.length)}
          </>
        }
        title={t.profile.groups.photos}
        lead={t.profile.leads.photos}
      />
      <StepNav lang={lang} current="photos" states={states} />
      <FormErrors errors={form.errors} />
      {photos.length > 0 ? (
        <PhotoList lang={lang} photos={photos} reply={actionData} />
      ) : (
        <EmptyState title={words.none} />
      )}
      <section aria-labelledby="add" className="mt-8 max-w-xl">
        <h2 id="add" className="mb-2 text-xl">
          {words.add}
        </h2>
        {room > 0 ? (
          <UploadProgress lang={lang} fileLimit={fileLimit}>
            <form method="post" action={go.profileStep("photos")} encType="multipart/form-data">
              <TextField
                name="files"
                type="file"
                multiple
                required
                accept=".jpg,.jpeg,.png,image/jpeg,image/png"
                label={words.choose}
                hint={`${words.chooseHint} ${words.room(room)}`}
                errors={form.field("files").errors}
              />
              <Button name="intent" value="add">
                {words.send}
              </Button>
            </form>
          </UploadProgress>
        ) : (
          <p>{words.full}</p>
        )}
      </section>
      <p className="my-6">
        {words.who} <a href={go.disclosure()}>{t.network.disclosure.title}</a>
      </p>
      <ButtonLink href={go.profileReadiness()}>{t.profile.groups.readiness}</ButtonLink>
    </>
  );
}
