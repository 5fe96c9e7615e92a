// The search page for everybody: by keyboard, with a screen reader, with large letters, with forced colours, on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "./portal.mjs";
import { close, context, field, hits, open, page, portal, prepare, said } from "./search-page.mjs";

test("anybody can use it: axe finds nothing at any width, in light and dark", async () => {
  const views = [{ width: 320, height: 640 }, { width: 1280, height: 900 }];
  for (const viewport of views) {
    for (const colorScheme of ["light", "dark"]) {
      for (const query of ["?q=методика&kind=event", "?q=ыыыы", "", "?q=vtnjlbrf"]) {
        await open(query, {}, { viewport, colorScheme });
        await page.waitForFunction(() => document.querySelector("#search-told")?.textContent);
        const narrow = page.locator("main summary", { hasText: "Уточнить" });
        if (viewport.width < 1000) await narrow.click();
        await assertAccessible(page, `${query} ${viewport.width} ${colorScheme}`);
        await close();
      }
    }
  }
});

test("anybody can use it at twice the size of letters", async () => {
  await open("?q=методика&kind=event&subjects=математика", {}, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
  await hits().first().waitFor();
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 640);
});

test("anybody can use it with images off: whatever can be pressed says so in words", async () => {
  await prepare({});
  await context.route(/\.(png|jpe?g|webp|gif|svg)(\?|$)/, (route) => route.abort());
  await page.goto(portal.url("/search/?q=методика&kind=event"));
  await said("Нашлось 11 страниц");
  const mute = await page.locator("button:visible, a:visible, summary:visible").evaluateAll((all) =>
    all.filter((one) => !one.innerText.trim() && !one.getAttribute("aria-label")).map((one) => one.outerHTML));
  assert.deepEqual(mute, []);
  const chips = await page.getByRole("button", { name: /^Убрать:/ }).allInnerTexts();
  assert.ok(chips.length === 1 && /Мероприятия/.test(chips[0]), chips.join());
});

test("anybody can use it by keyboard alone: a question, a choice, a result", async () => {
  await open();
  await page.keyboard.press("/");
  assert.ok(await field().evaluate((input) => input === document.activeElement), "«/» goes to the field");
  await page.keyboard.type("методика");
  await page.keyboard.press("Enter");
  await said("Нашлись 34 страницы");
  const what = () => page.evaluate(() => document.activeElement.closest("main ol") ? "result" : document.activeElement.type ?? document.activeElement.localName);
  const walk = async (key, until) => {
    const stops = [];
    for (let stop = 0; stop < 90 && !until(stops); stop++) {
      await page.keyboard.press(key);
      stops.push(await what());
    }
    return stops;
  };
  const first = await walk("Tab", (stops) => stops.at(-1) === "result");
  assert.ok(first.length <= 2 && first.at(-1) === "result", `results stand first: ${first.join()}`);
  const rest = await walk("Tab", (stops) => stops.includes("checkbox") && stops.includes("radio"));
  assert.ok(rest.includes("checkbox") && rest.includes("radio"), rest.join());
  await walk("Shift+Tab", (stops) => stops.at(-1) === "submit");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/regulations\/polozhenie-ms-imc-spb/);
});

test("prints results without the tools", async () => {
  await open("?q=методика");
  await hits().first().waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok(await hits().first().isVisible());
  assert.equal(await page.locator("main button:visible, main input:visible, main summary:visible").count(), 0);
});

test("with forced colours the search button keeps an edge that can be seen", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await prepare({}, { forcedColors: "active", colorScheme });
    for (const path of ["/search/", "/events/", "/"]) {
      await page.goto(portal.url(path));
      const { edge, width, line, grounds } = await page.locator("form[role=search] button:visible").first().evaluate((button) => {
        const { borderTopColor: edge, borderTopWidth: width, borderTopStyle: line, backgroundColor } = getComputedStyle(button);
        return { edge, width: parseFloat(width), line, grounds: [backgroundColor, getComputedStyle(document.body).backgroundColor] };
      });
      assert.ok(width >= 1 && line === "solid" && !grounds.includes(edge), `${colorScheme} ${path}: ${width} ${line} ${edge} on ${grounds}`);
    }
    await close();
  }
});

test("with forced colours other buttons keep such an edge as well", async () => {
  await open("?q=методика", { fault: "titles" }, { forcedColors: "active", viewport: { width: 640, height: 900 } });
  await page.locator("main summary", { hasText: "Уточнить" }).click();
  await page.getByRole("button", { name: "Попробовать ещё раз" }).waitFor();
  const bare = await page.locator("main .button:visible").evaluateAll((buttons) =>
    buttons.filter((button) => getComputedStyle(button).borderTopStyle === "none").map((button) => button.textContent));
  assert.deepEqual(bare, []);
});
