/** The page a reader asks for by `?page=`: a whole number from 1, and 1 for anything else. */
export function pageOf(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get("page"));
  return Number.isSafeInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
}
