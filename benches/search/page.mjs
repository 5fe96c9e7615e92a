// What a reader waits for on the pages themselves, from an empty cache: scripts and styles of the page included.
//
//   node benches/search/page.mjs NAME=OUT … [--runs 5]
//
// OUT is a portal built with the theme, at the root of its host. First text: from going to the home page to the first
// text that is painted. First suggestions: from the first keystroke in the
// field of a page that has just loaded to the first option shown. First results: from going to the address of a
// search to the first found page shown. Prints Markdown.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { median, row, seconds } from "./figures.mjs";
import { LINES, slowLine, slowProcessor } from "./slow.mjs";
import { serve } from "../../tests/browser/server.mjs";

const require = createRequire(new URL("../../tests/browser/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const QUESTIONS = ["план работы методического центра", "аттестация педагогов", "рабочая программа", "наставничество", "семинар для учителей"];
const PATIENCE = 120_000;

const { values, positionals } = parseArgs({ options: { runs: { type: "string", default: "5" } }, allowPositionals: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/** Opens a page with an empty cache on a slowed line, lets `work` take its time, and returns that. */
async function sample(line, times, work) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto("about:blank");
  await slowLine(page, line);
  const restore = await slowProcessor(browser, times);
  try {
    return await work(page);
  } finally {
    await restore();
    await context.close();
  }
}

/** Goes to the home page and waits for its first text; the browser says when that was painted. */
async function firstText(page, origin) {
  await page.goto(`${origin}/`, { waitUntil: "load", timeout: PATIENCE });
  return page.evaluate(
    () => new Promise((done) => new PerformanceObserver((seen) => seen.getEntriesByName("first-contentful-paint").forEach((one) => done(one.startTime))).observe({ type: "paint", buffered: true })),
  );
}

/** Types the first letter and waits for the first option; the clock is the page's own. */
async function suggestions(page, origin, question) {
  await page.goto(`${origin}/`, { waitUntil: "load", timeout: PATIENCE });
  await page.evaluate(() => {
    const input = document.querySelector("main input[type=search]") ?? document.querySelector("header input[type=search]");
    input.addEventListener("input", () => (globalThis.typed ??= performance.now()), true);
    globalThis.shown = new Promise((done) => {
      const look = () => (globalThis.typed && document.querySelector("[role=option]")?.checkVisibility() ? done(performance.now()) : requestAnimationFrame(look));
      look();
    });
    input.focus();
  });
  await page.keyboard.type(question.slice(0, 1));
  return page.evaluate(async () => (await globalThis.shown) - globalThis.typed);
}

/** Goes to a search and waits for the first page found by the engine, not by titles. */
async function results(page, origin, question) {
  await page.goto(`${origin}/search/?q=${encodeURIComponent(question)}`, { waitUntil: "commit", timeout: PATIENCE });
  await page.waitForFunction(() => document.querySelector("#search-results mark"), undefined, { polling: "raf" });
  return page.evaluate(() => performance.now());
}

console.log(row("", "line", "first text of home", "first suggestions", "first full results"));
console.log(row("---", "---", "---", "---", "---"));
for (const site of positionals) {
  const [name, out] = site.split(/=(.*)/s);
  const host = await serve(resolve(out));
  for (const [label, line] of Object.entries(LINES)) {
    const times = label.includes("CPU") ? 6 : 1;
    const found = { text: [], suggestions: [], results: [] };
    for (let run = 0; run < Number(values.runs); run++) {
      const question = QUESTIONS[run % QUESTIONS.length];
      found.text.push(await sample(line, times, (page) => firstText(page, host.origin)));
      found.suggestions.push(await sample(line, times, (page) => suggestions(page, host.origin, question)));
      found.results.push(await sample(line, times, (page) => results(page, host.origin, question)));
    }
    const medians = [found.text, found.suggestions, found.results].map((times) => seconds(median(times)));
    console.log(row(name, label, ...medians));
  }
  host.close();
}
await browser.close();
