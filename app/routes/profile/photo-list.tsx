import { dictionary } from "#app/i18n/index.ts";
import type { Profile } from "#app/modules/msmes/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import type { Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button, EnterButton } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

/** The photos in their order, one form: what is typed in the captions is kept whatever button is pressed. */
export function PhotoList({ lang, photos, reply }: { lang: Lang; photos: Profile["photos"]; reply: Reply }) {
  const words = dictionary(lang).profile.photos;
  return (
    <form method="post" action={at(lang).profileStep("photos")} className="relative">
      <EnterButton />
      <ol className="border-line max-w-3xl border-t">
        {photos.map(({ id, uploadId, captionZh, captionEn }, index) => {
          const name = words.photo(index + 1, photos.length);
          const field = (key: "captionZh" | "captionEn", saved: string) => ({
            name: `photos[${index}].${key}`,
            id: `photo-${index}-${key}`,
            defaultValue: saved,
            errors: reply?.error?.[`photos[${index}].${key}`] ?? undefined,
            maxLength: 120,
          });
          return (
            <li key={id} className="border-line border-b py-4">
              <fieldset className="grid gap-4 sm:grid-cols-[14rem_1fr]">
                <legend className="mb-2 font-semibold">{name}</legend>
                <img
                  src={at(lang).upload(uploadId)}
                  alt={(lang === "zh" ? captionZh || captionEn : captionEn || captionZh) || name}
                  loading="lazy"
                  className="border-line aspect-4/3 w-full border object-cover"
                />
                <div>
                  <input type="hidden" name={`photos[${index}].id`} value={id} />
                  <TextField {...field("captionZh", captionZh)} label={words.captionZh} lang="zh-Hans" />
                  <TextField {...field("captionEn", captionEn)} label={words.captionEn} lang="en" />
                  <p className="flex flex-wrap gap-2">
                    {index > 0 ? (
                      <Button
                        look="secondary"
                        name="earlier"
                        value={id}
                        aria-label={`${words.earlier}: ${name}`}
                      >
                        {words.earlier}
                      </Button>
                    ) : null}
                    {index < photos.length - 1 ? (
                      <Button look="secondary" name="later" value={id} aria-label={`${words.later}: ${name}`}>
                        {words.later}
                      </Button>
                    ) : null}
                    <Button look="danger" name="remove" value={id} aria-label={`${words.remove}: ${name}`}>
                      {words.remove}
                    </Button>
                  </p>
                </div>
              </fieldset>
            </li>
          );
        })}
      </ol>
      <p className="mt-4">
        <Button>{words.save}</Button>
      </p>
    </form>
  );
}
