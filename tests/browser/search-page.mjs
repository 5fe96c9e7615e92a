// The search page as its tests meet it: each opens it in a context of its own, with a stand-in for the engine, which can
// be led, or with the real one.
import { afterEach } from "node:test";
import { watched, withPortals } from "./portal.mjs";
import { withStub } from "./search-stub.mjs";

export let portal, nested, browser, context, page, troubles;
withPortals(["top", "nested"], (given) => ({ top: portal, nested, browser } = given));
afterEach(() => close());

/** Ends the context of a test, which may then open another. */
export async function close() {
  await context?.close();
  context = undefined;
}

/** Makes a page that has not been anywhere yet; without a plan for a stand-in, the real engine answers. */
export async function prepare(plan, options = {}, site = portal) {
  context = await browser.newContext({ locale: "ru", viewport: { width: 1280, height: 900 }, serviceWorkers: "block", ...options });
  context.setDefaultTimeout(plan ? 10_000 : 20_000);
  if (plan) await withStub(context, plan);
  ({ page, troubles } = await watched(context, site.origin));
}

/** Opens the search page with the stand-in. */
export async function open(query = "", plan = {}, options = {}) {
  await prepare(plan, options);
  await page.goto(portal.url(`/search/${query}`));
}

/** Opens the search page of a portal as it is published. */
export async function published(site, query) {
  await prepare(undefined, { serviceWorkers: "allow" }, site);
  await page.goto(site.url(`/search/${query}`));
}

export const field = () => page.locator("main input[type=search]");
export const hits = () => page.locator("main ol > li");
export const query = () => page.evaluate(() => location.search).then((text) => new URLSearchParams(text));
export const said = (text) => page.getByText(text).first().waitFor();
export const group = (name) => page.locator("details", { has: page.locator("summary", { hasText: new RegExp(`^\\s*${name}\\s*(выбрано.*)?$`) }) }).last();
export const more = () => page.getByRole("button", { name: /Показать ещё/ });
export const rows = (count) => page.waitForFunction((count) => document.querySelectorAll("main ol > li").length === count, count);

/** What the stand-in was asked. */
export const requests = () => page.evaluate(() => globalThis.calls.search);
/** Has the stand-in behave otherwise from now on. */
export const plan = (changes) => page.evaluate((changes) => void Object.assign(globalThis.plan, changes), changes);
