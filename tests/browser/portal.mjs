// The built portal as the tests meet it: its folder, its base path, its pages, and a browser to look at them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { after, before } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

export const FOLDERS = {
  top: process.env.KABINET_TOP ?? resolve(import.meta.dirname, "../../target/ci/top-site"),
  nested: process.env.KABINET_NESTED ?? resolve(import.meta.dirname, "../../target/ci/nested-site"),
  /** With more pages, so that search is not one file. */
  larger: process.env.KABINET_LARGER ?? resolve(import.meta.dirname, "../../target/ci/larger-site"),
};

/** A machine that does other work besides may take so long to come to something, in milliseconds. */
const PATIENCE = 60_000;

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Reads the addresses of the site map: `{ base, paths }`, the paths below the base and beginning with `/`. */
export async function addresses(folder) {
  const map = await readFile(join(folder, "sitemap.xml"), "utf8");
  const all = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => new URL(found[1]).pathname);
  const base = all.reduce((shortest, path) => (path.length < shortest.length ? path : shortest));
  return { base, paths: all.map((path) => "/" + path.slice(base.length)).sort() };
}

/** Opens the portal built for one of the addresses: a server and its pages. */
export async function openPortal(name = "top") {
  const folder = FOLDERS[name];
  const { base, paths } = await addresses(folder);
  const server = await serve(folder, base);
  const url = (path) => server.origin + base + path.slice(1);
  return { folder, base, paths, origin: server.origin, url, close: server.close };
}

/**
 * Starts Debian's Chromium, or the one named by CHROMIUM. Its headless shell is the same engine without the windows
 * that nobody looks at here, for half the processor time.
 */
export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell", args: FLAGS });
}

/** Gives the tests of a file a browser and the portals of these names, as `{ browser, top, nested }`. */
export function withPortals(names, give) {
  const opened = [];
  let browser;
  before(async () => {
    for (const name of names) opened.push([name, await openPortal(name)]);
    browser = await openBrowser();
    await give({ browser, ...Object.fromEntries(opened) });
  });
  after(async () => {
    await browser?.close();
    for (const [, portal] of opened) portal.close();
  });
}

/** Does the work for all of them, some at the same time, each in one of the lanes: most of it is waiting. */
export async function together(all, work, lanes = 4) {
  const left = [...all];
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    while (left.length > 0) await work(left.shift(), lane);
  }));
}

/** Waits for a state of things. */
export async function until(condition, otherwise) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(String(otherwise));
}

/**
 * What axe has against a page, by all rules or by those named: `{ id, help, nodes }`. It is asked in the page itself and
 * for nothing else, which takes a quarter of the time: a frame would stay unseen, so there must be none.
 */
export async function violations(page, rules) {
  assert.equal(page.frames().length, 1, "a page with a frame, into which axe is not asked to look");
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"], runOnly: rules ?? RULES }).setLegacyMode();
  return (await axe.analyze()).violations;
}

/** Fails where axe has anything against a page, or it is wider than the window. */
export async function assertAccessible(page, where) {
  const found = await violations(page);
  assert.deepEqual(found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], where);
  const { wide, width } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, width: innerWidth }));
  assert.ok(wide <= width, `${where}: ${wide} px wide in a window of ${width}`);
}

/** Names the sort of page an address is: `home`, `events`, `events-entry`, `page`. */
export function sortOf(path) {
  const parts = path.split("/").filter(Boolean);
  if (parts.length === 0) return "home";
  if (path.endsWith(".html")) return parts.at(-1).replace(".html", "");
  return parts.length === 1 ? parts[0] : `${parts[0]}-entry`;
}

/** Picks one address of each sort, so that every template is met once; and the 404 page, which no map lists. */
export function oneOfEach(paths) {
  const chosen = new Map();
  for (const path of [...paths, "/404.html"]) {
    if (!chosen.has(sortOf(path))) chosen.set(sortOf(path), path);
  }
  return [...chosen].map(([sort, path]) => ({ sort, path }));
}

/** Opens a page and gathers what must not happen on it: errors, and requests that leave the site. */
export async function watched(context, origin) {
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => message.type() === "error" && troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")) troubles.push(`another origin: ${url}`);
  });
  page.on("response", (response) => response.status() >= 400 && troubles.push(`${response.status()}: ${response.url()}`));
  return { page, troubles };
}

/** Splits text into words: runs of letters or of digits, so that a space between `4.1` and `Центр` changes nothing. */
export function words(text) {
  return text.match(/\p{L}+|\p{N}+/gu) ?? [];
}
