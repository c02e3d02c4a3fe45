import { redirect } from "react-router";
import { preferredLang } from "#app/platform/language.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/no-language";

/** An address without a language, e.g. /guides/DE: its page where one of that name may exist, else the 404. */
export function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  const url = new URL(args.request.url);
  const lang = preferredLang(args.request.headers);
  if (
    /^\/(guides|topics|sectors|glossary|search|opportunities|matches|profile|about|sign-in|sign-up|account|staff)(\/|$)/.test(
      url.pathname,
    )
  ) {
    return redirect(`/${lang}${url.pathname}${url.search}`, { headers: { Vary: "Accept-Language" } });
  }
  throw new Response(null, { status: 404 });
}

export default function NoLanguage() {
  return null;
}
