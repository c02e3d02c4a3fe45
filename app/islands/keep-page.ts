/** Caches of saved guides begin so; then market and language. */
export const guidePrefix = "fairway-guide-";
/** Where a saved guide's name and day are kept inside its cache. */
export const aboutPath = "/saved-guide.json";

export type SavedGuide = { title: string; path: string; savedAt: string };

/**
 * Fetches a page as a visitor would (without any cookie, so that nothing private is ever kept) and keeps it with the
 * styles, scripts and fonts it needs. `note` is put at the head of its content.
 */
export async function keepPage(cache: Cache, path: string, note?: string): Promise<boolean> {
  const answer = await fetch(path, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok || answer.redirected) return false;
  let html = await answer.text();
  if (note)
    html = html.replace(/<main\b[^>]*>/, (main) => `${main}<p class="saved-note">${escaped(note)}</p>`);
  await cache.put(path, new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
  for (const [, asset] of html.matchAll(/(?:href|src)="(\/(?:assets\/[\w.-]+|favicon\.svg))"/g)) {
    await keepAsset(cache, asset!);
  }
  return true;
}

async function keepAsset(cache: Cache, path: string): Promise<void> {
  if (await cache.match(path, { ignoreVary: true })) return;
  const answer = await fetch(path, { credentials: "omit" });
  if (!answer.ok) return;
  await cache.put(path, answer.clone());
  if (!path.endsWith(".css")) return;
  // Latin alone: the other alphabets of the font are never on these pages.
  for (const [, font] of (await answer.text()).matchAll(/url\(["']?(\/assets\/[\w.-]*-latin-wght[\w.-]*)/g)) {
    await keepAsset(cache, font!);
  }
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
