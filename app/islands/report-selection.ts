/**
 * While words of the section are selected, its link reports an error in exactly these. Without JavaScript the link
 * leads to the same form, where the line is chosen or pasted.
 */
class ReportSelection extends HTMLElement {
  #ended = new AbortController();

  connectedCallback() {
    const link = this.querySelector("a");
    if (!link) return;
    const plain = link.textContent;
    this.#ended = new AbortController();
    // Pressing the link would take the selection away before the click.
    link.addEventListener("mousedown", (event) => event.preventDefault(), { signal: this.#ended.signal });
    document.addEventListener(
      "selectionchange",
      () => {
        const selection = getSelection();
        const inside = selection?.anchorNode && this.closest("article")?.contains(selection.anchorNode);
        const words = inside ? selection.toString().trim().slice(0, 600) : "";
        const long = words.length > 3;
        link.textContent = long ? (this.dataset.selected ?? "") : plain;
        const query = long ? `?${new URLSearchParams({ quote: words }).toString()}` : "";
        link.setAttribute("href", (this.dataset.href ?? "") + query);
      },
      { signal: this.#ended.signal },
    );
  }

  disconnectedCallback() {
    this.#ended.abort();
  }
}

customElements.define("report-selection", ReportSelection);
