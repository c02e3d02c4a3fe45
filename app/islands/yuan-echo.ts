/**
 * Says an amount typed in 万元 once more in plain yuan, while it is typed. `for` names the input; the words and the
 * number format come from the page (`data-words` with {wan} and {yuan}, `data-locale`). Without JavaScript the
 * server's own line for the saved amount stands here.
 */
class YuanEcho extends HTMLElement {
  #ended = new AbortController();

  connectedCallback() {
    const input = document.getElementById(this.getAttribute("for") ?? "");
    if (!(input instanceof HTMLInputElement)) return;
    this.#ended = new AbortController();
    input.addEventListener("input", () => this.#say(input.value), { signal: this.#ended.signal });
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  #say(typed: string) {
    const digits = typed.normalize("NFKC").replace(/[,\s]/g, "");
    const wan = /^\d{1,12}(\.\d{1,2})?$/.test(digits) ? Number(digits) : null;
    const number = new Intl.NumberFormat(this.dataset.locale, { maximumFractionDigits: 2 });
    this.textContent =
      wan === null
        ? ""
        : (this.dataset.words ?? "")
            .replace("{wan}", number.format(wan))
            .replace("{yuan}", number.format(Math.round(wan * 10_000)));
  }
}

customElements.define("yuan-echo", YuanEcho);
