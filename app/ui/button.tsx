import type { ComponentProps, ReactNode } from "react";

const looks = {
  primary: "border-deep bg-deep text-paper hover:bg-ink hover:border-ink",
  secondary: "border-line-strong bg-sheet text-ink hover:border-ink",
  danger: "border-port bg-sheet text-port hover:bg-port hover:text-paper",
  quiet: "border-transparent text-deep underline underline-offset-4 hover:text-note",
} as const;
type Look = keyof typeof looks;

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-4 py-2 font-semibold no-underline cursor-pointer";

export function Button({
  look = "primary",
  className = "",
  ...props
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type="submit" {...props} className={`${shape} ${looks[look]} ${className}`} />;
}

/**
 * What Enter in a field presses: the first button of a form, whatever it is. Stands first in forms whose visible
 * buttons do something else to their rows.
 */
export function EnterButton() {
  return <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  look = "secondary",
  href,
  children,
}: {
  look?: Look;
  href: string;
  children: ReactNode;
}) {
  return (
    <a href={href} className={`${shape} ${looks[look]}`}>
      {children}
    </a>
  );
}
