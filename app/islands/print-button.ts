/** A button that prints the page. It is drawn by script alone: without one there is nothing to press in vain. */
class PrintButton extends HTMLElement {
  connectedCallback() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "print-button";
    button.textContent = this.dataset.label ?? "";
    button.addEventListener("click", () => window.print());
    this.replaceChildren(button);
  }
}

customElements.define("print-button", PrintButton);
