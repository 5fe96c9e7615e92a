// Pictures of each sort of page for people to look at: tests/browser/screenshots/, ignored by git. SCREENSHOTS=all draws
// them in every width, in the dark and on paper too.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { oneOfEach, withPortals } from "./portal.mjs";

const FOLDER = join(import.meta.dirname, "screenshots");
const USUAL = [{ width: 360 }, { width: 1440 }];
const ALL = [...USUAL, { width: 768 }, { width: 360, colorScheme: "dark" }, { width: 1440, colorScheme: "dark" }, { width: 768, media: "print" }];

let portal, browser;
withPortals(["top"], async (given) => {
  ({ top: portal, browser } = given);
  await mkdir(FOLDER, { recursive: true });
});

for (const { width, colorScheme = "light", media = "screen" } of process.env.SCREENSHOTS === "all" ? ALL : USUAL) {
  const manner = [width, colorScheme === "dark" && "dark", media === "print" && "print"].filter(Boolean).join("-");
  test(`each sort of page is drawn, ${manner}`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme });
    await page.emulateMedia({ media });
    for (const { sort, path } of oneOfEach(portal.paths)) {
      await page.goto(portal.url(path));
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(FOLDER, `${sort}-${manner}.png`), fullPage: true });
    }
  });
}
