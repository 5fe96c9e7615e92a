// Suggestions under a search field: the combobox of the ARIA patterns. It is loaded when a reader comes to the field;
// the form around it works without it.
import { createSearch } from "./client.js";
import { make, marked } from "./dom.js";
import { pieces } from "./places.js";
import { today, wordsOf } from "./words.js";

const LIMIT = 8;
/** Typing this quickly asks nothing in between. */
const PAUSE = 60;
/** A count is said when typing rests. */
const REST = 500;

/** @typedef {import("./types.js").Suggestion} Suggestion */

/** @type {ReturnType<typeof createSearch> | undefined} */
let search;
let fields = 0;

/**
 * Gives a search field its suggestions.
 * @param {HTMLInputElement} input
 */
export function attach(input) {
  const form = input.form;
  if (!form || input.dataset.attached) return;
  input.dataset.attached = "true";
  search ??= createSearch(new URL(form.action));
  search.warm("titles");
  // Where a search service answers, the engine of the page before it is of no use.
  if (!("searchService" in document.documentElement.dataset)) whenIdle(() => search?.warm("engine"));
  new Field(input, form, search).ask();
}

/** @param {() => void} task */
function whenIdle(task) {
  const connection = /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection;
  if (connection?.saveData) return;
  if ("requestIdleCallback" in window) requestIdleCallback(task, { timeout: 4000 });
  else setTimeout(task, 1500);
}

/** One field with its list. The focus stays in the field; the list shows which option is meant. */
class Field {
  /** @type {{url: () => string, element: HTMLElement}[]} */
  #options = [];
  #active = -1;
  #asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;

  /**
   * @param {HTMLInputElement} input
   * @param {HTMLFormElement} form
   * @param {{suggest: (text: string, limit?: number) => Promise<Suggestion[]>}} source
   */
  constructor(input, form, source) {
    this.input = input;
    this.form = form;
    this.source = source;
    this.words = form.dataset;
    const id = `suggestions-${++fields}`;
    this.list = make("ul", { id, class: "suggestions", role: "listbox", "aria-label": this.words.list ?? "" });
    this.list.hidden = true;
    this.status = make("p", { class: "aside-text", role: "status" });
    form.append(this.list, this.status);
    input.setAttribute("aria-controls", id);
    this.#listen();
  }

  #listen() {
    this.input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.ask(), PAUSE);
    });
    this.input.addEventListener("focus", () => this.ask());
    this.input.addEventListener("click", () => this.#options.length === 0 && this.ask());
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    // The field keeps the focus whatever is pressed in the list.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#click(event));
    this.list.addEventListener("auxclick", (event) => event.button === 1 && this.#click(event));
    this.list.addEventListener("pointermove", (event) => {
      const at = this.#optionAt(event);
      if (at >= 0 && at !== this.#active) this.#choose(at, false);
    });
  }

  /** Asks for suggestions to what stands in the field. */
  async ask() {
    clearTimeout(this.#timer);
    const text = this.input.value.trim();
    const turn = ++this.#asked;
    const found = wordsOf(text).length > 0 ? await this.source.suggest(text, LIMIT).catch(() => []) : [];
    if (turn !== this.#asked) return;
    if (found.length === 0 || document.activeElement !== this.input) this.close();
    else this.#show(found, text);
    this.#say(text, found.length);
  }

  /**
   * @param {Suggestion[]} found
   * @param {string} text
   */
  #show(found, text) {
    const starts = wordsOf(text);
    const rows = found.map((one) => ({ url: () => one.url, element: row(one, starts) }));
    const whole = (this.words.all ?? "%q").replace("%q", () => text);
    rows.push({ url: () => this.#searchPage(), element: make("li", { class: "suggestion-all" }, whole) });
    for (const [at, { element }] of rows.entries()) {
      element.id = `${this.list.id}-${at}`;
      element.setAttribute("role", "option");
      element.setAttribute("aria-selected", "false");
    }
    this.#options = rows;
    this.#active = -1;
    this.list.replaceChildren(...rows.map((one) => one.element));
    if (this.list.hidden) this.#open();
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Shows the list; where it would open below the screen (magnified, or over a phone's keyboard), the field moves up. */
  #open() {
    this.list.hidden = false;
    const seen = visualViewport?.height ?? innerHeight;
    const fits = this.list.getBoundingClientRect().bottom <= seen;
    if (!fits && this.input.getBoundingClientRect().top > seen / 4) this.form.scrollIntoView({ block: "start" });
  }

  /** The search page for what stands in the field by now. */
  #searchPage() {
    const url = new URL(this.form.action);
    url.searchParams.set("q", this.input.value.trim());
    return url.href;
  }

  /** Takes the list away. */
  close() {
    this.#options = [];
    this.#active = -1;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const open = this.#options.length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) this.#step(event.key === "ArrowDown" ? 1 : -1);
      else this.ask();
    } else if (event.key === "Escape" && open) {
      // The first press closes the list, the second empties the field. What was typed just before is no longer asked:
      // its answer would open the list again.
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(this.#timer);
      this.#asked++;
      this.close();
    } else if (event.key === "Escape" && this.input.value) {
      event.preventDefault();
      event.stopPropagation();
      this.input.value = "";
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (event.key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      location.assign(this.#options[this.#active].url());
    } else if ((event.key === "Home" || event.key === "End") && this.#active >= 0) {
      // Both belong to the text: the list lets go.
      this.#choose(-1, false);
    }
  }

  /**
   * Moves to the next option; past the last one and before the first stands the field itself.
   * @param {number} by
   */
  #step(by) {
    const places = this.#options.length + 1;
    this.#choose(((this.#active + 1 + by + places) % places) - 1, true);
  }

  /**
   * @param {number} at
   * @param {boolean} scroll
   */
  #choose(at, scroll) {
    this.#options[this.#active]?.element.setAttribute("aria-selected", "false");
    this.#active = at;
    const option = this.#options[at]?.element;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    if (scroll) option.scrollIntoView({ block: "nearest" });
  }

  /** @param {Event} event */
  #optionAt(event) {
    return this.#options.findIndex((one) => event.target instanceof Node && one.element.contains(event.target));
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const option = this.#options[this.#optionAt(event)];
    if (!option) return;
    if (event.ctrlKey || event.metaKey || event.button === 1) window.open(option.url(), "_blank", "noopener");
    else location.assign(option.url());
  }

  /**
   * @param {string} text
   * @param {number} count
   */
  #say(text, count) {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      const form = new Intl.PluralRules(document.documentElement.lang).select(count);
      const words = count === 0 ? this.words.none : (this.words[form] ?? this.words.other);
      this.status.textContent = text && words ? words.replace("%n", String(count)) : "";
    }, REST);
  }
}

/**
 * The day on which it happens, and its state; a state that the day has overtaken is not told.
 * @param {Suggestion} one
 * @returns {string[]}
 */
function when({ occasion }) {
  if (!occasion) return [];
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  const day = format.format(new Date(occasion.from * 86_400_000));
  return [day, occasion.until < today() && !occasion.over ? "" : occasion.state];
}

/**
 * A suggestion as a row: the page or the place in it, then what it belongs to.
 * @param {Suggestion} one
 * @param {string[]} starts
 */
function row(one, starts) {
  const main = make("span", { class: "suggestion-title" }, ...marked(pieces(one.heading || one.title, starts)));
  const note = [one.kind, one.heading ? one.title : "", ...when(one)].filter(Boolean).join(" · ");
  return make("li", {}, main, " ", make("span", { class: "suggestion-note" }, note));
}
