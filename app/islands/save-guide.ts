import { aboutPath, guidePrefix, keepPage, type SavedGuide } from "./keep-page.ts";

/**
 * Saves a market's guide for reading without a network. Drawn by script alone, where the browser can do it. Words
 * and addresses come from the page.
 */
class SaveGuide extends HTMLElement {
  #button = document.createElement("button");
  #spoken = document.createElement("span");

  connectedCallback() {
    if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
    this.#button.type = "button";
    this.#button.className = "print-button";
    this.#spoken.setAttribute("role", "status");
    this.#spoken.className = "text-ink-soft text-sm";
    this.#button.addEventListener("click", () => void this.#save());
    this.replaceChildren(this.#button, this.#spoken);
    void this.#show();
  }

  get #cache() {
    return `${guidePrefix}${this.dataset.market}-${this.dataset.lang}`;
  }

  async #show() {
    const about = (await caches.has(this.#cache))
      ? await (await caches.open(this.#cache)).match(aboutPath)
      : undefined;
    const { savedAt } = about ? ((await about.json()) as SavedGuide) : { savedAt: null };
    this.#button.textContent = (savedAt ? this.dataset.again : this.dataset.label) ?? "";
    this.#spoken.textContent = savedAt ? this.#dated(this.dataset.saved, savedAt) : "";
  }

  async #save() {
    this.#button.disabled = true;
    const { paths = "[]", progress = "", failed = "" } = this.dataset;
    const all = JSON.parse(paths) as string[];
    const savedAt = new Date().toISOString();
    try {
      await navigator.serviceWorker.register("/sw.js");
      await navigator.serviceWorker.ready;
      // Beside the old copy, which stays whole when the network goes away in between.
      const fresh = `saving-${this.#cache}`;
      await caches.delete(fresh);
      const cache = await caches.open(fresh);
      let done = 0;
      for (const path of all) {
        if (!(await keepPage(cache, path, this.#dated(this.dataset.note, savedAt)))) throw new Error(path);
        done += 1;
        this.#spoken.textContent = progress
          .replace("{done}", String(done))
          .replace("{all}", String(all.length));
      }
      const about: SavedGuide = { title: this.dataset.title ?? "", path: all[0]!, savedAt };
      await cache.put(aboutPath, Response.json(about));
      await caches.delete(this.#cache);
      const kept = await caches.open(this.#cache);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request, { ignoreVary: true });
        if (answer) await kept.put(request, answer);
      }
      await caches.delete(fresh);
      await this.#show();
    } catch {
      this.#spoken.textContent = failed;
    } finally {
      this.#button.disabled = false;
    }
  }

  #dated(words: string | undefined, instant: string): string {
    const format = new Intl.DateTimeFormat(this.dataset.locale, { dateStyle: "medium" });
    return (words ?? "").replace("{date}", format.format(new Date(instant)));
  }
}

customElements.define("save-guide", SaveGuide);
