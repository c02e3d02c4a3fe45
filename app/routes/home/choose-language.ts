import { redirect } from "react-router";
import { preferredLang } from "#app/platform/language.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/choose-language";

/** `/` goes to the reader's language. */
export function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  const lang = preferredLang(args.request.headers);
  return redirect(at(lang).home(), { headers: { Vary: "Accept-Language, Cookie" } });
}
