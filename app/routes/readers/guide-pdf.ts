import { guideModel } from "#app/modules/pdf/guide-model.server.ts";
import { pressAnswer } from "#app/modules/pdf/press.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { marketAt, topicAt } from "#app/routes/guides/place.server.ts";
import type { Route } from "./+types/guide-pdf";

/** A market's guide or one section of it as PDF; 304 while its content is the same. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const params: { market?: string; topic?: string } = args.params;
  const { search } = new URL(args.request.url);
  const market = marketAt(ctx, params, search);
  const topic = params.topic === undefined ? null : topicAt(ctx, market, params.topic, search);
  const model = guideModel(ctx, ctx.lang, market, topic);
  if (!model) throw new Response(null, { status: 404 });
  const file = `fairway-${market.code}${topic ? `-${topic}` : ""}.${ctx.lang}.pdf`;
  const page = topic ? at(ctx.lang).section(market.code, topic) : at(ctx.lang).guide(market.code);
  return pressAnswer(args.request, model, file, {
    "Cache-Control": "private, no-cache",
    Link: `<${page}>; rel="canonical"`,
  });
}
