// The second judge: Debian's Firefox, driven over WebDriver BiDi. What readers do with scripts works there as well: search,
// suggestions, the menu, the calendar, «Мой портал», how pages are shown.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import puppeteer from "puppeteer-core";
import { openPortal, until } from "./portal.mjs";

const PHONE = { width: 360, height: 740 };

let portal, browser, page, troubles;
before(async () => {
  portal = await openPortal("top");
  browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
});
after(async () => {
  await browser?.close();
  portal?.close();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  troubles = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.setViewport(PHONE);
});

const open = (path) => page.goto(portal.url(path));
const isVisible = (selector) => page.$eval(selector, (node) => node.checkVisibility());
const texts = (selector) => page.$$eval(selector, (all) => all.filter((node) => node.checkVisibility()).map((node) => node.textContent.trim()));

test("suggests under the field, by keyboard", async () => {
  await open("/");
  await page.type("main input[type=search]", "аттест");
  await page.waitForSelector("[role=option]");
  assert.match((await texts("[role=option]")).join("\n"), /Аттестация/);
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.$eval("[role=option]", (option) => option.getAttribute("aria-selected")), "true");
  await page.keyboard.press("Escape");
  assert.equal(await page.$eval("main input[type=search]", (input) => input.getAttribute("aria-expanded")), "false");
  assert.deepEqual(troubles, []);
});

test("finds by another form of a word, and marks it on the page", async () => {
  await open(`/search/?q=${encodeURIComponent("площадок")}`);
  await page.waitForSelector("#search:not(.is-waiting) main ol mark, main ol mark");
  assert.match((await texts("main ol mark")).join(" "), /площадк/i);
  const link = await page.$eval("main ol a", (node) => node.href);
  await page.goto(link);
  await page.waitForSelector(".marks");
  assert.deepEqual(troubles, []);
});

test("opens the menu and closes it by Escape", async () => {
  await open("/events/");
  assert.ok(!(await isVisible(".menu nav")));
  await page.click(".menu summary");
  assert.ok((await texts(".menu nav a")).length > 4);
  await page.keyboard.press("Escape");
  await until(async () => !(await isVisible(".menu nav")), "the menu stays");
});

test("shows a month as a list on a phone and as a grid on a desk, nothing wider than the window", async () => {
  for (const [width, isGrid] of [[360, false], [1280, true]]) {
    await page.setViewport({ width, height: 800 });
    await open("/calendar/2026-12/");
    assert.equal(await page.$eval(".month-grid thead", (node) => node.checkVisibility()), isGrid, String(width));
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, String(width));
    assert.ok((await texts(".month-grid a")).length > 3);
  }
});

test("keeps the choice of «Мой портал»", async () => {
  await open("/my/?associations=rmo-matematika");
  await page.waitForSelector("#mine.is-ready");
  assert.match((await texts("#mine-associations li a")).join(), /^РМО учителей математики$/);
  await page.click("details.mine-choice > summary");
  await page.click("details.mine-choice details:nth-of-type(1) label");
  assert.match(await page.evaluate(() => location.search), /audience=/);
  const kept = await page.evaluate(() => location.search);
  await open("/my/");
  await page.waitForSelector("#mine.is-ready");
  assert.equal(await page.evaluate(() => location.search), kept);
  assert.deepEqual(troubles, []);
});

test("shows pages in the letters and colours that were chosen", async () => {
  await open("/view/");
  await page.click("input[value=larger]");
  await page.click("input[value=plain-dark]");
  await open("/people/");
  await page.waitForSelector("html[data-view]");
  await until(async () => (await page.$eval("body", (body) => getComputedStyle(body).color)) === "rgb(255, 255, 255)", "the colours stay");
  await open("/view/");
  await page.click("button[type=reset]");
  await page.waitForSelector("html:not([data-view])");
  assert.deepEqual(troubles, []);
});

test("draws each of these pages within the window of a phone", async () => {
  for (const path of ["/", "/regulations/", "/regulations/polozhenie-ms-imc-spb/", "/materials/", "/people/", "/requests/", "/my/"]) {
    await open(path);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width, path);
  }
});
