// «Мой портал»: of what the page has, a reader is shown what concerns the subjects, levels, roles and associations that
// were chosen. The choice stands in the address, to be sent on, and in this browser; nobody else is told of it.
import { thisDay } from "./day.js";

/** @typedef {Map<string, Set<string>>} Choice what was chosen, by facets */

const KEY = `kabinet-mine ${new URL(".", location.href).pathname}`;

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.mine-form"));
const boxes = [...form.querySelectorAll("input")];
const details = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
const asked = /** @type {HTMLElement} */ (form.querySelector(".mine-asked"));
const said = /** @type {HTMLElement} */ (document.getElementById("mine-said"));
const other = /** @type {HTMLElement} */ (form.querySelector(".mine-other"));

/** The facets by the letters that stand for them in rows. @type {Record<string, string>} */
const FACETS = { s: "subjects", l: "levels", a: "audience", o: "associations" };

/** The boxes of one facet. @param {Element} box */
const group = (box) => /** @type {HTMLFieldSetElement} */ (box.closest("fieldset"));

/** What a press on a button does. @param {string} selector @param {() => void} act */
const button = (selector, act) => form.querySelector(selector)?.addEventListener("click", act);

/** What is chosen now, as the address says it. */
const query = () => new URLSearchParams(boxes.filter((box) => box.checked).map((box) => [group(box).name, box.value])).toString();

/** Chooses what a query says; of values that the page does not have nothing is known. @param {string} text */
function choose(text) {
  const wanted = new URLSearchParams(text);
  for (const box of boxes) box.checked = wanted.getAll(group(box).name).includes(box.value);
}

/** Reading and writing fail where a browser keeps nothing: then the address alone has the choice. */
function kept() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function keep() {
  try {
    if (query()) localStorage.setItem(KEY, query());
    else localStorage.removeItem(KEY);
  } catch {
    // The address has it.
  }
  other.hidden = true;
}

/** @returns {Choice} */
function choice() {
  const chosen = new Map();
  for (const box of boxes.filter((one) => one.checked)) {
    const { name } = group(box);
    chosen.set(name, (chosen.get(name) ?? new Set()).add(box.value));
  }
  return chosen;
}

/** What an item is about, by facets. @param {HTMLElement} item @returns {Choice} */
function about(item) {
  const facets = new Map();
  for (const one of (item.dataset.for ?? "").split(" ").filter(Boolean)) {
    const name = FACETS[one[0]];
    const value = one.slice(1);
    facets.set(name, (facets.get(name) ?? new Set()).add(value));
  }
  return facets;
}

/**
 * Whether an item concerns who chose this: it shares something with the choice and contradicts it in nothing. What names
 * nothing concerns everybody where that can be.
 * @param {Choice} facets @param {Choice} chosen @param {boolean} general
 */
function concerns(facets, chosen, general) {
  const both = [...chosen].filter(([name]) => facets.has(name));
  if (chosen.size === 0 || facets.size === 0) return general || chosen.size === 0;
  return both.length > 0 && both.every(([name, values]) => [...values].some((value) => facets.get(name)?.has(value)));
}

/** The name of the page that an item leads to. @param {HTMLElement} item */
const named = (item) => item.querySelector("a")?.pathname.split("/").at(-2) ?? "";

/** @param {Element} list @returns {HTMLElement[]} */
const items = (list) => /** @type {HTMLElement[]} */ ([...list.children]);

/** The last day on which an item is of use: that which it shows, where no other is told. @param {HTMLElement} item */
const until = (item) => item.dataset.to ?? item.querySelector("time")?.dateTime.slice(0, 10);

/** Shows of a list what concerns the reader; answers what fits. @param {HTMLElement} list @param {Choice} chosen */
function narrow(list, chosen) {
  const today = thisDay();
  const fits = items(list).filter((item) => (until(item) ?? today) >= today && concerns(about(item), chosen, "general" in list.dataset));
  const shown = new Set(fits.slice(0, Number(list.dataset.most)));
  for (const item of items(list)) item.hidden = !shown.has(item);
  const empty = list.parentElement?.querySelector(".mine-empty");
  if (empty instanceof HTMLElement) empty.hidden = shown.size > 0;
  return fits;
}

/** @param {string} id */
const list = (id) => /** @type {HTMLElement | null} */ (document.querySelector(`#${id} ul`));

function show() {
  const chosen = choice();
  asked.textContent = (chosen.size > 0 ? asked.dataset.change : asked.dataset.choose) ?? "";
  said.textContent = boxes.filter((box) => box.checked).map((box) => box.parentElement?.textContent?.trim()).join(" · ");
  // Who chose no association belongs to those that fit: meetings of others are not theirs.
  const guides = new Set(guiding(chosen.get("associations")));
  const associations = list("mine-associations");
  const own = associations ? narrow(associations, chosen) : [];
  if (chosen.size > 0 && own.length > 0) chosen.set("associations", new Set(own.map(named)));
  for (const id of ["mine-due", "mine-events", "mine-courses", "mine-materials"]) {
    const one = list(id);
    if (one) narrow(one, chosen);
  }
  const people = list("mine-people");
  if (people) {
    narrow(people, chosen);
    for (const item of items(people)) if (guides.has(named(item))) item.hidden = false;
  }
  calendars(chosen);
  hubs();
}

/** Who leads and guides the associations that a reader chose. @param {Set<string>} [names] */
function guiding(names) {
  const chosen = items(list("mine-associations") ?? form).filter((item) => names?.has(named(item)));
  return chosen.flatMap((item) => (item.dataset.people ?? "").split(" "));
}

/** The calendars of what was chosen. @param {Choice} chosen */
function calendars(chosen) {
  const wanted = new Set(["calendar-all"]);
  for (const [name, values] of chosen) {
    for (const value of values) wanted.add(name === "associations" ? `calendar-${value}` : `calendar-${name}-${value}`);
  }
  const offered = list("mine-calendars");
  for (const item of offered ? items(offered) : []) {
    item.hidden = !wanted.has(item.querySelector("a")?.hash.slice(1) ?? "");
  }
}

/** The pages that have all of what was chosen. */
function hubs() {
  const place = list("mine-hubs");
  const links = boxes.filter((box) => box.checked && group(box).dataset.at).map((box) => {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: group(box).dataset.at?.replace("%", box.value), textContent: box.parentElement?.textContent?.trim() });
    item.append(link);
    return item;
  });
  place?.replaceChildren(...links);
  if (place?.parentElement) place.parentElement.hidden = links.length === 0;
}

/** Writes the choice into the address, so that it can be sent on. */
function address() {
  history.replaceState(null, "", `${location.pathname}${query() && `?${query()}`}`);
}

function changed() {
  keep();
  address();
  show();
}

const mine = kept();
choose(location.search);
const given = query();
if (!given) choose(mine);
details.open = !query();
for (const one of details.querySelectorAll("details")) one.open ||= one.querySelector(":checked") !== null;
other.hidden = !given || !mine || given === mine;
form.hidden = false;
address();
show();
document.getElementById("mine")?.classList.add("is-ready");

form.addEventListener("change", changed);
button(".mine-done", () => (details.open = false));
button(".mine-keep", keep);
button(".mine-back", () => {
  choose(mine);
  changed();
});
button(".mine-forget", () => {
  choose("");
  changed();
});
