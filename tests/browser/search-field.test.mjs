// The search field of every page: suggestions as a combobox, by keyboard, pointer and screen reader; a plain form without them.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { assertAccessible, watched, withPortals } from "./portal.mjs";
import { withStub } from "./search-stub.mjs";

let top, nested, browser, context, page, troubles;
withPortals(["top", "nested"], (given) => ({ top, nested, browser } = given));
afterEach(() => context.close());

async function open(path, { plan = {}, site = top, ...options } = {}) {
  context = await browser.newContext({ locale: "ru", viewport: { width: 1280, height: 800 }, serviceWorkers: "block", ...options });
  await withStub(context, plan);
  ({ page, troubles } = await watched(context, site.origin));
  await page.goto(site.url(path));
}

const field = () => page.getByRole("combobox");
const options = () => page.getByRole("option");
const isOpen = () => field().getAttribute("aria-expanded").then((value) => value === "true");
const chosen = () => page.evaluate(() => document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))?.textContent ?? "");

/** Waits until all that was typed has its answer. */
const answered = () => page.waitForFunction(() => {
  const { suggest, suggesting } = globalThis.calls ?? {};
  return suggest?.at(-1) === document.activeElement.value && suggesting === 0;
});

async function type(text) {
  await field().click();
  await field().pressSequentially(text, { delay: 20 });
  await options().first().waitFor();
  // Each letter's answer draws the rows anew: what is looked at are those of the last.
  await answered();
}

test("suggests from the first letter, marks the beginnings, and says what each page is", async () => {
  for (const path of ["/", "/events/", "/404.html"]) {
    await open(path);
    await type("м");
    assert.equal(await options().count(), 9, "eight pages, and the search for what is typed");
    assert.equal(await options().first().locator("mark").first().textContent(), "м");
    assert.match(await options().first().innerText(), /Документ/);
    assert.match(await options().nth(1).innerText(), /Методические задачи\n.*Мероприятие 1/, "a heading names its page");
    assert.match(await options().last().innerText(), /«м»/);
    assert.deepEqual(troubles, []);
    if (path !== "/404.html") await context.close();
  }
});

test("asks nothing and loads nothing before a reader comes to the field", async () => {
  await open("/events/");
  await page.waitForLoadState("networkidle");
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").map((one) => one.name).filter((name) => /search\/(field|client|titles)/.test(name)));
  assert.deepEqual(await loaded(), []);
  await field().focus();
  await page.waitForFunction(() => globalThis.calls?.warm.includes("titles"));
  await page.waitForFunction(() => globalThis.calls.warm.includes("engine"), null, { timeout: 8000 });
});

test("is walked by arrows, round through the field, and Enter opens what is chosen", async () => {
  await open("/", { site: nested });
  await type("мет");
  assert.ok(await isOpen());
  assert.equal(await field().getAttribute("aria-controls"), await page.getByRole("listbox").getAttribute("id"));
  await page.keyboard.press("ArrowDown");
  assert.match(await chosen(), /Положение о методической службе/);
  await page.keyboard.press("ArrowUp");
  assert.equal(await chosen(), "");
  await page.keyboard.press("ArrowUp");
  assert.match(await chosen(), /«мет»/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  assert.equal(await chosen(), "", "Home and End belong to the text");
  assert.equal(await field().evaluate((input) => input.selectionStart), 0);
  await page.keyboard.press("ArrowDown");
  assert.equal(await options().first().getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(nested.url("/regulations/polozhenie-ms-imc-spb/"));
});

test("Enter without a choice, and the last row, lead to the search page", async () => {
  for (const keys of [["Enter"], ["ArrowUp", "Enter"]]) {
    await open("/events/", { site: nested });
    await type("метод");
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForURL((url) => url.pathname === "/imc/search/" && url.searchParams.get("q") === "метод");
    if (keys.length === 1) await context.close();
  }
});

test("Escape closes the list, then empties the field", async () => {
  await open("/events/");
  await type("метод");
  await answered();
  await page.keyboard.press("Escape");
  assert.ok(!(await isOpen()));
  assert.equal(await field().inputValue(), "метод");
  await page.keyboard.press("Escape");
  assert.equal(await field().inputValue(), "");
  await type("метод");
  await page.keyboard.press("Tab");
  assert.ok(!(await isOpen()), "leaving the field closes the list");
});

test("Escape straight after a letter leaves the list closed: that letter is no longer asked", async () => {
  await open("/events/");
  await type("метод");
  await answered();
  const asked = await page.evaluate(() => globalThis.calls.suggest.length);
  await field().evaluate((input) => {
    input.value = "методи";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    // Timers fire in their order: after this one that of the letter has had its turn.
    return new Promise((done) => setTimeout(done, 200));
  });
  await page.keyboard.press("End");
  await page.keyboard.type("к");
  await answered();
  assert.deepEqual(await page.evaluate((from) => globalThis.calls.suggest.slice(from), asked), ["методик"]);
});

test("a pointer and a finger choose as well", async () => {
  await open("/events/");
  await type("мет");
  await options().nth(1).hover();
  assert.equal(await options().nth(1).getAttribute("aria-selected"), "true");
  await options().nth(1).click();
  await page.waitForURL(/stub\/1\/#p-3\.2$/);
  await context.close();
  await open("/", { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });
  await field().tap();
  await field().pressSequentially("мет");
  await answered();
  const box = await options().first().boundingBox();
  assert.ok(box.height >= 44 && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
  await options().first().tap();
  await page.waitForURL(/polozhenie-ms-imc-spb/);
});

test("how many there are is said to those who do not see the list", async () => {
  await open("/events/");
  await type("методич");
  await page.waitForFunction(() => [...document.querySelectorAll("header [role=status]")].some((one) => /^1 подсказка\./.test(one.textContent)));
  await field().fill("методика");
  await page.waitForFunction(() => [...document.querySelectorAll("header [role=status]")].some((one) => /^8 подсказок\./.test(one.textContent)));
  await field().fill("ыыыы");
  await page.waitForFunction(() => [...document.querySelectorAll("header [role=status]")].some((one) => one.textContent === "Подсказок нет"));
});

test("only the newest letters are answered", async () => {
  await open("/events/", { plan: { suggestDelays: { ме: 1000 } } });
  await field().click();
  await field().fill("ме");
  await page.waitForFunction(() => globalThis.calls?.suggest.includes("ме"));
  await field().fill("полож");
  await answered();
  assert.equal(await options().count(), 2);
  assert.match(await options().first().innerText(), /Положение/);
});

test("faults are silent: the form still leads to the search page", async () => {
  await open("/events/", { plan: { fault: "all" } });
  await field().click();
  await field().pressSequentially("метод");
  await answered();
  assert.ok(!(await isOpen()));
  assert.deepEqual(troubles, []);
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\/\?q=/);
});

test("«/» goes to the field, but not from where one writes", async () => {
  await open("/events/");
  await page.keyboard.press("/");
  assert.ok(await field().evaluate((input) => input === document.activeElement));
  await page.keyboard.type("п/п");
  assert.equal(await field().inputValue(), "п/п");
});

test("is a plain form without scripts", async () => {
  context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  await page.goto(nested.url("/events/"));
  await page.locator("header input[name=q]").fill("методика");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/imc/search/" && url.searchParams.get("q") === "методика");
  assert.match(await page.locator("main").innerText(), /включите в браузере сценарии/);
  const ways = await page.locator("main a:visible").evaluateAll((all) => all.map((link) => new URL(link.href).pathname + new URL(link.href).hash));
  assert.ok(ways.includes("/imc/events/") && ways.some((way) => way.startsWith("/imc/map/")), ways.join());
});

test("axe finds nothing while the list is open, and it fits on a narrow screen", async () => {
  for (const [path, width, colorScheme] of [["/", 320, "light"], ["/events/", 320, "dark"], ["/events/", 1280, "light"], ["/", 1280, "dark"]]) {
    await open(path, { viewport: { width, height: 700 }, colorScheme });
    await type("мет");
    await page.keyboard.press("ArrowDown");
    await assertAccessible(page, `${path} ${width} ${colorScheme}`);
    if (path !== "/" || width !== 1280) await context.close();
  }
});
