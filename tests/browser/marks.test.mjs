// Words that a search has found, marked on the page it led to.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { assertAccessible, withPortals, words } from "./portal.mjs";

const REGULATION = "/regulations/polozhenie-ms-imc-spb/";
const SOURCE = "[data-source-text]";

let portal, browser, context, page;
withPortals(["top"], (given) => ({ top: portal, browser } = given));
afterEach(() => context.close());

async function open(path, options = {}, prepare = () => {}) {
  context = await browser.newContext({ locale: "ru", viewport: { width: 1280, height: 800 }, serviceWorkers: "block", ...options });
  await prepare(context);
  page = await context.newPage();
  await page.goto(portal.url(path));
}

/** What is painted as found, in order, and whether it lies in the window. */
const painted = () => page.evaluate(() => [...(CSS.highlights?.get("found") ?? [])].map((range) => {
  const box = range.getBoundingClientRect();
  return { text: range.toString(), seen: box.top >= 0 && box.bottom <= innerHeight };
}));
const bar = () => page.getByRole("region", { name: "Выделены слова:" });
const noHighlights = (context) => context.addInitScript(() => delete globalThis.Highlight);

test("are painted, whole words only, whatever their case, and the text stays untouched", async () => {
  await open(REGULATION);
  const plain = await page.locator(SOURCE).innerHTML();
  await page.goto(portal.url(`${REGULATION}?mark=методической+службы+работ`));
  await bar().waitFor();
  const found = await painted();
  const texts = new Set(found.map((one) => one.text.toLowerCase()));
  assert.deepEqual([...texts].sort(), ["методической", "службы"], "«работ» is a word of its own, not a part of «работы»");
  assert.ok(found.some((one) => one.text === "МЕТОДИЧЕСКОЙ" || one.text === "Методической"), "capitals count as well");
  assert.equal(await page.locator(SOURCE).innerHTML(), plain);
  assert.match(await bar().innerText(), /методической, службы/i);
});

test("without a place in the address, the first of them is brought into view", async () => {
  await open(`${REGULATION}?mark=аттестации`);
  await bar().waitFor();
  const found = await painted();
  assert.ok(found.length > 0);
  assert.ok(found.some((one) => one.seen), "none of the words can be seen");
  assert.ok((await page.evaluate(() => scrollY)) > 0);
});

test("with a place in the address, the place it is", async () => {
  await open(REGULATION);
  const anchor = await page.locator(`${SOURCE} [id^='p-']`).last().getAttribute("id");
  await page.goto(portal.url(`${REGULATION}?mark=методической#${anchor}`));
  await bar().waitFor();
  const box = await page.locator(`[id="${anchor}"]`).boundingBox();
  assert.ok(box.y > -5 && box.y < 700, `the clause stands at ${box.y}`);
  assert.equal(await page.evaluate(() => location.hash), `#${anchor}`);
});

test("are words with ё and е alike, hyphens, and numbers whole", async () => {
  await open("/about/");
  await page.evaluate(() => {
    document.querySelector("main").innerHTML += "<p id='try'>Ёлка, елка; учебно-методический; п. 3.2 и п. 3.2.5; 273-ФЗ; за\u0301мок; и\u0306од; 13 и 133.</p>";
  });
  const found = await page.evaluate(async () => {
    const site = [...document.scripts].find((one) => /\/js\/site\.js$/.test(one.src)).src;
    const { rangesOf } = await import(new URL("./search/mark.js", site).href);
    const of = (...words) => rangesOf(document.querySelector("#try"), words).map((range) => range.toString());
    return [of("елка"), of("методический"), of("учебно-методический", "методический"), of("3.2"), of("3.2.5"), of("273-фз"), of("замок"), of("йод"), of("13")];
  });
  assert.deepEqual(found, [["Ёлка", "елка"], ["методический"], ["учебно-методический"], ["3.2"], ["3.2.5"], ["273-ФЗ"], ["за\u0301мок"], ["и\u0306од"], ["13"]]);
});

test("go away by the button and by Escape, and the address is the page's own again", async () => {
  for (const away of ["button", "key"]) {
    await open(`${REGULATION}?mark=методической#p-1.1`);
    await bar().waitFor();
    if (away === "button") await page.getByRole("button", { name: "Убрать" }).click();
    else await page.keyboard.press("Escape");
    await bar().waitFor({ state: "detached" });
    assert.deepEqual(await painted(), []);
    assert.equal(await page.evaluate(() => location.search + location.hash), "#p-1.1");
    if (away === "button") await context.close();
  }
});

test("that the page does not have leave nothing behind", async () => {
  await open(`${REGULATION}?mark=синхрофазотрон`);
  await page.waitForFunction(() => location.search === "");
  assert.equal(await bar().count(), 0);
});

test("are wrapped where the browser cannot paint, and unwrapped without a trace", async () => {
  await open(REGULATION);
  const plain = await page.locator(SOURCE).innerHTML();
  await context.close();
  await open(`${REGULATION}?mark=методической+службы`, {}, noHighlights);
  await bar().waitFor();
  assert.ok((await page.locator(`${SOURCE} mark`).count()) > 3);
  const text = words(await page.locator(SOURCE).textContent());
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(SOURCE).innerHTML(), plain);
  assert.deepEqual(words(await page.locator(SOURCE).textContent()), text);
});

test("leave a page that axe and a narrow screen have nothing against, and do not print", async () => {
  for (const width of [320, 1280]) {
    await open(`${REGULATION}?mark=методической+службы`, { viewport: { width, height: 640 } });
    await bar().waitFor();
    await assertAccessible(page, `${width} px`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await bar().isVisible(), false);
    if (width === 320) await context.close();
  }
});
