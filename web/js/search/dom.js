// Making elements, in as few words as it takes. Texts go in as text nodes: nothing found is ever read as HTML.

/**
 * Makes an element with attributes and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Makes nodes of a text in pieces, the marked ones as `mark` elements.
 * @param {{text: string, marked: boolean}[]} fragments
 * @returns {(Node | string)[]}
 */
export function marked(fragments) {
  return fragments.map((piece) => (piece.marked ? make("mark", {}, piece.text) : piece.text));
}

/**
 * Finds an element that the page's template promises.
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 * @returns {Kind}
 */
export function find(selector, kind, within = document) {
  const element = within.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`${selector} is not on the page`);
  return element;
}

/**
 * Whether a click on a link asks for nothing but to follow it here.
 * @param {MouseEvent} event
 */
export function isPlainClick(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
