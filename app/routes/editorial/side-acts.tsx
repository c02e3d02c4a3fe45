import type { EditedSide } from "#app/modules/guides/editor-queries.server.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import { dictionary } from "#app/i18n/index.ts";
import { langs, type Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";

type Props = { lang: Lang; market: string; topic: Topic; sides: Record<Lang, EditedSide> };

/** What can be done with a side beside writing it: merge, discard, take off the site; each asks first. */
export function SideActs({ lang, market, topic, sides }: Props) {
  const t = dictionary(lang).editorial;
  const words = t.editor;
  const action = at(lang).staffGuide(market, topic);
  const acts = langs.flatMap((own) => {
    const { draft, status, published } = sides[own];
    const hidden = <input type="hidden" name="side" value={own} />;
    const list = [];
    if (draft?.behindPublished) {
      list.push(
        <form key="rebase" method="post" action={action} className="py-2">
          {hidden}
          <p className="text-shoal mb-2 font-semibold">{words.behindPublished}</p>
          <Button look="secondary" name="intent" value="rebase">
            {words.mergeNow}
          </Button>
        </form>,
      );
    }
    if (draft) {
      list.push(
        <Ask key="discard" title={words.discard} text={published ? words.discardAsk : words.discardFirst}>
          <form method="post" action={action}>
            {hidden}
            <input type="hidden" name="version" value={draft.version} />
            <Button look="danger" name="intent" value="discard">
              {words.discardYes}
            </Button>
          </form>
        </Ask>,
      );
    }
    if (status === "published") {
      list.push(
        <Ask key="archive" title={words.archive} text={words.archiveAsk}>
          <form method="post" action={action}>
            {hidden}
            <Button look="danger" name="intent" value="archive">
              {words.archiveYes}
            </Button>
          </form>
        </Ask>,
      );
    }
    if (status === "archived") {
      list.push(
        <form key="unarchive" method="post" action={action} className="py-2">
          {hidden}
          <Button look="secondary" name="intent" value="unarchive">
            {words.unarchive}
          </Button>
        </form>,
      );
    }
    return list.length > 0 ? [{ own, list }] : [];
  });
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="more" className="border-line mt-10 border-t pt-6">
      <h2 id="more" className="mb-3 text-xl">
        {words.more}
      </h2>
      <div className="grid gap-8 lg:grid-cols-2">
        {acts.map(({ own, list }) => (
          <div key={own}>
            <h3 className="text-base">{t.sides[own]}</h3>
            {list}
          </div>
        ))}
      </div>
    </section>
  );
}

/** A question that has to be opened before its button can be pressed. */
function Ask({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  return (
    <details className="border-line border-b py-2">
      <summary className="min-h-9 cursor-pointer content-center">{title}</summary>
      <p className="measure mb-3">{text}</p>
      {children}
    </details>
  );
}
