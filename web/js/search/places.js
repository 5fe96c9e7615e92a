// Where folded words stand in a text: for marking what a reader sees.
import { fold } from "./words.js";

const UNEVEN = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/u;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Folds a text and says where in it each folded letter stands.
 * @param {string} text
 * @returns {{text: string, at: (place: number) => number}}
 */
export function foldedWithPlaces(text) {
  const plain = fold(text);
  if (plain.length === text.length && !UNEVEN.test(text)) return { text: plain, at: (place) => place };
  let whole = "";
  /** @type {number[]} */
  const places = [];
  for (const cluster of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const folded = fold(cluster[0]);
    for (let i = 0; i < folded.length; i++) places.push(cluster.index);
    whole += folded;
  }
  return { text: whole, at: (place) => places[place] ?? text.length };
}

/**
 * Cuts a text into pieces, those beginnings of words marked that begin with one of the folded `starts`.
 * @param {string} text
 * @param {string[]} starts
 * @returns {{text: string, marked: boolean}[]}
 */
export function pieces(text, starts) {
  const folded = foldedWithPlaces(text);
  /** @type {{text: string, marked: boolean}[]} */
  const all = [];
  let done = 0;
  for (const word of folded.text.matchAll(WORD)) {
    const fitting = starts.filter((start) => word[0].startsWith(start)).map((start) => start.length);
    if (fitting.length === 0) continue;
    const from = folded.at(word.index);
    const to = folded.at(word.index + Math.max(...fitting));
    if (from > done) all.push({ text: text.slice(done, from), marked: false });
    all.push({ text: text.slice(from, to), marked: true });
    done = to;
  }
  if (done < text.length) all.push({ text: text.slice(done), marked: false });
  return all;
}
