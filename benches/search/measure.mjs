// How soon a reader has suggestions and results: kabinet next to Pagefind on the same pages, in Chromium.
//
//   node benches/search/measure.mjs --site "NAME=OUT,PAGEFIND" … [--runs 5] [--questions FILE] [--client OUT]
//     [--only cold|warm] [--contender kabinet|Pagefind]
//
// OUT is a built portal, PAGEFIND an index of its pages (`pagefind --site OUT --output-path PAGEFIND`). The client's
// scripts are taken from the portal `--client`, for a site may have a theme without them. Every cold sample
// has a browser context, and so a cache, of its own. Times run from the call to the answer, on a page whose scripts are
// loaded. Prints Markdown.
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { kabinet, pagefind } from "./contenders.mjs";
import { serve } from "./host.mjs";
import { LINES, slowLine, slowProcessor, workInWorker } from "./slow.mjs";
import { at, median, row, seconds, thousands } from "./figures.mjs";

const require = createRequire(new URL("../../tests/browser/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const { values } = parseArgs({
  options: {
    site: { type: "string", multiple: true },
    runs: { type: "string", default: "5" },
    questions: { type: "string", default: join(import.meta.dirname, "questions.txt") },
    client: { type: "string" },
    only: { type: "string" },
    contender: { type: "string" },
  },
});
const runs = Number(values.runs);
const contenders = [kabinet, pagefind].filter(({ name }) => name === (values.contender ?? name));
const questions = (await readFile(values.questions, "utf8")).split("\n").filter(Boolean);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/** Opens a page with a contender's script loaded, then slows it; runs `work` on it. */
async function sample(host, contender, { line = null, times = 1 }, work) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  let restore = async () => {};
  try {
    await page.goto(host.origin);
    await page.evaluate(contender.load, { origin: host.origin });
    await slowLine(page, line);
    restore = await slowProcessor(browser, times);
    host.sent();
    return await work(page);
  } finally {
    await restore();
    await context.close();
  }
}

/** Calls a function of the contender in the page and takes the time there. */
function timed(page, call, argument) {
  return page.evaluate(
    async ([call, argument]) => {
      const run = eval(`(${call})`);
      const start = performance.now();
      const value = await run(argument);
      return { value, time: performance.now() - start };
    },
    [call.toString(), argument],
  );
}

/** Medians over some first letters and some questions from an empty cache. */
async function cold(host, contender, condition) {
  const times = { suggest: [], search: [], ready: [] };
  const bytes = { suggest: [], search: [] };
  for (let run = 0; run < runs; run++) {
    const question = questions[(run * 7) % questions.length];
    const count = () => host.sent().reduce((sum, { bytes }) => sum + bytes, 0);
    await sample(host, contender, condition, async (page) => {
      times.suggest.push((await timed(page, contender.suggest, question.slice(0, 1))).time);
      bytes.suggest.push(count());
    });
    await sample(host, contender, condition, async (page) => {
      times.search.push((await timed(page, contender.search, question)).time);
      bytes.search.push(count());
    });
    await sample(host, contender, condition, async (page) => {
      await timed(page, contender.ready);
      times.ready.push((await timed(page, contender.search, question)).time);
    });
  }
  return { times, bytes };
}

/** Times of questions whose files are at hand. */
async function warm(host, contender, times) {
  const found = [];
  let factor = 1;
  await sample(host, contender, {}, async (page) => {
    await timed(page, contender.ready);
    for (const question of questions) await timed(page, contender.search, question);
    const before = await workInWorker(page);
    const restore = await slowProcessor(browser, times);
    try {
      factor = (await workInWorker(page)) / before;
      for (let pass = 0; pass < 2; pass++) {
        for (const question of questions) found.push((await timed(page, contender.search, question)).time);
      }
    } finally {
      await restore();
    }
  });
  return { found, factor };
}

async function open(site) {
  const [name, folders] = site.split(/=(.*)/s);
  const [out, index] = folders.split(",");
  const assets = resolve(values.client ?? out, "assets");
  const scripts = (await readdir(assets)).find((name) => name.startsWith("scripts."));
  const { module } = JSON.parse(await readFile(resolve(out, "search/index.json"), "utf8"));
  const host = await serve({ search: resolve(out, "search"), pagefind: resolve(index), client: join(assets, scripts, "js/search") }, module);
  return { name, host };
}

for (const site of values.site) {
  const { name, host } = await open(site);
  console.log(`\n### ${name}\n`);
  if (values.only !== "warm") await showCold(host);
  if (values.only !== "cold") await showWarm(host);
  host.close();
}
await browser.close();

async function showCold(host) {
  console.log(row("", "first suggestions", "bytes for them", "first results, nothing fetched", "bytes for them", "first results, search made ready"));
  console.log(row("---", "---", "---", "---", "---", "---"));
  for (const [label, line] of Object.entries(LINES)) {
    const times = label.includes("CPU") ? 6 : 1;
    for (const contender of contenders) {
      const { times: found, bytes } = await cold(host, contender, { line, times });
      const cells = [found.suggest, found.search, found.ready].map((list) => seconds(median(list)));
      const sizes = [bytes.suggest, bytes.search].map((list) => thousands(Math.max(...list)));
      console.log(row(`${contender.name}, ${label}`, cells[0], sizes[0], cells[1], sizes[1], cells[2]));
    }
  }
}

async function showWarm(host) {
  console.log("\n" + row("warm questions", "median, ms", "95th percentile, ms", "slowest, ms"));
  console.log(row("---", "---", "---", "---"));
  for (const times of [1, 6]) {
    for (const contender of contenders) {
      const { found, factor } = await warm(host, contender, times);
      const label = times === 1 ? contender.name : `${contender.name}, processor slowed ${factor.toFixed(1)} times`;
      console.log(row(label, ...[0.5, 0.95, 1].map((share) => at(found, share).toFixed(0))));
    }
  }
}
