type Suggestion = { text: string; url: string };

const debounceMs = 120;

/**
 * Suggestions under a search box while typing: an ARIA combobox with a listbox. Without JavaScript the form inside
 * works as it is. Words come from the page (`data-label`, `data-one`, `data-many`, `data-none`).
 */
class SearchSuggest extends HTMLElement {
  #input: HTMLInputElement | null = null;
  #list = document.createElement("ul");
  #spoken = document.createElement("p");
  #timer = 0;
  #asking: AbortController | null = null;
  #active = -1;
  #asked = "";
  #ended = new AbortController();

  connectedCallback() {
    const input = this.querySelector<HTMLInputElement>('input[name="q"]');
    if (!input) return;
    this.#input = input;
    this.#ended = new AbortController();
    const id = `suggestions-${Math.random().toString(36).slice(2, 8)}`;
    this.#list.id = id;
    this.#list.className = "suggestions";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", this.dataset.label ?? "");
    this.#list.hidden = true;
    this.#spoken.className = "sr-only";
    this.#spoken.setAttribute("role", "status");
    this.append(this.#list, this.#spoken);
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id,
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

    const { signal } = this.#ended;
    input.addEventListener("input", (event) => this.#typed(event as InputEvent), { signal });
    // Chinese is composed from pinyin: only what has been chosen is asked for.
    input.addEventListener("compositionend", () => this.#later(), { signal });
    input.addEventListener("keydown", (event) => this.#key(event), { signal });
    input.addEventListener("blur", () => this.#close(), { signal });
    // Pressing on a suggestion must not take the focus, or the list would be gone before the click.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    this.#list.addEventListener("click", (event) => this.#clicked(event), { signal });
  }

  disconnectedCallback() {
    this.#ended.abort();
    this.#asking?.abort();
    clearTimeout(this.#timer);
    this.#list.remove();
    this.#spoken.remove();
  }

  #typed(event: InputEvent) {
    if (!event.isComposing) this.#later();
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(), debounceMs);
  }

  async #ask() {
    const q = this.#input?.value.trim() ?? "";
    this.#asking?.abort();
    if (q === "") return this.#close();
    if (q === this.#asked && !this.#list.hidden) return;
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const params = new URLSearchParams({ q, lang: this.dataset.lang ?? "en" });
      const answer = await fetch(`/api/v1/suggest?${params.toString()}`, { signal: asking.signal });
      if (!answer.ok) return this.#close();
      const { suggestions } = (await answer.json()) as { suggestions: Suggestion[] };
      if (document.activeElement !== this.#input) return;
      this.#asked = q;
      this.#show(suggestions);
    } catch {
      // Given up for a newer question, or no network: the form still works.
      if (!asking.signal.aborted) this.#close();
    }
  }

  #show(suggestions: Suggestion[]) {
    this.#activate(-1);
    this.#list.replaceChildren(
      ...suggestions.map(({ text, url }, index) => {
        const option = document.createElement("li");
        option.id = `${this.#list.id}-${index}`;
        option.className = "suggestion";
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.url = url;
        option.textContent = text;
        return option;
      }),
    );
    const { one = "", many = "", none = "" } = this.dataset;
    const count = suggestions.length;
    this.#spoken.textContent =
      count === 0 ? none : count === 1 ? one : many.replace("{count}", String(count));
    this.#list.hidden = count === 0;
    this.#input?.setAttribute("aria-expanded", String(count > 0));
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#activate(-1);
    this.#list.hidden = true;
    this.#asked = "";
    this.#spoken.textContent = "";
    this.#input?.setAttribute("aria-expanded", "false");
  }

  #activate(index: number) {
    const options = [...this.#list.children];
    options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = options[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.#input?.setAttribute("aria-activedescendant", option.id);
    else this.#input?.removeAttribute("aria-activedescendant");
  }

  #key(event: KeyboardEvent) {
    if (event.isComposing) return;
    const count = this.#list.children.length;
    const open = !this.#list.hidden && count > 0;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      return this.#close();
    }
    if (event.key === "ArrowDown" && !open) return void this.#ask();
    if (!open) return;
    if (event.key === "ArrowDown") this.#activate(this.#active + 1 < count ? this.#active + 1 : -1);
    else if (event.key === "ArrowUp") this.#activate(this.#active === -1 ? count - 1 : this.#active - 1);
    else if (event.key === "Enter" && this.#active >= 0) this.#follow(this.#list.children[this.#active]!);
    else return;
    event.preventDefault();
  }

  #clicked(event: MouseEvent) {
    const option = (event.target as Element).closest('[role="option"]');
    if (option) this.#follow(option);
  }

  #follow(option: Element) {
    const url = (option as HTMLElement).dataset.url;
    if (url?.startsWith("/")) location.assign(url);
  }
}

customElements.define("search-suggest", SearchSuggest);
