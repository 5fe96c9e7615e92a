// What was meant when the keyboard was in the other layout: `vtnjlbrf` is `методика`.

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
const CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

/**
 * Rewrites a text in the other layout; nothing comes of one with letters of both or of neither.
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
