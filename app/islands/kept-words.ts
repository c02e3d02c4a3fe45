const keptDays = 30;
const afterMs = 800;
const dayMs = 86_400_000;

type Field = [name: string, value: string];
type Kept = { at: string; fields: Field[] };

/**
 * Keeps what is typed into the editor's form in this browser until a save has taken it, and offers it back after a
 * crash, a lost connection or a session that ran out. Putting back draws the form again through the server: versions
 * go along, so that what somebody else saved meanwhile is merged as ever. Without it the form works as it does.
 */
class KeptWords extends HTMLElement {
  #ended = new AbortController();
  #timer = 0;
  #typed = false;

  connectedCallback() {
    const form = document.querySelector<HTMLFormElement>(".editor-form");
    if (!form) return;
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    // What is on offer stays until it was taken or thrown away.
    const keep = () => this.#typed && this.hidden && this.#keep(form);
    form.addEventListener(
      "input",
      () => {
        this.#typed = true;
        clearTimeout(this.#timer);
        this.#timer = window.setTimeout(keep, afterMs);
      },
      { signal },
    );
    form.addEventListener("submit", keep, { signal });
    addEventListener("pagehide", keep, { signal });
    // A form that came back with an error or a merge holds the words itself.
    if (this.dataset.fresh !== undefined) this.#look(form);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#ended.abort();
  }

  get #key() {
    return `fairway-kept-${this.dataset.of ?? ""}`;
  }

  #keep(form: HTMLFormElement) {
    try {
      localStorage.setItem(
        this.#key,
        JSON.stringify({ at: new Date().toISOString(), fields: fieldsOf(form) }),
      );
    } catch {
      // No room, or storage is switched off: the form still asks before it is left.
    }
  }

  #drop() {
    localStorage.removeItem(this.#key);
    this.hidden = true;
  }

  #look(form: HTMLFormElement) {
    const kept = read(this.#key);
    if (!kept) return;
    const old = Date.now() - Date.parse(kept.at) > keptDays * dayMs;
    if (old || said(kept.fields) === said(fieldsOf(form))) return this.#drop();
    const time = this.querySelector("time");
    if (time) {
      const format = new Intl.DateTimeFormat(this.dataset.locale, {
        dateStyle: "medium",
        timeStyle: "short",
      });
      time.dateTime = kept.at;
      time.textContent = format.format(new Date(kept.at));
    }
    const back = this.querySelector("form");
    for (const [name, value] of kept.fields) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      back?.append(input);
    }
    const drop = () => this.#drop();
    this.querySelector("[data-drop]")?.addEventListener("click", drop, { signal: this.#ended.signal });
    this.hidden = false;
  }
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** The form's words and what they began from; files and buttons are no part of it. */
function fieldsOf(form: HTMLFormElement): Field[] {
  return [...new FormData(form)].flatMap(([name, value]): Field[] =>
    typeof value === "string" && /^(en|zh)\./.test(name) ? [[name, value]] : [],
  );
}

/** The words alone, as a save stores them: without spaces around them, versions and empty rows of sources. */
function said(fields: Field[]): string {
  const words = fields
    .filter(([name, value]) => value.trim() !== "" && !/\.(version|base)$/.test(name))
    .map(([name, value]) => [name.replace(/\[\d+\]/, ""), value.replace(/\s+/g, " ").trim()]);
  return JSON.stringify(words);
}

customElements.define("kept-words", KeptWords);
