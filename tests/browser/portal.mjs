// The built portal as the tests meet it: its folder, its base path, its pages, and a browser to look at them.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

export const FOLDERS = {
  top: process.env.KABINET_TOP ?? resolve(import.meta.dirname, "../../target/ci/top-site"),
  nested: process.env.KABINET_NESTED ?? resolve(import.meta.dirname, "../../target/ci/nested-site"),
};

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

/** Starts Debian's Chromium, or the one named by CHROMIUM. */
export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
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
