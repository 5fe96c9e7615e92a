// Found pages as a reader sees them: a title, what it is, and the places in it that answer.
import { make, marked } from "./dom.js";

/** @typedef {import("./types.js").PageHit} PageHit */
/** @typedef {import("./types.js").SectionHit} SectionHit */
/** @typedef {import("./types.js").Suggestion} Suggestion */
/** @typedef {import("./face.js").Face} Face */

/** More words than these would make an address too long to send. */
const MARKS = 12;

/**
 * Makes the row of a found page.
 * @param {PageHit} hit
 * @param {Face} face
 * @returns {HTMLLIElement}
 */
export function hitRow(hit, face) {
  const words = hit.words ?? [];
  const title = hit.title_fragments?.length ? marked(hit.title_fragments) : [hit.title];
  const row = make("li", { class: "hit" });
  row.append(about(hit, face));
  row.append(make("h3", { class: "card-title" }, make("a", { href: address(hit.url, words) }, ...title)));
  const [lead, ...rest] = split(hit.sections);
  if (lead) row.append(make("p", { class: "snippet" }, ...marked(lead.snippet)));
  if (rest.length > 0) row.append(make("ul", { class: "hit-places" }, ...rest.map((place) => placeRow(hit, place, words))));
  return row;
}

/**
 * Makes the row of a page known only by its titles.
 * @param {Suggestion} one
 * @returns {HTMLLIElement}
 */
export function titleRow(one) {
  const row = make("li", { class: "hit" });
  row.append(make("p", { class: "over" }, make("span", {}, one.kind)));
  row.append(make("h3", { class: "card-title" }, make("a", { href: one.url }, one.title)));
  if (one.heading) row.append(make("ul", { class: "hit-places" }, make("li", {}, make("a", { href: one.url }, one.heading))));
  return row;
}

/**
 * What leads a found page into the text: its lead without a link of its own, then its places.
 * @param {SectionHit[]} sections
 * @returns {[SectionHit | undefined, ...SectionHit[]]}
 */
function split(sections) {
  const lead = sections.find((one) => !one.anchor && one.snippet.length > 0);
  return [lead, ...sections.filter((one) => one.anchor)];
}

/**
 * @param {PageHit} hit
 * @param {Face} face
 */
function about(hit, face) {
  const line = make("p", { class: "over" }, make("span", {}, hit.kind_label));
  if (hit.date !== null && hit.date !== undefined) {
    const day = face.day(hit.date);
    line.append(" ", make("span", {}, make("time", { datetime: day.iso }, day.text)));
  }
  if (hit.standing === "past" && hit.state) line.append(" ", make("span", { class: "chip" }, hit.state));
  return line;
}

/**
 * @param {PageHit} hit
 * @param {SectionHit} place
 * @param {string[]} words
 */
function placeRow(hit, place, words) {
  const link = make("a", { href: address(place.url ?? hit.url, words) }, place.heading || `#${place.anchor}`);
  const row = make("li", {}, link);
  if (place.snippet.length > 0) row.append(make("p", { class: "snippet" }, ...marked(place.snippet)));
  return row;
}

/**
 * The address of a place, with the words to be marked there.
 * @param {string} link
 * @param {string[]} words
 */
function address(link, words) {
  const url = new URL(link, location.href);
  if (words.length > 0) url.searchParams.set("mark", words.slice(0, MARKS).join(" "));
  return url.href;
}
