// What the theme's scripts repeat of the engine, because titles, marks and a search service cannot wait for it: folding,
// the other keyboard layout, the grammar of queries. The tables are the engine's own tests, and the engine itself.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { chunksOf } from "../../web/js/search/grammar.js";
import { fold, otherLayout, wordsOf } from "../../web/js/search/words.js";
import { FOLDERS } from "./portal.mjs";
import { Engine } from "./wasm.mjs";

/** The cases of a test of the engine: what it is given and what comes of it, nothing where there is none. */
async function cases(file, call) {
  const source = await readFile(new URL(`../../crates/search/src/${file}`, import.meta.url), "utf8");
  const text = '"((?:[^"\\\\]|\\\\.)*)"';
  const found = source.matchAll(new RegExp(`assert_eq!\\(${call}\\(${text}\\)(?:\\.as_deref\\(\\))?, (?:Some\\(${text}\\)|${text}|None)`, "g"));
  const read = (rust) => rust?.replace(/\\u\{(\w+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16))).replace(/\\(.)/g, "$1") ?? null;
  const all = [...found].map(([, given, some, plain]) => [read(given), read(some ?? plain)]);
  assert.ok(all.length >= 5, `${file}: only ${all.length} cases were read`);
  return all;
}

test("texts are folded as in the engine", async () => {
  for (const [given, folded] of await cases("text/fold.rs", "fold")) assert.equal(fold(given), folded, given);
});

test("the other layout is read as in the engine", async () => {
  for (const [given, other] of await cases("query/keyboard.rs", "other_layout")) assert.equal(otherLayout(given), other, given);
});

test("queries are taken apart as in the engine", async () => {
  const shown = ({ text, phrase, exact, minus, last }) => {
    const quote = phrase ? '"' : "";
    return `${minus ? "-" : ""}${exact ? "=" : ""}${quote}${text}${quote}${last ? "…" : ""}`;
  };
  for (const [given, parts] of await cases("query/parse.rs", "shown")) assert.equal(chunksOf(given).map(shown).join(" | "), parts, given);
});

test("words are those of the engine", async () => {
  const engine = await Engine.open(pathToFileURL(FOLDERS.top + "/search/"));
  const texts = [
    "Учёба методистов РАЙОННОГО центра", "Е\u0308жик и\u0306од за\u0301мок мето\u00adдика", "план\u200bработы \ufeffотчёт",
    "«Площадка», (наставничество): итоги!", "ID Straße ΣΊΣΥΦΟΣ İstanbul", "школа №5", "2026/2027", "учебно-методический 3.2.5 273-ФЗ",
  ];
  for (const text of texts) {
    const forms = (await engine.stems(text)).map(({ form }) => form);
    // The engine has marks whole besides; of their parts it has the same.
    for (const word of wordsOf(text)) assert.ok(forms.includes(word), `${text}: «${word}» is not among ${forms.join(" ")}`);
    const parts = new Set(forms.flatMap((form) => wordsOf(form)));
    assert.deepEqual([...parts].sort(), [...new Set(wordsOf(text))].sort(), text);
  }
});
