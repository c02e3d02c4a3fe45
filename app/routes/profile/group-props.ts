import type { Names } from "#app/modules/matching/explain.ts";
import type { Profile } from "#app/modules/msmes/queries.server.ts";
import type { SizeStandard } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";
import type { Reply } from "#app/platform/form.ts";

/** What the fields of a step are drawn from; `reply` when the form was refused. */
export type GroupProps = {
  lang: Lang;
  profile: Profile;
  standard: SizeStandard;
  /** The chamber's calendar day. */
  today: string;
  markets: { code: string }[];
  names: Names;
  reply: Reply;
};
