const previewAfterMs = 400;

/**
 * Comfort for the editor's form: a preview beside each text while it is typed, drawn by the server; keys of facts put
 * in at the caret; Ctrl+S saves; a question before unsaved words are left. Without it the form's own buttons preview
 * and save. Words come from the page (`data-insert` with KEY).
 */
class ProseEditor extends HTMLElement {
  #ended = new AbortController();
  #timers = new Map<string, number>();
  #asking = new Map<string, AbortController>();
  #last: HTMLTextAreaElement | null = null;
  #dirty = false;

  connectedCallback() {
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    const form = this.querySelector("form");
    if (!form) return;
    // A form that came back, merged or refused or only previewed, holds words that are stored nowhere yet.
    this.#dirty = this.dataset.unsaved !== undefined;
    form.addEventListener("input", (event) => this.#typed(event), { signal });
    form.addEventListener("focusin", (event) => this.#entered(event), { signal });
    form.addEventListener("submit", () => (this.#dirty = false), { signal });
    form.addEventListener("keydown", (event) => this.#key(event, form), { signal });
    window.addEventListener("beforeunload", (event) => this.#dirty && event.preventDefault(), { signal });
    for (const text of this.#texts()) if (text.value) void this.#preview(text);
    this.#keys();
  }

  disconnectedCallback() {
    this.#ended.abort();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const asking of this.#asking.values()) asking.abort();
  }

  #texts() {
    return this.querySelectorAll<HTMLTextAreaElement>("textarea[data-preview-of]");
  }

  #typed(event: Event) {
    this.#dirty = true;
    const text = event.target;
    if (!(text instanceof HTMLTextAreaElement) || !text.dataset.previewOf) return;
    const side = text.dataset.previewOf;
    clearTimeout(this.#timers.get(side));
    this.#timers.set(
      side,
      window.setTimeout(() => void this.#preview(text), previewAfterMs),
    );
  }

  #entered(event: Event) {
    const text = event.target;
    if (text instanceof HTMLTextAreaElement && text.dataset.previewOf) this.#last = text;
  }

  #key(event: KeyboardEvent, form: HTMLFormElement) {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value="save"]'));
  }

  async #preview(text: HTMLTextAreaElement) {
    const side = text.dataset.previewOf ?? "";
    const frame = this.querySelector<HTMLElement>(`[data-preview="${side}"]`);
    const into = frame?.querySelector("[data-preview-text]");
    if (!frame || !into) return;
    this.#asking.get(side)?.abort();
    const asking = new AbortController();
    this.#asking.set(side, asking);
    const body = new URLSearchParams({ market: this.dataset.market ?? "", side, text: text.value });
    try {
      const answer = await fetch(this.dataset.previewUrl ?? "", {
        method: "POST",
        body,
        signal: asking.signal,
      });
      if (!answer.ok) return;
      // Our own renderer's words: it passes no markup of the text through.
      into.innerHTML = await answer.text();
      frame.hidden = text.value.trim() === "";
    } catch {
      // Given up for newer words, or no network: the last preview stays.
    }
  }

  /** Keys of facts become buttons that put themselves in at the caret of the text last written in. */
  #keys() {
    for (const code of this.querySelectorAll<HTMLElement>("code[data-fact]")) {
      const key = code.dataset.fact ?? "";
      const button = document.createElement("button");
      button.type = "button";
      button.className = code.className;
      button.textContent = code.textContent;
      button.setAttribute("aria-label", (this.dataset.insert ?? "KEY").replace("KEY", key));
      button.addEventListener("click", () => this.#insert(`{{${key}}}`), { signal: this.#ended.signal });
      code.replaceWith(button);
    }
  }

  #insert(words: string) {
    const shown = [...this.#texts()].find((text) => text.offsetParent !== null);
    const text = this.#last?.offsetParent ? this.#last : shown;
    if (!text) return;
    text.focus();
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

customElements.define("prose-editor", ProseEditor);
