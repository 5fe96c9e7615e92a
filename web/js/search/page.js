// The search page: what is asked stands in the address, what is found below the field, as one types.
import { STEP, isNarrowed, read, requestOf, write } from "./address.js";
import { createSearch } from "./client.js";
import { find, isPlainClick, make } from "./dom.js";
import { Face } from "./face.js";
import { Panel } from "./facets.js";
import { hitRow, titleRow } from "./results.js";
import { notes, nothing, trouble } from "./said.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./fault.js").SearchFault} SearchFault */
/** @typedef {import("./address.js").Question} Question */

/** Typing this quickly asks nothing in between. */
const PAUSE = 160;
/** What is answered within this time shows no progress. */
const QUICK = 250;
/** After this time titles answer while the engine is on its way. */
const PATIENT = 600;

const root = find("#search", HTMLElement);
const form = find("main form[role=search]", HTMLFormElement);
const input = find("input[type=search]", HTMLInputElement, form);
const status = find("#search-status", HTMLElement);
const told = find("#search-told", HTMLElement);
const progress = find("#search-progress", HTMLElement);
const said = find("#search-said", HTMLElement);
const results = find("#search-results", HTMLElement);
const list = find("#search-hits", HTMLOListElement);
const more = find("#search-more", HTMLButtonElement);
const empty = find("#search-nothing", HTMLElement);
const filters = find("#search-filters", HTMLDetailsElement);
const done = find("#search-done", HTMLButtonElement);
const ways = find("#search-ways", HTMLElement);
const sorts = find("#search-sort", HTMLFieldSetElement);

const face = new Face(find("#search-face", HTMLTemplateElement), document.documentElement.lang);
const panel = new Panel(filters, find("#search-chips", HTMLElement), face, (next) => go(next, "push"));
const search = createSearch(new URL(root.dataset.base ?? "./", location.href), { ...endpointOf(root.dataset), facets: panel.ids });
const bareTitle = document.title;

let question = read(new URLSearchParams(location.search), panel.ids);
let turn = 0;
/** Whether the newest entry of the history is a question still being typed. */
let typing = false;
let shown = 0;
let failed = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/**
 * @param {DOMStringMap} data
 * @returns {{endpoint?: import("./types.js").Endpoint}}
 */
function endpointOf({ endpointKind: kind, endpointUrl: url }) {
  return url && (kind === "quickwit" || kind === "opensearch") ? { endpoint: { kind, url } } : {};
}

/**
 * Asks another question and writes it into the address. What is typed in one go is one step of the back button.
 * @param {Question} next
 * @param {"push" | "type" | "more"} how
 */
function go(next, how) {
  const bare = location.search === "";
  const address = location.pathname + write(next);
  if (how === "more" || (how === "type" && (typing || bare))) history.replaceState({ scroll: scrollY }, "", address);
  else if (write(next) !== location.search) history.pushState({ scroll: scrollY }, "", address);
  typing = how === "type";
  question = next;
  ask(how === "more" ? "more" : "new");
}

/** Shows the question where it is typed and chosen. */
function showQuestion() {
  if (input.value.trim() !== question.text.trim()) input.value = question.text;
  for (const radio of sorts.querySelectorAll("input")) radio.checked = radio.value === question.sort;
  const text = question.text.trim();
  document.title = text ? `${face.say("quoted", { q: text })} — ${bareTitle}` : bareTitle;
  panel.show(question);
}

/**
 * Asks the engine and shows what it says.
 * @param {"new" | "more" | "back"} how
 */
async function ask(how) {
  clearTimeout(pause);
  const now = ++turn;
  const bare = !question.text.trim() && !isNarrowed(question) && question.sort === "relevance";
  showQuestion();
  const waits = wait(now, how !== "more" && !bare);
  const offset = how === "more" ? shown : 0;
  // Without a question only the counts are wanted: what there is to choose from.
  const asked = bare ? { ...question, sort: /** @type {const} */ ("date") } : question;
  try {
    const answer = await search.search(requestOf(asked, { offset, limit: bare ? 1 : STEP * question.page - offset }));
    if (now !== turn) return;
    if (how === "more" && answer.fault) throw answer.fault;
    failed = false;
    panel.show(question, answer);
    if (bare) exchange(() => welcome(answer));
    else if (offset === 0) exchange(() => show(answer, 0));
    else show(answer, offset);
    if (how === "back") scrollTo(0, history.state?.scroll ?? 0);
  } catch (fault) {
    if (now === turn && !(fault instanceof Error && fault.name === "AbortError")) fail(/** @type {SearchFault} */ (fault), how);
  } finally {
    waits.forEach(clearTimeout);
    if (now === turn) settle();
  }
}

/** The answer is there, or what there is instead of one. */
function settle() {
  busy(false);
  if (!root.classList.contains("is-waiting")) return;
  root.classList.remove("is-waiting");
  // Put anew, parts appear where they now stand instead of moving there under the reader's eyes.
  for (const part of results.children) if (!part.contains(document.activeElement)) part.replaceWith(part);
}

/**
 * Shows that the answer takes its time: first a line that moves, then titles that have it already.
 * @param {number} now
 * @param {boolean} titles
 */
function wait(now, titles) {
  const whileWaiting = (/** @type {() => void} */ task) => () => now === turn && task();
  return [
    setTimeout(whileWaiting(() => busy(true)), QUICK),
    setTimeout(whileWaiting(() => titles && showTitles(now)), PATIENT),
  ];
}

/** @param {boolean} on */
function busy(on) {
  progress.hidden = !on;
  results.setAttribute("aria-busy", String(on));
}

/** @param {number} now */
async function showTitles(now) {
  const found = question.text.trim() ? await search.suggest(question.text, STEP).catch(() => []) : [];
  if (now !== turn || results.getAttribute("aria-busy") !== "true") return;
  tell(face.say(found.length > 0 ? "titles-first" : "loading"));
  if (found.length === 0) return;
  exchange(() => {
    clear();
    list.replaceChildren(...found.map(titleRow));
  });
}

/**
 * Shows a state of things, and has it read out.
 * @param {string} text
 */
function tell(text) {
  status.textContent = text;
  told.textContent = text;
}

/**
 * Shows something else in the place of what there was. The focus that stood on it goes to the same page in its new
 * row, or to the line that says what there is now.
 * @param {() => void} change
 */
function exchange(change) {
  const held = document.activeElement;
  const inside = results.contains(held) && held !== status;
  const page = held instanceof HTMLAnchorElement && list.contains(held) ? held.pathname : "";
  change();
  if (!inside || (held?.isConnected && !held.closest("[hidden]"))) return;
  const same = page && [...list.querySelectorAll("a")].find((link) => link.pathname === page);
  (same || status).focus({ preventScroll: true });
}

function clear() {
  said.replaceChildren();
  empty.replaceChildren();
  list.replaceChildren();
  more.hidden = true;
  sorts.hidden = true;
  root.classList.remove("is-bare");
}

/** @param {Answer} answer */
function welcome(answer) {
  clear();
  shown = 0;
  root.classList.add("is-bare");
  tell(answer.total > 0 ? face.count("welcome", answer.total) : "");
  if (answer.fault) said.append(trouble(answer.fault, "titles", face, () => ask("new")));
  done.textContent = face.say("done");
}

/**
 * @param {Answer} answer
 * @param {number} offset  how many rows are on the page already
 */
function show(answer, offset) {
  const rows = answer.hits.map((hit) => hitRow(hit, face));
  if (offset === 0) clear();
  list.append(...rows);
  shown = offset + rows.length;
  const left = answer.total - shown;
  more.hidden = left <= 0 || rows.length === 0;
  more.textContent = face.say("more", { n: Math.min(left, STEP) });
  sorts.hidden = answer.total < 2 || answer.from === "titles";
  tell(offset > 0 ? face.count("shown", answer.total, { shown }) : answer.total > 0 ? face.count("found", answer.total) : face.say("none"));
  done.textContent = answer.total > 0 ? face.count("results", answer.total) : face.say("done");
  if (offset > 0) return rows[0]?.querySelector("a")?.focus();
  const heard = isNarrowed(question) || question.sort === "date" ? "titles-unheard" : "titles";
  if (answer.from === "titles") said.append(trouble(answer.fault, heard, face, () => ask("new")));
  said.append(...notes(answer, question, face, asks));
  if (answer.total === 0) empty.append(...nothing(answer, question, isNarrowed(question), face, asks));
}

/**
 * @param {SearchFault} fault
 * @param {"new" | "more" | "back"} how
 */
function fail(fault, how) {
  failed = true;
  if (how === "more") {
    // What the reader has stays; the button asks once more.
    question = { ...question, page: question.page - 1 };
    history.replaceState({ scroll: scrollY }, "", location.pathname + write(question));
    return tell(face.say("failed-short"));
  }
  shown = 0;
  tell(face.say("failed-short"));
  exchange(() => {
    clear();
    said.append(trouble(fault, "nothing", face, () => ask("new")));
  });
}

/**
 * A link that asks another question.
 * @param {string} text
 * @param {Question} next
 */
function asks(text, next) {
  const link = make("a", { href: location.pathname + write(next) }, text);
  link.addEventListener("click", (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(next, "push");
    input.focus();
  });
  return link;
}

input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => typed("type"), PAUSE);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  typed("push");
  // The keyboard of a phone covers the answers.
  if (matchMedia("(pointer: coarse)").matches) input.blur();
});

/** @param {"push" | "type"} how */
function typed(how) {
  clearTimeout(pause);
  const same = input.value.trim() === question.text.trim();
  if (same && how === "push" && failed) ask("new");
  else if (!same) go({ ...question, text: input.value, literal: false, page: 1 }, how === "push" && typing ? "type" : how);
  if (how === "push") typing = false;
}

sorts.addEventListener("change", (event) => {
  const chosen = event.target instanceof HTMLInputElement ? event.target.value : "";
  go({ ...question, sort: chosen === "date" ? "date" : "relevance", page: 1 }, "push");
});

more.addEventListener("click", () => go({ ...question, page: question.page + 1 }, "more"));

done.addEventListener("click", () => {
  filters.open = false;
  status.focus();
  status.scrollIntoView({ block: "start" });
});

addEventListener("popstate", () => {
  const next = read(new URLSearchParams(location.search), panel.ids);
  // A jump within the page asks nothing.
  if (write(next) === write(question)) return history.state && scrollTo(0, history.state.scroll);
  typing = false;
  question = next;
  input.value = question.text;
  ask("back");
});

// Results come after the browser would have put the page where it was: the page does that itself.
history.scrollRestoration = "manual";
let resting = 0;
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(() => history.replaceState({ scroll: scrollY }, ""), 120);
}, { passive: true });

// The other ways stand beside the panel, where the results end.
results.append(ways);
root.hidden = false;
// What was typed before this script came is the question.
if (input.value.trim() && input.value.trim() !== question.text.trim()) {
  question = { ...question, text: input.value, literal: false, page: 1 };
  history.replaceState(history.state, "", location.pathname + write(question));
}
search.warm("titles");
search.warm("engine");
ask("back");
