// The panel that narrows the results: groups of boxes with counts, two dates; and the chips of what is chosen.
import { find, make } from "./dom.js";
import { withValue } from "./address.js";

/** @typedef {import("./address.js").Question} Question */
/** @typedef {import("./face.js").Face} Face */
/** @typedef {Record<string, Record<string, number>>} Counts */
/** @typedef {(next: Question) => void} Ask */

/** Values shown before «show all». */
const FEW = 8;

/** A year that is being typed passes through 0002 and 0020, and on to 20262. @param {HTMLInputElement} day */
const unfinished = (day) => day.value !== "" && !/^(19|2[01])\d\d-/.test(day.value);

/** One group of values: the page names it, the rest of it is made here, since nobody can use it without a script. */
class Group {
  /** @type {Map<string, {row: HTMLLIElement, box: HTMLInputElement, count: HTMLElement}>} */
  #rows = new Map();
  #all = false;

  /**
   * @param {HTMLDetailsElement} root
   * @param {Panel} panel
   */
  constructor(root, panel) {
    this.root = root;
    this.panel = panel;
    this.id = root.dataset.facet ?? "";
    const summary = find("summary", HTMLElement, root);
    this.label = summary.textContent ?? "";
    this.list = make("ul");
    this.chosen = make("span", { class: "facet-chosen" });
    this.more = make("button", { type: "button", class: "plain-button" });
    summary.append(" ", this.chosen);
    /** What values are called that are codes; others are called as they are. */
    this.names = new Map([...root.querySelectorAll("data")].map((name) => [name.value, name.textContent ?? ""]));
    root.className = "facet";
    root.hidden = true;
    root.replaceChildren(summary, make("fieldset", {}, make("legend", { class: "aside-text" }, this.label), this.list, this.more));
    this.more.addEventListener("click", () => {
      const next = [...this.list.children].find((row) => row instanceof HTMLElement && row.hidden);
      this.#all = true;
      this.#fold();
      next?.querySelector("input")?.focus();
    });
  }

  /**
   * Shows the counts of an answer and what is chosen. A group that only some kinds have stays away until most of
   * the results have it.
   * @param {Record<string, number>} counts
   * @param {string[]} chosen
   * @param {number} total
   * @param {boolean} counted  titles that answer alone count nothing, and nothing is said of numbers then
   */
  show(counts, chosen, total, counted) {
    counts = Object.assign(Object.create(null), counts);
    const values = [...new Set([...Object.keys(counts), ...chosen])];
    for (const value of values) if (!this.#rows.has(value)) this.#rows.set(value, this.#row(value));
    for (const [value, { row, box, count }] of this.#rows) {
      box.checked = chosen.includes(value);
      count.textContent = counted ? this.panel.face.say("number", { n: counts[value] ?? 0 }) : "";
      row.classList.toggle("is-empty", !counts[value] && !box.checked);
    }
    this.#order(values, counts, chosen);
    const covered = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const apart = "own" in this.root.dataset && chosen.length === 0 && covered * 2 < total;
    this.root.hidden = values.length === 0 || apart;
    this.chosen.textContent = chosen.length > 0 ? this.panel.face.say("facet-chosen", { n: chosen.length }) : "";
    if (chosen.length > 0) this.root.open = true;
  }

  /**
   * Rows under the reader's hands stay where they are; otherwise chosen and frequent values come first.
   * @param {string[]} values
   * @param {Record<string, number>} counts
   * @param {string[]} chosen
   */
  #order(values, counts, chosen) {
    const held = this.list.contains(document.activeElement) || this.list.matches(":hover");
    const present = new Set(values);
    if (!held) for (const value of [...this.#rows.keys()]) if (!present.has(value)) this.#rows.delete(value);
    const weight = (/** @type {string} */ value) => (this.id === "school_year" ? 0 : (counts[value] ?? 0));
    const sorted = held ? [...this.#rows.keys()] : [...this.#rows.keys()].sort((a, b) =>
      Number(chosen.includes(b)) - Number(chosen.includes(a)) || weight(b) - weight(a) || this.#compare(a, b));
    const rows = sorted.flatMap((value) => this.#rows.get(value)?.row ?? []);
    const same = rows.length === this.list.children.length && rows.every((row, at) => this.list.children[at] === row);
    if (!same && !held) this.list.replaceChildren(...rows);
    else if (!same) this.list.append(...rows.filter((row) => row.parentNode !== this.list));
    this.#fold();
  }

  /**
   * Years run backwards, words by the alphabet.
   * @param {string} a
   * @param {string} b
   */
  #compare(a, b) {
    return this.id === "school_year" ? b.localeCompare(a) : this.called(a).localeCompare(this.called(b));
  }

  /** Hides what goes beyond a few, but nothing that is chosen. */
  #fold() {
    const rows = [...this.list.children];
    const hidden = this.#all || rows.length <= FEW + 1 ? [] : rows.slice(FEW);
    for (const row of rows) {
      if (row instanceof HTMLElement) row.hidden = hidden.includes(row) && !row.querySelector("input:checked");
    }
    this.more.hidden = hidden.length === 0;
    this.more.textContent = this.panel.face.say("facet-all", { n: rows.length });
  }

  /** @param {string} value */
  called(value) {
    return this.names.get(value) ?? value;
  }

  /** @param {string} value */
  #row(value) {
    const box = make("input", { type: "checkbox", value });
    const count = make("span", { class: "count" });
    const row = make("li", {}, make("label", {}, box, make("span", {}, this.called(value)), " ", count));
    box.addEventListener("change", () => this.panel.choose(this.id, value, box.checked));
    return { row, box, count };
  }
}

/** The whole panel. */
export class Panel {
  /** @type {Question | undefined} */
  #question;
  /** @type {{facets: Counts, total: number, from?: string}} */
  #answer = { facets: {}, total: 0 };

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} chips
   * @param {Face} face
   * @param {Ask} ask
   */
  constructor(root, chips, face, ask) {
    this.chips = chips;
    this.face = face;
    this.ask = ask;
    /** @type {Group[]} */
    this.groups = [];
    for (const group of root.querySelectorAll("details[data-facet]")) {
      if (group instanceof HTMLDetailsElement) this.groups.push(new Group(group, this));
    }
    this.from = find("input[name=from]", HTMLInputElement, root);
    this.to = find("input[name=to]", HTMLInputElement, root);
    for (const day of [this.from, this.to]) {
      day.addEventListener("change", () => !unfinished(day) && this.#dates());
      day.addEventListener("blur", () => unfinished(day) && this.#question && this.show(this.#question));
    }
    this.summary = find(".filters-chosen", HTMLElement, root);
  }

  /** The ids of the facets, in the order of the panel. */
  get ids() {
    return this.groups.map((group) => group.id);
  }

  /**
   * Shows a question, and the counts of its answer when there is one.
   * @param {Question} question
   * @param {{facets: Counts, total: number, from: string}} [answer]
   */
  show(question, answer) {
    this.#question = question;
    this.#answer = answer ?? this.#answer;
    const { facets, total, from } = this.#answer;
    const counted = from !== undefined && from !== "titles";
    for (const group of this.groups) group.show(facets[group.id] ?? {}, question.facets.get(group.id) ?? [], total, counted);
    for (const [day, value] of /** @type {const} */ ([[this.from, question.from], [this.to, question.to]])) {
      if (day.value !== value && document.activeElement !== day) day.value = value;
    }
    const chosen = this.#chosen(question);
    this.summary.textContent = chosen.length > 0 ? this.face.say("facet-chosen", { n: chosen.length }) : "";
    this.#chips(chosen, question);
  }

  /**
   * @param {string} facet
   * @param {string} value
   * @param {boolean} on
   */
  choose(facet, value, on) {
    if (this.#question) this.ask(withValue(this.#question, facet, value, on));
  }

  #dates() {
    if (this.#question) this.ask({ ...this.#question, from: this.from.value, to: this.to.value, page: 1 });
  }

  /**
   * Everything chosen, each with the question that is left without it.
   * @param {Question} question
   * @returns {{text: string, without: Question}[]}
   */
  #chosen(question) {
    const all = this.groups.flatMap((group) => (question.facets.get(group.id) ?? []).map((value) => {
      const text = `${group.label}: ${group.called(value)}`;
      return { text, without: withValue(question, group.id, value, false) };
    }));
    const day = (/** @type {string} */ iso) => this.face.day(Date.parse(`${iso}T00:00:00Z`) / 86_400_000).text;
    if (question.from) all.push({ text: this.face.say("since", { date: day(question.from) }), without: { ...question, from: "", page: 1 } });
    if (question.to) all.push({ text: this.face.say("until", { date: day(question.to) }), without: { ...question, to: "", page: 1 } });
    return all;
  }

  /**
   * @param {{text: string, without: Question}[]} chosen
   * @param {Question} question
   */
  #chips(chosen, question) {
    const place = [...this.chips.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
    const items = chosen.map(({ text, without }) => this.#chip(text, this.face.say("remove", { what: text }), without));
    if (chosen.length > 1) items.push(this.#chip(this.face.say("clear"), "", { ...question, facets: new Map(), from: "", to: "", page: 1 }));
    this.chips.replaceChildren(...items);
    this.chips.hidden = items.length === 0;
    // The focus that was on a removed chip goes to the next one, at last to the panel.
    if (place < 0) return;
    const next = this.chips.querySelectorAll("button")[Math.min(place, items.length - 1)];
    if (next) next.focus();
    else document.querySelector("main")?.focus();
  }

  /**
   * @param {string} text
   * @param {string} name
   * @param {Question} without
   */
  #chip(text, name, without) {
    const button = make("button", { type: "button", class: name ? "choice" : "choice choice-clear" }, make("span", {}, text));
    if (name) {
      button.setAttribute("aria-label", name);
      button.append(make("span", { class: "cross", "aria-hidden": "true" }));
    }
    button.addEventListener("click", () => this.ask(without));
    return make("li", {}, button);
  }
}
