// Suggestions from titles and headings: from the first letters on, in few small files, and never waiting for letters
// that were typed before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openSearch, packed, suggest, withCopies } from "./search-portal.mjs";

let copy, context;
withCopies((given) => ({ copy, context } = given), { serviceWorkers: "block" });

const PAGES = [
  ["/a/", "Учёба методистов", "Новости"],
  ["/b/файл один/", "Методика и отчёты", "Материалы"],
];

/** Days from the reader's today. */
const away = (days) => Math.floor(Date.now() / 86_400_000) + days;

/** Gives the copy titles cut by first letters; the names of the files are their prefixes, written in numbers. */
async function cut(nodes, pages = PAGES) {
  const name = (prefix) => `n${[...prefix].map((letter) => letter.codePointAt(0)).join("-")}`;
  await copy.remove("search/titles");
  for (const [prefix, entries] of Object.entries(nodes)) {
    const path = `search/titles/${name(prefix)}.pack`;
    await copy.write("search/placeholder", "");
    await copy.move("search/placeholder", path);
    await copy.write(path, packed({ pages, entries }));
  }
  const names = Object.fromEntries(Object.keys(nodes).map((prefix) => [prefix, name(prefix)]));
  await copy.write("search/titles.pack", packed({ format: 2, nodes: names }));
  return (prefix) => `search/titles/${name(prefix)}.pack`;
}

const titles = (found) => found.map(({ title, heading }) => heading || title);
const ofSearch = (paths) => paths.filter((path) => path.startsWith("search/"));

test("suggestions come from the portal's own titles and lead to its pages", async () => {
  const page = await openSearch(context, copy);
  for (const typed of ["ПОЛОЖЕНИЕ о", "о положение", "положен", "gjkj;tybt"]) {
    const found = await suggest(page, typed);
    assert.ok(found.length > 2 && found.length <= 8, `${typed}: ${found.length}`);
    assert.ok(found.every(({ title, heading }) => /полож/i.test(title + heading)), JSON.stringify(found));
    assert.equal((await page.request.get(copy.origin + found[0].url)).status(), 200);
  }
  assert.equal((await suggest(page, "положение", 3)).length, 3);
  assert.deepEqual(await suggest(page, "  "), []);
  assert.deepEqual(await suggest(page, "цфывщ"), []);
});

test("words are folded as in the index; a heading is found by its own words with those of its title", async () => {
  await cut({ "": [[0], [1], [1, "p-1.2", "Отчёт школы"], [1, "p-2", "Отчёт за год"]] });
  const page = await openSearch(context, copy);
  assert.deepEqual(titles(await suggest(page, "УЧЕБА")), ["Учёба методистов"]);
  assert.deepEqual(titles(await suggest(page, "отчет ё")), []);
  assert.deepEqual(titles(await suggest(page, "отчё\u0301т")), ["Методика и отчёты", "Отчёт школы", "Отчёт за год"]);
  assert.deepEqual(titles(await suggest(page, "методика")), ["Методика и отчёты"]);
  const [{ url, anchor, kind }] = await suggest(page, "школы методика");
  assert.equal(url, "/imc/b/%D1%84%D0%B0%D0%B9%D0%BB%20%D0%BE%D0%B4%D0%B8%D0%BD/#p-1.2");
  assert.deepEqual([anchor, kind], ["p-1.2", "Материалы"]);
});

test("what is still to come stands before what is over, the next one first, and is found by what it is", async () => {
  const event = (url, title, from, state = "", over = 0) => [url, title, "Мероприятие", away(from), away(from), "заседание объединения", state, over];
  const pages = [
    event("/past/", "РМО математиков: итоги", -40, "завершено", 1),
    event("/late/", "РМО математиков: экзамен", 90, "запланировано"),
    event("/stale/", "РМО математиков: вчера", -2, "идёт запись"),
    event("/next/", "РМО математиков: план", 9, "идёт запись"),
    event("/off/", "РМО математиков: лыжи", 20, "отменено", 1),
    ["/hub/", "РМО математиков", "Объединение"],
  ];
  await cut({ "": pages.map((_, number) => [number]) }, pages);
  const page = await openSearch(context, copy);
  const urls = (found) => found.map(({ url }) => url.split("/").at(-2));
  assert.deepEqual(urls(await suggest(page, "рмо мат")), ["next", "late", "hub", "off", "stale", "past"]);
  assert.deepEqual(urls(await suggest(page, "заседание рмо мат")), ["next", "late", "off", "stale", "past"]);
  assert.deepEqual((await suggest(page, "заседание"))[0].occasion, { from: away(9), until: away(9), state: "идёт запись", over: false });
});

test("numbers are asked for as readers write them", async () => {
  await cut({ "": [[0], [1], [1, "p-3.2.5", "3.2.5. Порядок для 5 класса"], [1, "n", "Приказ № 133"]] });
  const page = await openSearch(context, copy);
  for (const typed of ["п.3.2.5", "п. 3.2", "пункт 3", "5-й класс", "для 5-го"]) {
    assert.deepEqual(titles(await suggest(page, typed)), ["3.2.5. Порядок для 5 класса"], typed);
  }
  for (const typed of ["приказ N 133", "приказ № 133", "n133"]) assert.deepEqual(titles(await suggest(page, typed)), ["Приказ № 133"], typed);
});

test("two rounds bring the first suggestions, and one file serves the letters that follow", async () => {
  const node = await cut({ м: [[0]], ме: [[1]], мето: [[1], [0]], у: [[0]] });
  const page = await openSearch(context, copy);
  copy.asked();
  assert.deepEqual(titles(await suggest(page, "методик")), ["Методика и отчёты"]);
  assert.deepEqual(ofSearch(copy.asked()), ["search/titles.pack", node("мето")]);
  assert.deepEqual(titles(await suggest(page, "методист")), ["Учёба методистов"]);
  assert.deepEqual(titles(await suggest(page, "уч методист")), ["Учёба методистов"], "the longest word decides");
  assert.deepEqual(copy.asked(), []);
  await suggest(page, "мет");
  assert.deepEqual(copy.asked(), [node("ме")]);
});

test("what is on its way for older letters is given up, what is still needed is not", async () => {
  const node = await cut({ м: [[0]], ме: [[1], [0]] });
  let delay = 10_000;
  copy.rule = (path) => (path === node("м") || path === node("ме") ? new Promise((done) => setTimeout(done, delay)) : null);
  const page = await openSearch(context, copy);
  await suggest(page, "ю");
  const given = page.waitForEvent("requestfailed", (request) => request.url().includes("/titles/"));
  const older = page.evaluate(() => window.search.suggest("м").catch((error) => error.name));
  await page.waitForRequest((request) => request.url().includes("/titles/"));
  delay = 300;
  const both = page.evaluate(() => Promise.all(["мет", "методи"].map((text) => window.search.suggest(text).catch((error) => error.name))));
  assert.equal(await older, "AbortError");
  assert.match((await given).url(), new RegExp(node("м")));
  const [stale, newest] = await both;
  assert.equal(stale, "AbortError");
  assert.equal(newest.length, 2);
  assert.equal(copy.asked().filter((path) => path === node("ме")).length, 1);
});

test("after a new publication suggestions go on", async () => {
  await cut({ м: [[0]], у: [[0]] });
  const page = await openSearch(context, copy);
  assert.equal((await suggest(page, "м")).length, 1);
  const node = await cut({ уч: [[0]] });
  copy.asked();
  assert.deepEqual(titles(await suggest(page, "учёба")), ["Учёба методистов"]);
  assert.deepEqual(ofSearch(copy.asked()).slice(-2), ["search/titles.pack", node("уч")]);
});

test("a failure is told and does not last", async () => {
  copy.rule = (path) => (path.startsWith("search/titles") ? "hang up" : null);
  const page = await openSearch(context, copy);
  const kind = await page.evaluate(() => window.search.suggest("положение").catch((fault) => fault.kind));
  assert.equal(kind, "network");
  copy.rule = () => null;
  assert.ok((await suggest(page, "положение")).length > 0);
});

test("titles that answer for the engine are not given up for letters typed meanwhile", async () => {
  const node = await cut({ п: [[1, "p", "Порядок"]], м: [[0], [1]] });
  let release = () => {};
  const held = new Promise((done) => (release = done));
  copy.rule = (path) => (path === node("п") ? held : null);
  const page = await openSearch(context, copy);
  await suggest(page, "ю");
  await page.evaluate(async () => {
    // Where there is no engine to be had, titles are asked at once.
    delete globalThis.WebAssembly;
    window.search.suggest("порядок").catch(() => {});
    window.answering = window.search.search({ text: "порядок" });
    await new Promise((done) => setTimeout(done));
  });
  // From now on both wait for the same file.
  const suggested = await suggest(page, "методика");
  release();
  const answer = await page.evaluate(() => window.answering);
  assert.equal(answer.from, "titles");
  assert.deepEqual(answer.hits.map((hit) => hit.title), ["Методика и отчёты"]);
  assert.equal(suggested.length, 1);
});
