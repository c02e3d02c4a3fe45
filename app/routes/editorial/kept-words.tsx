import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/text.tsx";

type Props = {
  lang: Lang;
  /** Whose words of which place; the name they are kept under in the browser. */
  of: string;
  action: string;
  /** The form below shows what is stored, not what came back from a refusal. */
  fresh: boolean;
};

/** Words typed here before that no save has taken; shown by its island when this browser holds some. */
export function KeptWords({ lang, of, action, fresh }: Props) {
  const words = dictionary(lang).editorial.editor.kept;
  const [before, after] = words.text("\n").split("\n");
  return (
    <kept-words
      hidden
      data-of={of}
      data-fresh={fresh ? "" : undefined}
      data-locale={lang === "zh" ? "zh-CN" : "en-GB"}
    >
      <Notice tone="warn" live>
        <p>
          {before}
          <time />
          {after}
        </p>
        <form
          method="post"
          encType="multipart/form-data"
          action={action}
          className="mt-2 flex flex-wrap gap-3"
        >
          <Button name="intent" value="preview">
            {words.back}
          </Button>
          <Button look="secondary" type="button" data-drop="">
            {words.drop}
          </Button>
        </form>
      </Notice>
    </kept-words>
  );
}
