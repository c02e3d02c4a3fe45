import { dictionary } from "#app/i18n/index.ts";
import { word, type Names } from "#app/modules/matching/explain.ts";
import type { RuleResult } from "#app/modules/matching/types.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

const signs = { yes: "✓", no: "✕", unknown: "?" } as const;
const colours = { yes: "text-starboard", no: "text-port", unknown: "text-shoal" } as const;

/** The hard rules held against the firm: sign, word, reason, and a link to the field that decides. */
export function RuleChecklist({ lang, rules, names }: { lang: Lang; rules: RuleResult[]; names: Names }) {
  const t = dictionary(lang).matching;
  return (
    <ul className="border-line border-t">
      {rules.map((rule) => {
        const state = rule.ok === true ? "yes" : rule.ok === false ? "no" : "unknown";
        return (
          <li key={rule.rule} className="border-line flex gap-3 border-b py-1.5">
            <span className={`w-4 shrink-0 text-center font-bold ${colours[state]}`} aria-hidden="true">
              {signs[state]}
            </span>
            <span className="min-w-0">
              <span className="font-semibold">{t.ruleNames[rule.rule]}</span>{" "}
              <span className={`text-sm font-semibold ${colours[state]}`}>{t.page[state]}</span>
              <br />
              {word(lang, "reasons", rule.reason, names)}
              {rule.ok !== true && rule.field ? (
                <>
                  {" "}
                  <a href={at(lang).profile(rule.field)}>
                    {t.page.change}
                    <span className="sr-only">{` (${t.ruleNames[rule.rule]})`}</span>
                  </a>
                </>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
