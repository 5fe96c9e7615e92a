// What the tests of keeping have in common: for each of them a copy of the portal and a context, both fresh, and what the
// service worker keeps there.
import { readFile } from "node:fs/promises";
import { until } from "./portal.mjs";
import { ask, begin, withCopies } from "./search-portal.mjs";

/** @type {Awaited<ReturnType<import("./search-portal.mjs").openCopy>>} */
export let copy;
/** @type {import("playwright-core").BrowserContext} */
export let context;
let name = "nested";
withCopies((given) => ({ copy, context } = given), {}, () => name);

/** Has the tests of a file meet the portal with more pages, whose search is many files. */
export const onLarger = () => (name = "larger");

export const WORD = { text: "площадка" };

/** Visits a page and waits until it is kept, with all it is shown with. */
export async function visit(path, page) {
  page ??= await context.newPage();
  await page.goto(copy.url(path));
  await kept(page, path);
  await kept(page, "search/");
  return page;
}

/** A visited page that the service worker controls. */
export async function controlled(path = "/about/") {
  const page = await visit(path);
  await until(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), "no service worker");
  return page;
}

/** A controlled page in which a question has been asked, all that was fetched for it kept. */
export async function searched(question = WORD) {
  const page = await controlled();
  await page.reload();
  await begin(page, copy);
  await ask(page, question);
  await settled(page);
  return page;
}

/** Asks in a page that is loaded anew. */
export async function askAnew(page, question = WORD) {
  await page.reload();
  await begin(page, copy);
  return ask(page, question);
}

export const isKept = (page, path) => page.evaluate(async (url) => Boolean(await caches.match(url)), copy.url(path));
export const kept = (page, path) => until(() => isKept(page, path), `${path} is not kept`);
export const forgotten = (page, path) => until(async () => !(await isKept(page, path)), `${path} is still kept`);

/** A kept file as text. */
export const keptText = (page, path) => page.evaluate(async (url) => (await caches.match(url))?.text(), copy.url(path));

/** The paths of all that is kept, below the base where they lie there. */
export async function everything(page) {
  const paths = await page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((key) => caches.open(key)));
    const keys = await Promise.all(opened.map((cache) => cache.keys()));
    return keys.flat().map((request) => new URL(request.url).pathname);
  });
  return paths.map((path) => (path.startsWith(copy.base) ? path.slice(copy.base.length) : path));
}

/** Waits until every search file that the host was asked for is kept. */
export async function settled(page) {
  for (const path of new Set(copy.log)) if (/^search\/(?!previous\/)\w+[./]/.test(path)) await kept(page, path);
}

const WORKER = new URL("../../web/sw.js", import.meta.url);

/** Changes the service worker before it is there: what it is made of, for the published one has no such lines. */
export async function withWorker(from, to) {
  const text = await readFile(WORKER, "utf8");
  if (!text.includes(from)) throw new Error(`sw.js has no ${from}`);
  await copy.write("sw.js", text.replace(from, to));
}
