/**
 * Sends the form of files inside it while saying how far it is. What is too large is said before anything is sent; a
 * refusal is shown on this page, and the chosen files stay chosen; a lost connection or a press on its button stops
 * it, and it can be sent again. Without it the form works as it does, with the browser's own signs.
 */
class UploadProgress extends HTMLElement {
  #ended = new AbortController();
  #running: XMLHttpRequest | null = null;

  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    form.addEventListener("submit", (event) => this.#submitted(form, event), { signal });
    this.#part("stop").addEventListener("click", () => this.#running?.abort(), { signal });
  }

  disconnectedCallback() {
    this.#ended.abort();
    this.#running?.abort();
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`) ?? document.createElement("p");
  }

  #submitted(form: HTMLFormElement, event: SubmitEvent) {
    event.preventDefault();
    if (this.#running) return;
    const files = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].flatMap((input) => [
      ...(input.files ?? []),
    ]);
    const fault = this.#tooMuch(files);
    this.#say(fault);
    if (!fault) this.#send(form, new FormData(form, event.submitter));
  }

  /** What the server would refuse for its size, said before it is sent; "" when there is nothing to say. */
  #tooMuch(files: File[]): string {
    const { fileLimit, limit, tooLarge = "", tooMuch = "" } = this.dataset;
    const large = files.find(({ size }) => size > Number(fileLimit));
    if (large) return tooLarge.replace("{name}", large.name);
    // The rest of the form and what stands between the files count too.
    const sum = files.reduce((total, { size }) => total + size, 10_000);
    return sum > Number(limit) ? tooMuch : "";
  }

  #say(fault: string) {
    const line = this.#part("fault");
    line.textContent = fault && `✕ ${fault}`;
    line.hidden = !fault;
  }

  #send(form: HTMLFormElement, body: FormData) {
    const request = new XMLHttpRequest();
    this.#running = request;
    const bar = this.querySelector("progress");
    const { sending = "", checking = "", broken = "", stopped = "" } = this.dataset;
    const shown = (part: number) => {
      const percent = Math.floor(part * 100);
      if (bar) bar.value = percent;
      this.#part("far").textContent =
        percent < 100 ? sending.replace("{percent}", String(percent)) : checking;
    };
    const over = (fault: string) => {
      this.#running = null;
      this.#part("running").hidden = true;
      if (fault) this.#say(fault);
    };
    this.#part("running").hidden = false;
    shown(0);
    request.upload.addEventListener("progress", (event) => shown(event.loaded / (event.total || 1)));
    request.upload.addEventListener("load", () => shown(1));
    request.addEventListener("error", () => over(broken));
    request.addEventListener("abort", () => over(stopped));
    request.addEventListener("load", () => {
      over("");
      if (request.status < 300 && request.responseURL !== form.action) location.assign(request.responseURL);
      else show(request.responseText);
    });
    request.open("POST", form.action);
    request.send(body);
  }
}

/** Draws a page that came back in place of this one; the files that were chosen stay chosen. */
function show(text: string) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const content = document.getElementById("content");
  const theirs = page.getElementById("content");
  if (!content || !theirs) return location.reload();
  const chosen = content.querySelector<HTMLInputElement>("input[type=file]")?.files ?? null;
  content.replaceChildren(...Array.from(theirs.childNodes, (one) => document.importNode(one, true)));
  document.title = page.title;
  const input = content.querySelector<HTMLInputElement>("input[type=file]");
  if (input) input.files = chosen;
  (content.querySelector<HTMLElement>("[aria-invalid=true]") ?? content).focus();
  content.querySelector("[role=alert]:not([hidden])")?.scrollIntoView({ block: "center" });
}

customElements.define("upload-progress", UploadProgress);

export {};
