// Words of a text as search folds them: NFC, lower case, ё as е, and nothing else; й stays й. The engine has all of this
// too, but titles answer before it has come, and found words are marked on pages that never fetch it: a test has both read
// the same texts (`tests/browser/same-words.test.mjs`).

/** Soft hyphens, zero-width characters and the stress mark carry no letter. */
const IGNORABLE = /[\u00ad\u200b-\u200d\u2060\ufeff\u0301]/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
const CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

/** One letter for one: a sigma at the end of a word is one like others, `İ` leaves no dot behind. @param {string} text */
export function fold(text) {
  return text.normalize("NFC").replace(IGNORABLE, "").replaceAll("Σ", "σ").replaceAll("İ", "i").toLowerCase().replaceAll("ё", "е");
}

/**
 * The folded words of a text, hyphenated ones and marks in parts.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return fold(text).match(WORD) ?? [];
}

/** What announces a number, and what ends an ordinal in digits: titles have the number alone. */
const BEFORE_NUMBERS = /(^|[\s«"(])(?:n|ст|п|пп|п\.п|пункт[а-я]*)\.?\s*(?=\d)/gi;
const AFTER_NUMBERS = /(\d)-(?:го|му|ми|ый|ой|ая|ое|ые|ую|ых|ым|ом|[йяеюхм])(?!\p{L})/giu;

/**
 * The folded words of a question to titles.
 * @param {string} text
 * @returns {string[]}
 */
export function askedWords(text) {
  return wordsOf(text.replace(BEFORE_NUMBERS, "$1").replace(AFTER_NUMBERS, "$1"));
}

/**
 * What was meant when the keyboard was in the other layout; nothing when both scripts were used or neither.
 * @param {string} text
 * @returns {string | null}
 */
export function otherLayout(text) {
  const latin = /[a-z]/i.test(text);
  const cyrillic = /[а-яё]/i.test(text);
  if (latin === cyrillic) return null;
  const [from, to] = latin ? [LATIN, CYRILLIC] : [CYRILLIC, LATIN];
  return [...text].map((letter) => to[from.indexOf(letter)] ?? letter).join("");
}

/** The reader's day, in days since 1970-01-01. */
export function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}
