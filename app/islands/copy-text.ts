/** A button that copies the text of the field it stands beside. Drawn by script alone: without one, people select. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const field = document.getElementById(this.getAttribute("for") ?? "");
    if (!(field instanceof HTMLInputElement) || !navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "print-button";
    button.textContent = this.dataset.label ?? "";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(field.value).then(
        () => (said.textContent = this.dataset.done ?? ""),
        () => field.select(),
      );
    });
    this.replaceChildren(button, said);
  }
}

customElements.define("copy-text", CopyText);
