/** Previous and next with the page's place between them; nothing when there is one page only. */
export function Pagination({
  page,
  pages,
  href,
  words,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
  words: { label: string; previous: string; next: string };
}) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={words.label} className="no-print mt-6 flex items-center gap-6">
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          {words.previous}
        </a>
      ) : null}
      <span>
        {page} / {pages}
      </span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {words.next}
        </a>
      ) : null}
    </nav>
  );
}
