const keptDays = 14;
const dayMs = 86_400_000;
const afterMs = 400;

type Field = [name: string, value: string];
/** `sent`: its button was pressed, and no page of ours has said yet what came of it. */
type Kept = { at: number; base: string; fields: Field[]; sent: boolean };

/**
 * Saves the form inside it whenever a field is left, by sending it as its button would and reading the page that
 * comes back: errors go to their fields, `data-live` parts are brought up to date, the rest stays as it is typed.
 * What could not be saved is kept in this browser and put back when the page is opened again. A part that was changed
 * elsewhere is never overwritten here: saving stops and the server's choice is shown. Without it the form works as it
 * does, by its button.
 */
class SaveAsYouGo extends HTMLElement {
  #ended = new AbortController();
  #timer = 0;
  #sent = "";
  #busy = false;
  #again = false;
  #halted = false;
  #leaving: HTMLElement | null = null;
  #pressed = false;

  connectedCallback() {
    const form = this.querySelector("form");
    // What the form was for is done: nothing is left to keep.
    if (!form) return localStorage.removeItem(this.#key);
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    this.#sent = textOf(form);
    form.addEventListener("input", () => this.#typed(form), { signal });
    form.addEventListener("change", () => this.#soon(form), { signal });
    form.addEventListener("focusout", (event) => this.#left(form, event), { signal });
    form.addEventListener("submit", (event) => this.#submitted(form, event), { signal });
    addEventListener("online", () => this.#soon(form), { signal });
    addEventListener("pagehide", () => this.#keep(form), { signal });
    if (this.dataset.fresh === undefined) this.#halted = this.dataset.conflict !== undefined;
    else this.#putBack(form);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#ended.abort();
  }

  get #key() {
    return `fairway-profile-${this.dataset.key ?? ""}`;
  }

  #say(key: string, tone: "calm" | "bad" = "calm") {
    const line = this.querySelector("#saved-line");
    if (!line || !this.dataset[key]) return;
    line.textContent = this.dataset[key] ?? "";
    line.classList.toggle("text-port", tone === "bad");
  }

  #typed(form: HTMLFormElement) {
    if (textOf(form) === this.#sent) return;
    this.#keep(form);
    if (!this.#halted) this.#say("changed");
  }

  /** Rows are left as a whole: half a row is no mistake yet. */
  #left(form: HTMLFormElement, { target, relatedTarget }: FocusEvent) {
    const row = target instanceof Element ? target.closest("[data-row]") : null;
    if (row && relatedTarget instanceof Node && row.contains(relatedTarget)) return clearTimeout(this.#timer);
    this.#soon(form);
  }

  #soon(form: HTMLFormElement) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(form), afterMs);
  }

  /** A save that is under way is waited for: else the button would meet its own words as somebody else's. */
  #submitted(form: HTMLFormElement, event: SubmitEvent) {
    clearTimeout(this.#timer);
    this.#pressed = !this.#busy;
    if (this.#pressed) return this.#keep(form);
    event.preventDefault();
    this.#leaving = event.submitter;
  }

  async #save(form: HTMLFormElement) {
    const fields = textOf(form);
    if (this.#halted || fields === this.#sent) return;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    this.#again = false;
    this.#say("now");
    try {
      const body = new URLSearchParams(fieldsOf(form));
      const answer = await fetch(form.action, { method: "POST", body, signal: this.#ended.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.#read(form, page, fields);
    } catch {
      if (!this.#ended.signal.aborted) this.#say("offline", "bad");
    }
    this.#busy = false;
    const leaving = this.#leaving;
    this.#leaving = null;
    if (leaving) form.requestSubmit(leaving);
    else if (this.#again) void this.#save(form);
  }

  #read(form: HTMLFormElement, page: Document, fields: string) {
    const self = page.querySelector<HTMLElement>("save-as-you-go");
    const theirs = self?.querySelector("form");
    if (!self || !theirs) return this.#say(self ? "closed" : "signedOut", "bad");
    patchErrors(form, theirs);
    for (const part of document.querySelectorAll("[data-live]")) {
      const fresh = part.id ? page.getElementById(part.id) : null;
      if (fresh)
        part.replaceChildren(...Array.from(fresh.childNodes, (one) => document.importNode(one, true)));
    }
    if (self.dataset.conflict !== undefined) {
      this.#halted = true;
      return this.#say("elsewhere", "bad");
    }
    if (self.dataset.fresh === undefined) return this.#say("unsaved", "bad");
    this.querySelector("#saved-line")?.classList.remove("text-port");
    const base = form.querySelector<HTMLInputElement>("input[name=base]");
    base?.setAttribute("value", theirs.querySelector<HTMLInputElement>("input[name=base]")?.value ?? "");
    const unchanged = textOf(form) === fields;
    addRows(form, theirs);
    this.#sent = unchanged ? textOf(form) : fields;
    if (unchanged) localStorage.removeItem(this.#key);
    else this.#keep(form);
  }

  #keep(form: HTMLFormElement) {
    const fields = textOf(form);
    if (fields === this.#sent) return;
    const base = form.querySelector<HTMLInputElement>("input[name=base]")?.value ?? "";
    const kept: Kept = { at: Date.now(), base, fields: wordsOf(form), sent: this.#pressed };
    try {
      localStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // No room, or storage is switched off: the page still says that it is not saved.
    }
  }

  /** Puts back what was not saved, upon what it began from: a change elsewhere since is met like any other. */
  #putBack(form: HTMLFormElement) {
    const kept = read(this.#key);
    if (!kept) return;
    const base = form.querySelector<HTMLInputElement>("input[name=base]");
    // What was sent by the button and has changed the saved part since is saved.
    const taken = kept.sent && base?.value !== kept.base;
    const old = Date.now() - kept.at > keptDays * dayMs;
    if (taken || old || JSON.stringify(kept.fields) === textOf(form)) {
      localStorage.removeItem(this.#key);
      return;
    }
    for (const input of form.elements) fillIn(input, kept.fields);
    base?.setAttribute("value", kept.base);
    this.#say("restored");
    this.#soon(form);
  }
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...new FormData(form)].flatMap(([name, value]): Field[] =>
    typeof value === "string" ? [[name, value]] : [],
  );
}

/** What was typed or ticked; which part it is and what it began from are no words of the reader. */
const wordsOf = (form: HTMLFormElement) => fieldsOf(form).filter(([name]) => name !== "base");
const textOf = (form: HTMLFormElement) => JSON.stringify(wordsOf(form));

function fillIn(input: Element, fields: Field[]) {
  if (input instanceof HTMLInputElement && (input.type === "checkbox" || input.type === "radio")) {
    input.checked = fields.some(([name, value]) => name === input.name && value === input.value);
    return;
  }
  const typed =
    input instanceof HTMLInputElement ||
    input instanceof HTMLTextAreaElement ||
    input instanceof HTMLSelectElement;
  if (!typed || input.type === "hidden") return;
  const found = fields.find(([name]) => name === input.name);
  if (found) input.value = found[1];
}

/** Takes over which fields are wrong and why; the field with the focus is left in peace until it is left. */
function patchErrors(form: HTMLFormElement, theirs: Element) {
  for (const field of form.querySelectorAll("[id]")) {
    const fresh = theirs.querySelector(`#${CSS.escape(field.id)}`);
    if (!fresh || !field.matches("input, select, textarea, fieldset")) continue;
    for (const name of ["aria-invalid", "aria-describedby"]) {
      const value = fresh.getAttribute(name);
      if (value === null) field.removeAttribute(name);
      else field.setAttribute(name, value);
    }
    const message = theirs.querySelector(`#${CSS.escape(field.id)}-error`);
    form.querySelector(`#${CSS.escape(field.id)}-error`)?.remove();
    if (message)
      (field.matches("fieldset") ? field : field.parentElement)?.append(document.importNode(message, true));
  }
}

/** A list that is full gets the empty rows that the server would draw. */
function addRows(form: HTMLFormElement, theirs: Element) {
  const last = [...form.querySelectorAll("[data-row]")].at(-1);
  if (!last) return;
  const more = [...theirs.querySelectorAll("[data-row]")].filter(
    (row) => row.id && !form.querySelector(`#${CSS.escape(row.id)}`),
  );
  last.after(...more.map((row) => document.importNode(row, true)));
}

customElements.define("save-as-you-go", SaveAsYouGo);

export {};
