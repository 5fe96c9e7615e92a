// Marks the words that a search has found on the page it led to. The text itself stays as it is where the browser can
// paint without touching it; elsewhere the words are wrapped until the reader has them unmarked.
import { make } from "./dom.js";
import { foldedWithPlaces } from "./places.js";
import { fold } from "./words.js";

const NAME = "found";
const LONGEST = 24;
/** A word in a million places helps nobody. */
const MOST = 2000;
const LETTER = /[\p{L}\p{N}]/u;
const UNREAD = "nav, script, style, noscript, template, button, select, textarea, svg, .print-only, .toast, .marks";

/**
 * Marks what the address asks for, shows the bar, and goes to the first word when the address names no place.
 */
export function markFound() {
  const url = new URL(location.href);
  const words = [...new Set((url.searchParams.get("mark") ?? "").split(/\s+/).map(fold).filter(Boolean))].slice(0, LONGEST);
  const main = document.querySelector("main");
  const ranges = main && words.length > 0 ? rangesOf(main, words) : [];
  if (!main || ranges.length === 0) return forget();
  const { markLabel = "", markRemove = "" } = main.dataset;
  const button = make("button", { type: "button" }, markRemove);
  const text = make("p", {}, `${markLabel} `, make("strong", {}, shownForms(ranges).join(", ")));
  const bar = make("div", { class: "marks", role: "region", "aria-label": markLabel }, text, button);
  const wipe = paint(ranges);
  main.prepend(bar);
  const end = () => {
    wipe();
    bar.remove();
    removeEventListener("keydown", escape);
    forget();
  };
  const escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !event.defaultPrevented) end();
  };
  button.addEventListener("click", () => {
    end();
    main.focus({ preventScroll: true });
  });
  addEventListener("keydown", escape);
  if (!url.hash && isFresh()) show(ranges[0]);
}

/** The address stands for the page again, without what was looked for. */
function forget() {
  const url = new URL(location.href);
  url.searchParams.delete("mark");
  history.replaceState(history.state, "", url);
}

/** Whether the reader has just come here: a page gone back to keeps its place. */
function isFresh() {
  const [way] = performance.getEntriesByType("navigation");
  return !(way instanceof PerformanceNavigationTiming) || way.type === "navigate";
}

/** @param {Range} range */
function show(range) {
  for (let at = range.startContainer.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  const box = range.getBoundingClientRect();
  const seen = box.top >= 0 && box.bottom < innerHeight * 0.8;
  if (!seen) scrollTo({ top: Math.max(0, scrollY + box.top - innerHeight / 3) });
}

/**
 * The words as the page writes them, each once.
 * @param {Range[]} ranges
 */
function shownForms(ranges) {
  /** @type {Map<string, string>} */
  const forms = new Map();
  for (const range of ranges) {
    const text = range.toString();
    if (!forms.has(fold(text))) forms.set(fold(text), text);
  }
  return [...forms.values()].slice(0, 6);
}

/**
 * Finds the places of the words in the texts below an element.
 * @param {Element} root
 * @param {string[]} words  folded
 * @returns {Range[]}
 */
export function rangesOf(root, words) {
  /** @type {Range[]} */
  const ranges = [];
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  while (walker.nextNode() && ranges.length < MOST) {
    const node = walker.currentNode;
    for (const [from, to] of placesOf(node.nodeValue ?? "", longestFirst)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/**
 * Where the words stand whole in a text, in order and apart.
 * @param {string} text
 * @param {string[]} words  folded, the longest first
 * @returns {[number, number][]}
 */
function placesOf(text, words) {
  const folded = foldedWithPlaces(text);
  /** @type {[number, number][]} */
  const found = [];
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      const free = !found.some(([from, to]) => at < to && end > from);
      if (free && isWhole(folded.text, at, end)) found.push([at, end]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]).map(([from, to]) => [folded.at(from), folded.at(to)]);
}

/**
 * Whether a stretch of text is a word or a mark of its own: «3.2» is none within «3.2.5».
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function isWhole(text, from, to) {
  if (LETTER.test(text[from - 1] ?? "") || LETTER.test(text[to] ?? "")) return false;
  const digit = /\p{N}/u;
  const before = digit.test(text[from]) && /[.,]/.test(text[from - 1] ?? "") && digit.test(text[from - 2] ?? "");
  const after = digit.test(text[to - 1]) && /[.,]/.test(text[to] ?? "") && digit.test(text[to + 1] ?? "");
  return !before && !after;
}

/**
 * Paints ranges and says how to take the paint away.
 * @param {Range[]} ranges
 * @returns {() => void}
 */
function paint(ranges) {
  if ("highlights" in CSS && typeof Highlight === "function") {
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => void CSS.highlights.delete(NAME);
  }
  // From the last to the first: cutting a text in two moves only what comes after.
  const wrapped = ranges.reverse().map((range) => {
    const mark = make("mark", { class: NAME });
    range.surroundContents(mark);
    return mark;
  });
  ranges.reverse();
  return () => wrapped.forEach(unwrap);
}

/** @param {HTMLElement} mark */
function unwrap(mark) {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent?.normalize();
}
