// Pictures of each sort of page for people to look at: tests/browser/screenshots/, ignored by git.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { oneOfEach, withPortals } from "./portal.mjs";

const FOLDER = join(import.meta.dirname, "screenshots");

let portal, browser;
withPortals(["top"], async (given) => {
  ({ top: portal, browser } = given);
  await mkdir(FOLDER, { recursive: true });
});

for (const width of [390, 1280]) {
  test(`each sort of page is drawn at ${width} px`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 844 } });
    for (const { sort, path } of oneOfEach(portal.paths)) {
      await page.goto(portal.url(path));
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(FOLDER, `${sort}-${width}.png`), fullPage: true });
    }
  });
}
