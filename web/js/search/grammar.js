// The grammar of a query: words, `"phrases"`, `="exact phrases"`, `-minus`, as the engine has it
// (`crates/search/src/query/parse.rs`). It stands here once more because titles and a search service answer when there is
// no engine yet, or none to be had; a test has both read the same queries (`tests/browser/same-words.test.mjs`).

/**
 * A piece of a query between spaces or quotes.
 * @typedef {object} Chunk
 * @property {string} text
 * @property {boolean} phrase  stood in quotes
 * @property {boolean} exact   asked for in exactly this form
 * @property {boolean} minus   must not occur
 * @property {boolean} last    the reader may still be typing it
 */

/** @param {string | undefined} char */
const isLetter = (char) => char !== undefined && /[\p{Alphabetic}\p{N}]/u.test(char);
/** @param {string | undefined} char */
const isSpace = (char) => char !== undefined && /\s/u.test(char);
/** @param {string | undefined} char */
const isQuote = (char) => char !== undefined && "\"«“„”".includes(char);
/** @param {string | undefined} char */
const begins = (char) => isLetter(char) || isQuote(char);

/**
 * Takes a query apart.
 * @param {string} query
 * @returns {Chunk[]}
 */
export function chunksOf(query) {
  const chars = [...query];
  /** @type {Chunk[]} */
  const chunks = [];
  // A number sign with a space after it belongs to the next chunk.
  let sign = "";
  for (let at = 0; at < chars.length; ) {
    if (isSpace(chars[at])) {
      at++;
      continue;
    }
    const { chunk, next } = chunkAt(chars, at);
    if (isLetter([...chunk.text].find(isLetter))) chunks.push({ ...chunk, text: sign + chunk.text });
    sign = chunk.text.endsWith("№") ? "№" : "";
    at = next;
  }
  const last = chunks.at(-1);
  if (last) last.last = !isSpace(chars.at(-1)) && (!last.phrase || last.last);
  return chunks;
}

/**
 * Reads the chunk that begins here, and says where the next may.
 * @param {string[]} chars
 * @param {number} from
 * @returns {{ chunk: Chunk, next: number }}
 */
function chunkAt(chars, from) {
  let at = from;
  const minus = "-−–".includes(chars[at]) && (begins(chars[at + 1]) || (chars[at + 1] === "=" && begins(chars[at + 2])));
  if (minus) at++;
  const exact = chars[at] === "=" && begins(chars[at + 1]);
  if (exact) at++;
  // A quote at the very end opens nothing.
  const phrase = isQuote(chars[at]) && at + 1 < chars.length;
  const start = phrase ? at + 1 : at;
  const end = endOf(chars, phrase ? closes(chars[at]) : (char, place) => isSpace(char) || (place > at && "«„".includes(char)), start);
  const text = chars.slice(start, end).join("");
  return {
    chunk: { text: phrase ? text : withNumberSign(text, chars.slice(end)), phrase, exact, minus, last: phrase && end === chars.length },
    next: Math.max(phrase ? end + 1 : end, at + 1),
  };
}

/**
 * @param {string[]} chars
 * @param {(char: string, place: number) => boolean} ends
 * @param {number} start
 */
function endOf(chars, ends, start) {
  const found = chars.findIndex((char, place) => place >= start && ends(char, place));
  return found < 0 ? chars.length : found;
}

/** @param {string} open */
const closes = (open) => (/** @type {string} */ char) => (open === "«" ? "»" : open === "\"" ? "\"”“" : "“”\"").includes(char);

/**
 * Reads a Latin letter before a number as the number sign: `N 133`, `n133`.
 * @param {string} text
 * @param {string[]} after
 */
function withNumberSign(text, after) {
  const rest = /^n[^a-z]*$/i.test(text) ? text.slice(1) : null;
  const next = rest ? [...rest][0] : after.find((char) => !isSpace(char));
  return rest !== null && next !== undefined && /\d/.test(next) ? `№${rest}` : text;
}
