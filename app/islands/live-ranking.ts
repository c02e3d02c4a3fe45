const waitMs = 250;

/**
 * Asks again as soon as a weight, the region or a language changes, and puts what is new in the place of the old
 * ones (ids in `data-result`); each weight gets a slider beside its number. The address follows, so it can still be shared.
 * Without JavaScript the form inside sends itself with its button.
 */
class LiveRanking extends HTMLElement {
  #ended = new AbortController();
  #asking: AbortController | null = null;
  #timer = 0;
  #spoken = document.createElement("p");

  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    this.#spoken.className = "sr-only";
    this.#spoken.setAttribute("role", "status");
    this.append(this.#spoken);
    for (const number of form.querySelectorAll<HTMLInputElement>('input[type="number"]')) {
      this.#addSlider(number, signal);
    }
    form.addEventListener("change", () => this.#later(form), { signal });
    form.addEventListener("input", (event) => this.#typed(event, form), { signal });
  }

  disconnectedCallback() {
    this.#ended.abort();
    this.#asking?.abort();
    clearTimeout(this.#timer);
    this.#spoken.remove();
    for (const slider of this.querySelectorAll(".weight-slider")) slider.remove();
  }

  /** For the mouse and the finger only: keyboards and screen readers have the number. */
  #addSlider(number: HTMLInputElement, signal: AbortSignal) {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = number.min;
    slider.max = number.max;
    slider.step = "0.5";
    slider.value = number.value;
    slider.className = "weight-slider";
    slider.tabIndex = -1;
    slider.setAttribute("aria-hidden", "true");
    slider.addEventListener("input", () => (number.value = slider.value), { signal });
    number.addEventListener("input", () => (slider.value = number.value), { signal });
    number.after(slider);
  }

  #typed(event: Event, form: HTMLFormElement) {
    if ((event.target as HTMLInputElement).type === "number") this.#later(form);
  }

  #later(form: HTMLFormElement) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(form), waitMs);
  }

  async #ask(form: HTMLFormElement) {
    if (!form.checkValidity()) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) params.append(name, String(value));
    const address = `${form.action}?${params.toString()}`;
    const ids = (this.dataset.result ?? "").split(" ");
    const old = ids.map((id) => document.getElementById(id));
    for (const part of old) part?.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = ids.map((id) => page.getElementById(id));
      if (fresh.includes(null)) throw new Error("another page");
      fresh.forEach((part, index) => old[index]?.replaceWith(part!));
      history.replaceState(null, "", address);
      this.#spoken.textContent = fresh[0]?.dataset.said ?? "";
    } catch {
      // Given up for a newer question, or no network: the button still works.
      if (!asking.signal.aborted) for (const part of old) part?.removeAttribute("aria-busy");
    }
  }
}

customElements.define("live-ranking", LiveRanking);
