import { aboutPath, guidePrefix, type SavedGuide } from "./keep-page.ts";

const staleAfterMs = 30 * 86_400_000;

/** The list of guides saved on this device, each with its day and a way to remove it. Words come from the page. */
class SavedGuides extends HTMLElement {
  connectedCallback() {
    if ("caches" in globalThis) void this.#show();
  }

  async #show() {
    const found: { name: string; guide: SavedGuide }[] = [];
    for (const name of await caches.keys()) {
      if (!name.startsWith(guidePrefix)) continue;
      const about = await (await caches.open(name)).match(aboutPath);
      if (about) found.push({ name, guide: (await about.json()) as SavedGuide });
    }
    if (found.length === 0) {
      this.replaceChildren(this.#line(this.dataset.none ?? ""));
      return;
    }
    const list = document.createElement("ul");
    list.className = "border-line-strong border-y";
    list.append(...found.map(({ name, guide }) => this.#row(name, guide)));
    this.replaceChildren(list);
  }

  #row(name: string, { title, path, savedAt }: SavedGuide) {
    const row = document.createElement("li");
    row.className = "border-line flex flex-wrap items-center gap-x-6 gap-y-1 border-b py-2 last:border-b-0";
    const link = document.createElement("a");
    link.href = path;
    link.textContent = title;
    link.className = "text-deep font-semibold underline underline-offset-4";
    const { saved = "", stale = "", remove = "", locale } = this.dataset;
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(savedAt));
    const old = Date.now() - Date.parse(savedAt) > staleAfterMs;
    const when = this.#line(saved.replace("{date}", day) + (old ? ` · ${stale}` : ""));
    when.className = old ? "text-shoal text-sm font-semibold" : "text-ink-soft text-sm";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = remove;
    button.setAttribute("aria-label", `${remove}: ${title}`);
    button.className = "text-deep min-h-11 cursor-pointer underline underline-offset-4";
    button.addEventListener("click", () => void caches.delete(name).then(() => this.#show()));
    row.append(link, when, button);
    return row;
  }

  #line(text: string) {
    const line = document.createElement("p");
    line.textContent = text;
    return line;
  }
}

customElements.define("saved-guides", SavedGuides);
