import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { OwnVetting } from "#app/modules/vetting/own-vetting.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";

type Message = OwnVetting["messages"][number];

/** A message in the reader's language; where it was written in the other one only, that is said and marked. */
export function MessageText({ lang, message }: { lang: Lang; message: Pick<Message, "textEn" | "textZh"> }) {
  const words = dictionary(lang).vetting;
  const own = lang === "zh" ? message.textZh : message.textEn;
  const other = lang === "zh" ? message.textEn : message.textZh;
  const foreign = lang === "zh" ? "en" : "zh";
  return (
    <>
      {own ? null : (
        <p className="text-ink-soft text-sm">
          {fill(words.onlyIn, { language: words.languageNames[foreign] })}
        </p>
      )}
      <p
        className="measure border-line-strong border-l-2 pl-4 break-words whitespace-pre-line"
        lang={own ? undefined : foreign === "zh" ? "zh-Hans" : "en"}
      >
        {own || other}
      </p>
    </>
  );
}

/** Questions and answers, oldest first. */
export function Messages({ lang, messages }: { lang: Lang; messages: Message[] }) {
  const words = dictionary(lang).vetting;
  return (
    <section aria-labelledby="messages" className="mt-10">
      <h2 id="messages" className="mb-3 text-xl">
        {words.messagesTitle}
      </h2>
      <ul className="space-y-4">
        {messages.map((message) => (
          <li key={message.id}>
            <p className="text-ink-soft text-sm">
              {message.fromStaff ? words.fromChamber : words.fromFirm} · {formatDate(lang, message.createdAt)}
              {message.answerBy
                ? ` · ${fill(words.answerBy, { date: formatDate(lang, message.answerBy) })}`
                : null}
            </p>
            <MessageText lang={lang} message={message} />
          </li>
        ))}
      </ul>
    </section>
  );
}
