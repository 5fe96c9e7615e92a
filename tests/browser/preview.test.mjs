// The preview in a browser, as a methodist has it beside the editor: what its panel says, in which order, and when it goes.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser } from "./portal.mjs";
import { startPreview } from "./preview-program.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM =
  process.env.KABINET_PROGRAM ?? ["release", "debug"].map((kind) => join(ROOT, "target", kind, "kabinet")).find(existsSync);

const GOOD = "---\ntitle: Первая\ndate: 2026-11-20\n---\nТекст.\n";
const BROKEN = "---\ntitle: Первая\ndate: 31.02.2026\n---\nТекст.\n";
/** A page with something worth mending, and one that readers do not see. */
const OTHER = "---\ntitle: Вторая\ndate: 2026-11-19\n---\n![](/kartinka.svg)\n";
const DRAFT = "---\ntitle: Набросок\ndate: 2026-11-18\nstatus: черновик\n---\nТекст.\n";

let folder, program, origin, browser;
const put = async (path, text) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kabinet-preview-"));
  await put("content/site.yaml", "title: Центр\nbase_url: https://centre.example/\n");
  await put("content/static/kartinka.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
  for (const [name, text] of [["pervaya", GOOD], ["vtoraya", OTHER], ["nabrosok", DRAFT]]) await put(`content/news/${name}.md`, text);
  ({ running: program, origin } = await startPreview(PROGRAM, folder, "2026-11-21"));
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  program?.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a page of the preview on a screen of this width. */
async function open(path, width = 1280) {
  const context = await browser.newContext({ locale: "ru", viewport: { width, height: 740 }, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

const panel = (page) => page.getByRole("dialog");

test("errors come forward, and go by themselves when the bytes are what they were", async () => {
  const page = await open("/news/pervaya/");
  await page.getByRole("button", { name: /предупреждени|замечани/ }).waitFor();
  for (const text of [BROKEN, `${BROKEN}\nЕщё.\n`]) {
    await put("content/news/pervaya.md", text);
    await panel(page).waitFor();
    await put("content/news/pervaya.md", GOOD);
    await panel(page).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: /^\d+ (предупреждени|замечани)/ }).waitFor();
  }
});

test("a broken file is told with its line and column, and the mended page comes by itself", async () => {
  const page = await open("/news/pervaya/");
  await put("content/news/pervaya.md", BROKEN);
  await panel(page).waitFor();
  const message = panel(page).getByRole("listitem").first();
  await message.getByText("content/news/pervaya.md:3:7").waitFor();
  assert.match(await message.innerText(), /такого дня нет[\s\S]*последний день — 28\.02\.2026/);
  await put("content/news/pervaya.md", GOOD.replace("Текст.", "Новые слова."));
  await page.getByText("Новые слова.").waitFor();
  await panel(page).waitFor({ state: "hidden" });
  await put("content/news/pervaya.md", GOOD);
  await page.getByText("Новые слова.").waitFor({ state: "hidden" });
  await page.context().close();
});

test("a panel that a person has opened stays when something else is mended", async () => {
  const page = await open("/news/pervaya/");
  await page.getByRole("button", { name: /предупреждени|замечани/ }).click();
  await put("content/news/pervaya.md", BROKEN);
  await panel(page).getByText("31.02.2026").waitFor();
  await put("content/news/pervaya.md", GOOD);
  await panel(page).getByText("31.02.2026").waitFor({ state: "detached" });
  assert.equal(await panel(page).isVisible(), true);
});

test("errors first, then this page, the rest folded; each leads to its file and its page", async () => {
  const page = await open("/news/vtoraya/");
  await put("content/news/pervaya.md", BROKEN);
  await panel(page).waitFor();
  const [first] = await panel(page).getByRole("listitem").all();
  assert.match(await first.innerText(), /31\.02\.2026/);
  await first.getByRole("button", { name: "Скопировать путь к файлу" }).click();
  await first.getByText("Скопировано").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "content/news/pervaya.md");
  assert.equal(await first.getByRole("link").getAttribute("href"), "/news/pervaya/");
  const own = panel(page).getByRole("heading", { name: "На этой странице" });
  await own.waitFor();
  const draft = panel(page).getByText("Набросок").first();
  assert.equal(await draft.isVisible(), false, "what is about other pages is folded");
  await panel(page).getByText(/На других страницах: \d/).click();
  await panel(page).getByRole("listitem").filter({ hasText: "Набросок" }).getByRole("link", { name: "Открыть страницу" }).click();
  await page.waitForURL("**/news/nabrosok/");
  await page.getByText("Черновик, на сайте не виден").waitFor();
  await put("content/news/pervaya.md", GOOD);
});

test("on a phone nothing of the panel is cut off", async () => {
  const page = await open("/news/vtoraya/", 360);
  await page.getByRole("button", { name: /предупреждени|замечани/ }).click();
  const beyond = await panel(page).evaluate((dialog) => {
    const edge = dialog.getBoundingClientRect().right;
    return [...dialog.querySelectorAll("button, h2, h3, p, a, code")].filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.textContent);
  });
  assert.deepEqual(beyond, []);
  assert.equal(await panel(page).evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth), false);
});
