// What is said beside the results: corrections and the way back from them, words that are nowhere, faults, nothing found.
import { make } from "./dom.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./fault.js").SearchFault} SearchFault */
/** @typedef {import("./address.js").Question} Question */
/** @typedef {import("./face.js").Face} Face */
/** @typedef {(text: string, question: Question) => HTMLElement} Link  makes a link that asks another question */

/**
 * Says what was made of the words typed.
 * @param {Answer} answer
 * @param {Question} question
 * @param {Face} face
 * @param {Link} link
 * @returns {HTMLElement[]}
 */
export function notes(answer, question, face, link) {
  const said = [];
  const asked = question.text.trim();
  if (answer.corrected && answer.corrected !== asked) {
    const back = link(face.say("instead", { q: asked }), { ...question, literal: true, page: 1 });
    said.push(make("p", { class: "said said-corrected" }, ...around(face.say("corrected", { q: "\u0000" }), make("strong", {}, answer.corrected)), " ", back));
  } else if (question.literal && asked) {
    const again = link(face.say("literal-undo"), { ...question, literal: false, page: 1 });
    said.push(make("p", { class: "said" }, face.say("literal", { q: asked }), " ", again));
  }
  said.push(...besides(answer, question, face, link));
  said.push(...offers(answer, question, face, link));
  if (answer.unknown.length > 0 && answer.total > 0) {
    said.push(make("p", { class: "said" }, face.count("unknown", answer.unknown.length, { words: quoted(answer.unknown, face) })));
  }
  if (answer.relaxed) said.push(make("p", { class: "said" }, face.say("relaxed")));
  return said;
}

/**
 * Asks about words of the language that no page holds, a line for each: near words of the site, to be chosen.
 * @param {Answer} answer
 * @param {Question} question
 * @param {Face} face
 * @param {Link} link
 * @returns {HTMLElement[]}
 */
function offers(answer, question, face, link) {
  const all = answer.offers ?? [];
  return [...new Set(all.map((one) => one.from))].map((from) => {
    const near = all.filter((one) => one.from === from).map((one) => link(one.to, { ...question, text: one.query, page: 1 }));
    const listed = near.flatMap((one, at) => (at === 0 ? [one] : [", ", one]));
    return make("p", { class: "said said-offer" }, `${face.say("offer", { q: from })} `, ...listed, "?");
  });
}

/**
 * Says what was looked for beside the words typed, a line for each word, and offers to look for these words alone.
 * @param {Answer} answer
 * @param {Question} question
 * @param {Face} face
 * @param {Link} link
 * @returns {HTMLElement[]}
 */
function besides(answer, question, face, link) {
  /** @type {Map<string, Set<string>>} */
  const others = new Map();
  for (const { kind, from, to } of answer.corrections) {
    if (kind === "also" || kind === "synonym" || kind === "day") others.set(from, (others.get(from) ?? new Set()).add(to));
  }
  const lines = [...others].map(([from, to]) => make("p", { class: "said" }, face.say("also", { from, to: quoted([...to], face) })));
  // Where the whole query was corrected, the way back from that leads back from these as well.
  if (!answer.corrected) lines.at(-1)?.append(" ", link(face.say("only"), { ...question, literal: true, page: 1 }));
  return lines;
}

/**
 * Says that the full search could not answer, and what still did.
 * @param {SearchFault | undefined} fault
 * @param {"nothing" | "titles" | "titles-unheard"} answered  titles did, and did not hear all that was asked
 * @param {Face} face
 * @param {() => void} retry
 * @returns {HTMLElement}
 */
export function trouble(fault, answered, face, retry) {
  const titles = answered !== "nothing";
  const hopeless = fault?.kind === "unsupported";
  const text = titles ? (hopeless ? "titles-unsupported" : "titles-only") : hopeless ? "failed-unsupported" : "failed";
  const note = make("div", { class: titles ? "note" : "note note-warn" }, make("p", {}, face.say(text)));
  if (answered === "titles-unheard") note.append(make("p", {}, face.say("unheard")));
  if (!hopeless) {
    const again = make("button", { type: "button", class: "button again" }, face.say("retry"));
    again.addEventListener("click", retry);
    note.append(again);
  }
  return note;
}

/**
 * Says that nothing fits, and what to try.
 * @param {Answer} answer
 * @param {Question} question
 * @param {boolean} narrowed
 * @param {Face} face
 * @param {Link} link
 * @returns {HTMLElement[]}
 */
export function nothing(answer, question, narrowed, face, link) {
  const said = [];
  if (answer.unknown.length > 0) {
    said.push(make("p", {}, face.count("unknown", answer.unknown.length, { words: quoted(answer.unknown, face) })));
  }
  const near = (answer.suggestions ?? []).filter((one) => one !== question.text.trim());
  if (near.length > 0) {
    const list = make("ul", { class: "near" }, ...near.map((one) => make("li", {}, link(one, { ...question, text: one, literal: false, page: 1 }))));
    said.push(make("p", {}, face.say("near")), list);
  }
  const wider = { ...question, facets: new Map(), from: "", to: "", page: 1 };
  if (narrowed) said.push(make("p", {}, link(face.say("wider"), wider)));
  said.push(make("p", {}, face.say("nothing-hint")));
  return said;
}

/**
 * @param {string[]} words
 * @param {Face} face
 */
function quoted(words, face) {
  return words.map((word) => face.say("quoted", { q: word })).join(", ");
}

/**
 * Puts an element into the place that a text keeps for it.
 * @param {string} text
 * @param {Node} element
 * @returns {(Node | string)[]}
 */
function around(text, element) {
  const [before, after = ""] = text.split("\u0000");
  return [before, element, after];
}
