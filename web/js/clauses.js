// Buttons beside the clauses of a regulation: one copies the address of a clause, the other its citation.
// They stand outside the text, whose element holds the source's words and nothing else.
import { find } from "./search/dom.js";

/** @typedef {{part: Element, section: boolean, number: string, button: HTMLButtonElement}} Clause */

const source = find("[data-source-text]", HTMLElement);
const tools = find(".clause-tools", HTMLElement);
const toast = find("#toast", HTMLElement);
const words = tools.dataset;
const citation = document.querySelector("#citation")?.textContent?.trim() ?? document.title;
const LINK = "M10 13a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 11a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1";

const clauses = [...source.querySelectorAll(".clause[id], .clause-section[id]")]
  .filter((part) => part.matches(".clause") || !part.querySelector(".clause"))
  .map((part) => {
    const section = !part.matches(".clause");
    const printed = part.querySelector(section ? ".section-number" : ".clause-number");
    const number = (printed?.textContent ?? part.id.replace(/^[a-z]-/, "")).replace(/[.\s]+$/, "").trim();
    return { part, section, number, button: document.createElement("button") };
  });

/**
 * @param {string | undefined} text
 * @param {string} number
 */
const said = (text, number) => (text ?? "").replace("%", number);

const quote = document.createElement("button");
quote.type = "button";
quote.className = "clause-quote";
quote.textContent = "«»";

for (const clause of clauses) {
  const { button } = clause;
  button.type = "button";
  button.className = "clause-link";
  button.dataset.clause = clause.part.id;
  button.setAttribute("aria-label", said(clause.section ? words.sectionLink : words.link, clause.number));
  button.append(drawing());
  button.addEventListener("click", () => copy(address(clause), said(words.copiedLink, clause.number)));
  button.addEventListener("focus", () => choose(clause));
}
tools.append(...clauses.map((clause) => clause.button));
tools.hidden = false;

/** @type {Clause | undefined} */
let current;
quote.addEventListener("click", () => {
  if (!current) return;
  const mark = said(current.section ? words.sectionMark : words.mark, current.number);
  copy(`${citation}, ${mark}`, said(words.copiedQuote, current.number));
});

source.addEventListener("pointerover", (event) => {
  const part = event.target instanceof Element && event.target.closest(".clause[id], .clause-section[id]");
  const clause = clauses.find((one) => one.part === part);
  if (clause) choose(clause);
});

/**
 * The citation button follows the clause that the pointer or the focus is at.
 * @param {Clause} clause
 */
function choose(clause) {
  if (clause === current || quote === document.activeElement) return;
  current?.button.classList.remove("is-current");
  current = clause;
  clause.button.classList.add("is-current");
  quote.setAttribute("aria-label", said(words.quote, clause.number));
  clause.button.after(quote);
  quote.style.top = clause.button.style.top;
}

/** @param {Clause} clause */
function address(clause) {
  const url = new URL(location.href);
  url.search = "";
  url.hash = clause.part.id;
  return url.href;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;
/**
 * @param {string} text
 * @param {string} done
 */
async function copy(text, done) {
  const copied = await write(text);
  toast.textContent = copied ? done : `${words.failed} ${text}`;
  toast.classList.add("is-shown");
  clearTimeout(fading);
  if (copied) fading = setTimeout(() => toast.classList.remove("is-shown"), 4000);
}

/** @param {string} text */
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeOldWay(text);
  }
}

/**
 * Without HTTPS browsers give no clipboard; a selected field does the same.
 * @param {string} text
 */
function writeOldWay(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "aside-text";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}

function drawing() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const attributes = { class: "icon", viewBox: "0 0 24 24", width: "20", height: "20", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", LINK);
  svg.append(path);
  return svg;
}

function place() {
  const top = tools.parentElement?.getBoundingClientRect().top ?? 0;
  for (const { part, button } of clauses) button.style.top = `${Math.round(part.getBoundingClientRect().top - top)}px`;
  if (current) quote.style.top = current.button.style.top;
}
place();
new ResizeObserver(place).observe(source);
document.fonts?.ready.then(place);
