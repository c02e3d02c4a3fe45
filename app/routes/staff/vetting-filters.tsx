import { dictionary } from "#app/i18n/index.ts";
import { pastStates, queueSorts, queueStates, type QueueFilter } from "#app/modules/vetting/queue-filter.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";

/** The queue's filter; it lives in the address, so that a view can be kept and shared. */
export function QueueFilters({ lang, filter }: { lang: Lang; filter: QueueFilter }) {
  const t = dictionary(lang).vetting;
  const words = t.queue;
  const boxes = [
    { name: "mine", label: words.mine, checked: filter.mine },
    { name: "overdue", label: words.overdue, checked: filter.overdue },
  ];
  return (
    <form
      method="get"
      action={at(lang).staffVetting()}
      className="no-print mb-4 grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]"
    >
      <SelectField
        name="state"
        label={words.state}
        empty={words.allOpen}
        defaultValue={filter.state ?? ""}
        options={[...queueStates, ...pastStates].map((state) => ({ value: state, label: t.states[state] }))}
      />
      <TextField name="q" label={words.search} defaultValue={filter.q} maxLength={80} />
      <SelectField
        name="sort"
        label={words.sort}
        defaultValue={filter.sort}
        options={queueSorts.map((sort) => ({ value: sort, label: words.sorts[sort] }))}
      />
      <div className="mb-5">
        <Button look="secondary">{words.filter}</Button>
      </div>
      <div className="mb-5 flex flex-wrap gap-x-6 lg:col-span-4">
        {boxes.map((box) => (
          <label key={box.name} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name={box.name}
              value="1"
              defaultChecked={box.checked}
              className="accent-deep size-5"
            />
            {box.label}
          </label>
        ))}
      </div>
    </form>
  );
}
