// The words of the search page: the template keeps them in an inert element, translated; this finds them by name.
//
// `%name` in a text is a place for a value. A text that depends on a number stands there once for each
// plural form, behind a stroke: `found/few`. What is `other` stands for forms that are not there.

/** @typedef {Record<string, string | number>} Values */

/** The texts of a page. */
export class Face {
  /** @type {Map<string, string>} */
  #texts = new Map();
  #plural;
  #number;
  #day;

  /**
   * @param {HTMLTemplateElement} template
   * @param {string} language
   */
  constructor(template, language) {
    for (const text of template.content.querySelectorAll("[data-key]")) {
      if (text instanceof HTMLElement) this.#texts.set(text.dataset.key ?? "", text.textContent ?? "");
    }
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(language);
    this.#day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  }

  /**
   * Says a text.
   * @param {string} key
   * @param {Values} [values]
   * @returns {string}
   */
  say(key, values = {}) {
    const text = this.#texts.get(key) ?? "";
    return text.replace(/%(\w+)/g, (place, name) => {
      const value = values[name];
      return value === undefined ? place : typeof value === "number" ? this.#number.format(value) : value;
    });
  }

  /**
   * Says a text that depends on a number, `%n` in it.
   * @param {string} key
   * @param {number} n
   * @param {Values} [values]
   * @returns {string}
   */
  count(key, n, values = {}) {
    const form = `${key}/${this.#plural.select(n)}`;
    return this.say(this.#texts.has(form) ? form : `${key}/other`, { ...values, n });
  }

  /**
   * Writes a day given in days since 1970-01-01.
   * @param {number} days
   * @returns {{iso: string, text: string}}
   */
  day(days) {
    const date = new Date(days * 86_400_000);
    return { iso: date.toISOString().slice(0, 10), text: this.#day.format(date) };
  }
}
