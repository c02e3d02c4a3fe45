import type { ComponentProps, ReactNode } from "react";

type Common = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Already worded messages; the first is shown. */
  errors?: string[] | undefined;
  /** Shown after the label, e.g. "(optional)". */
  optional?: ReactNode;
  /** Anchor for links to this exact field; defaults to the name. */
  id?: string;
};

const box =
  "w-full rounded-md border border-line-strong bg-sheet px-3 py-2 min-h-11 aria-[invalid=true]:border-port aria-[invalid=true]:border-2";

function Frame({
  id,
  label,
  hint,
  errors,
  optional,
  children,
}: Omit<Common, "name"> & { id: string; children: ReactNode }) {
  return (
    <div className="mb-5 scroll-mt-24">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label} {optional ? <span className="text-ink-soft font-normal">{optional}</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft measure mb-1 text-sm">
          {hint}
        </p>
      ) : null}
      {children}
      {errors?.length ? (
        <p id={`${id}-error`} className="text-port mt-1 flex gap-1 font-semibold">
          <span aria-hidden="true">✕</span>
          <span>{errors[0]}</span>
        </p>
      ) : null}
    </div>
  );
}

function describe(id: string, { hint, errors }: Pick<Common, "hint" | "errors">) {
  const ids = [hint ? `${id}-hint` : "", errors?.length ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-invalid": errors?.length ? true : undefined, "aria-describedby": ids || undefined } as const;
}

/** One labelled input with hint and error tied to it. What was typed comes back through `defaultValue`. */
export function TextField({
  label,
  hint,
  errors,
  optional,
  id,
  className = "",
  ...input
}: Common & ComponentProps<"input">) {
  const anchor = id ?? input.name;
  return (
    <Frame id={anchor} label={label} hint={hint} errors={errors} optional={optional}>
      <input
        {...input}
        id={anchor}
        {...describe(anchor, { hint, errors })}
        className={`${box} ${className}`}
      />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  errors,
  optional,
  id,
  ...input
}: Common & ComponentProps<"textarea">) {
  const anchor = id ?? input.name;
  return (
    <Frame id={anchor} label={label} hint={hint} errors={errors} optional={optional}>
      <textarea rows={4} {...input} id={anchor} {...describe(anchor, { hint, errors })} className={box} />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  errors,
  optional,
  id,
  options,
  empty,
  ...select
}: Common & ComponentProps<"select"> & { options: { value: string; label: string }[]; empty?: string }) {
  const anchor = id ?? select.name;
  return (
    <Frame id={anchor} label={label} hint={hint} errors={errors} optional={optional}>
      <select {...select} id={anchor} {...describe(anchor, { hint, errors })} className={box}>
        {empty !== undefined ? <option value="">{empty}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A set of boxes of which any number can be ticked; one name, many values. */
export function CheckboxGroup({
  name,
  label,
  hint,
  errors,
  id,
  options,
  checked,
}: Common & { options: { value: string; label: ReactNode }[]; checked: readonly string[] }) {
  const anchor = id ?? name;
  return (
    <fieldset id={anchor} className="mb-5 scroll-mt-24" {...describe(anchor, { hint, errors })}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint ? (
        <p id={`${anchor}-hint`} className="text-ink-soft mb-1 text-sm">
          {hint}
        </p>
      ) : null}
      <div className="grid grid-cols-2 gap-x-6 lg:grid-cols-3">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={checked.includes(option.value)}
              className="size-5 accent-deep"
            />
            {option.label}
          </label>
        ))}
      </div>
      {errors?.length ? (
        <p id={`${anchor}-error`} className="text-port mt-1 font-semibold">
          ✕ {errors[0]}
        </p>
      ) : null}
    </fieldset>
  );
}
