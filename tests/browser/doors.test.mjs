// The ways in: search without scripts, the page for lost addresses, feeds and maps, a portal below a folder.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { watched, withPortals } from "./portal.mjs";

let portal, nested, browser;
withPortals(["top", "nested"], (given) => ({ top: portal, nested, browser } = given));

test("without scripts the search page explains itself and offers the sections", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(portal.url("/search/"));
  const main = page.locator("main");
  assert.ok((await main.innerText()).length > 150, "the page says too little");
  assert.ok((await main.locator("a:visible").count()) >= 4, "the page offers no sections");
  const field = page.locator("main form input[name=q]");
  assert.equal(await field.count(), 1);
  assert.ok(await field.evaluate((input) => input.labels.length > 0 || input.hasAttribute("aria-label")), "the field has no name");
  await context.close();
});

test("pages can be read and walked without scripts", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(portal.url("/"));
  const links = await page.locator("header a, header nav a").evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.length >= 4, "the menu is not there without scripts");
  await context.close();
});

test("a lost address gets a page that helps", async () => {
  for (const site of [portal, nested]) {
    const page = await browser.newPage();
    const response = await page.goto(site.url("/such/a/page/was/never/here/"));
    assert.equal(response.status(), 404);
    const home = await page.locator("main a").evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
    assert.ok(home.includes(site.base), "no way home");
    assert.ok(home.includes(site.base + "search/") || (await page.locator("form[action$='/search/']").count()) > 0, "no way to the search");
    const styled = await page.evaluate(() => document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 0);
    assert.ok(styled, "the page has lost its style: its links must not depend on the address");
    await page.close();
  }
});

test("feeds and maps are well-formed and point into the site", async () => {
  const page = await browser.newPage();
  await page.goto(portal.url("/"));
  const names = (await readdir(portal.folder, { recursive: true })).filter((name) => name.endsWith(".xml") && !name.startsWith("."));
  assert.ok(names.includes("feed.xml") && names.includes("sitemap.xml"), names.join());
  for (const name of names) {
    const text = await readFile(join(portal.folder, name), "utf8");
    const read = await page.evaluate((xml) => {
      const tree = new DOMParser().parseFromString(xml, "application/xml");
      const error = tree.querySelector("parsererror")?.textContent ?? "";
      return { root: tree.documentElement.localName, error, entries: tree.querySelectorAll("entry").length };
    }, text);
    assert.equal(read.error, "", name);
    if (name.endsWith("feed.xml")) {
      assert.equal(read.root, "feed", name);
      assert.match(text, /<updated>\d{4}-\d\d-\d\dT/, name);
    }
  }
  const robots = await readFile(join(portal.folder, "robots.txt"), "utf8");
  assert.match(robots, /Sitemap: https:\/\/\S+\/sitemap\.xml/);
  await page.close();
});

test("browsers are told of the search, and phones of the portal, below a folder too", async () => {
  for (const site of [portal, nested]) {
    const page = await browser.newPage();
    await page.goto(site.url("/"));
    const [search, manifest] = await page.evaluate(() => ["search", "manifest"].map((rel) => document.querySelector(`link[rel=${rel}]`).href));
    const told = await (await page.request.get(search)).text();
    const template = await page.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, "text/xml");
      return read.querySelector("parsererror") ? "" : read.querySelector("Url").getAttribute("template");
    }, told);
    assert.equal(new URL(template.replace("{searchTerms}", "a")).pathname, new URL(site.url("/search/")).pathname);
    const { name, start_url: start, icons } = await (await page.request.get(manifest)).json();
    assert.ok(name && new URL(start, manifest).href === site.url("/"), start);
    assert.equal((await page.request.get(new URL(icons[0].src, manifest).href)).status(), 200);
    await page.close();
  }
});

/** What those who read data of a page need of each of its sorts. */
const NEEDED = {
  Event: ["name", "url", "startDate", "eventStatus"], Course: ["name", "url", "provider"], Legislation: ["name", "url"],
  LearningResource: ["name", "url"], Person: ["name", "url"], Organization: ["name", "url"], EducationalOrganization: ["name", "url"],
};
const DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/;

test("data in pages are whole: what their readers need, days as machines read them, whole addresses of pages that are there", async () => {
  const names = (await readdir(portal.folder, { recursive: true })).filter((name) => name.endsWith(".html"));
  const troubles = [];
  const sorts = new Set();
  for (const name of names) {
    for (const [, text] of (await readFile(join(portal.folder, name), "utf8")).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      const data = JSON.parse(text);
      sorts.add(data["@type"]);
      for (const key of NEEDED[data["@type"]] ?? ["of no known sort"]) if (!data[key]) troubles.push(`${name}: no ${key}`);
      for (const [key, value] of Object.entries(data)) {
        if (key.endsWith("Date") && !DAY.test(value)) troubles.push(`${name}: ${key} ${value}`);
        if (/^(start|end)Date$/.test(key) && Number.isNaN(Date.parse(value))) troubles.push(`${name}: ${key} ${value}`);
      }
      if (data.url && new URL(data.url).pathname !== `/${name.replace(/index\.html$/, "")}`) troubles.push(`${name}: ${data.url}`);
      if (data["@context"] !== "https://schema.org") troubles.push(`${name}: ${data["@context"]}`);
    }
  }
  assert.deepEqual(troubles, []);
  assert.deepEqual([...sorts].filter((sort) => sort !== "Place").sort(), Object.keys(NEEDED).sort());
});

test("the portal works below a folder", async () => {
  assert.equal(nested.base, "/imc/");
  const context = await browser.newContext();
  const { page, troubles } = await watched(context, nested.origin);
  await page.goto(nested.url("/"));
  const menu = await page.locator("header nav a").evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  assert.ok(menu.length >= 4);
  for (const path of menu) {
    assert.ok(path.startsWith("/imc/"), path);
    await page.goto(nested.origin + path);
  }
  const family = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family.replaceAll('"', ""));
  });
  assert.ok(family.includes("Golos Text"), `fonts in use: ${family}`);
  assert.deepEqual(troubles, []);
  await context.close();
});

test("notices of what is inside are published", async () => {
  const text = await readFile(join(portal.folder, "licenses.txt"), "utf8");
  assert.match(text, /by-sa\/4\.0/i);
  assert.match(text, /Open Font License/);
});
