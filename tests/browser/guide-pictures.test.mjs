// The pictures of the guide for methodists (docs/guide/): SCREENSHOTS=guide draws them anew from a portal that begins as
// the guide says. They are committed; whoever changes the preview, the messages or the face of events draws them again.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser } from "./portal.mjs";
import { startPreview } from "./preview-program.mjs";
import { serve } from "./server.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM =
  process.env.KABINET_PROGRAM ?? ["release", "debug"].map((kind) => join(ROOT, "target", kind, "kabinet")).find(existsSync);
const PICTURES = join(ROOT, "docs/guide");
const DAY = "2026-11-21";
/** No picture weighs more, in bytes. */
const HEAVIEST = 100_000;

const EVENT = `---
название: Семинар-практикум «Формирующее оценивание на уроке»
кратко: Приёмы обратной связи, которые не требуют отметки
форма: семинар-практикум
начало: 24.11.2026 10:00
окончание: 24.11.2026 13:00
место: Школа № 1 (пример), актовый зал
аудитория: [учителя, молодые специалисты]
регистрация: не требуется
---
Участники разберут три приёма и попробуют их на своих уроках.

## Программа

1. Зачем нужна обратная связь.
2. Работа в группах.
`;
const DRAFT = "---\nназвание: Заседание объединения учителей математики\nсостояние страницы: черновик\n---\nПовестка уточняется.\n";

const wanted = process.env.SCREENSHOTS === "guide";
let folder, program, origin, browser;
const put = async (path, text) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

before(async () => {
  if (!wanted) return;
  await mkdir(PICTURES, { recursive: true });
  folder = join(await mkdtemp(join(tmpdir(), "kabinet-guide-")), "портал");
  const name = "Информационно-методический центр (пример)";
  execFileSync(PROGRAM, ["init", folder, "--name", name, "--short-name", "ИМЦ (пример)", "--lang", "ru"], { stdio: "ignore" });
  await put("content/site.yaml", `title: ${name}\nshort_title: ИМЦ (пример)\nbase_url: https://imc.example/\n`);
  await put("content/events/ocenivanie.md", EVENT);
  await put("content/events/zasedanie.md", DRAFT);
  await put("content/news/Список участников.csv", "Школа;Участников\nШкола № 1 (пример);12\nШкола № 2 (пример);9\n");
  ({ running: program, origin } = await startPreview(PROGRAM, folder, DAY));
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  program?.kill();
  if (folder) await rm(dirname(folder), { recursive: true, force: true });
});

/** Opens an address and draws what stands in the window. */
async function draw(name, address, ready, height = 640) {
  const page = await browser.newPage({ locale: "ru", viewport: { width: 1000, height } });
  // Or the event would be over.
  await page.clock.setFixedTime(new Date(`${DAY}T12:00:00+03:00`));
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  await ready?.(page);
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path });
  await page.close();
  assert.ok((await stat(path)).size <= HEAVIEST, `${name} is heavy`);
}

const options = { skip: wanted ? false : "SCREENSHOTS=guide draws the pictures of the guide" };
const badge = (page) => page.getByRole("button", { name: /предупреждени|замечани/ }).waitFor();

test("a page in the preview, with its bar", options, () => draw("preview", `${origin}/events/ocenivanie/`, badge));

test("a draft", options, () => draw("draft", `${origin}/events/zasedanie/`, badge));

test("a file without a card", options, () => draw("dropped", `${origin}/files/news/spisok-uchastnikov.csv.html`, badge, 900));

test("a message over a page", options, async () => {
  await draw("message", `${origin}/events/ocenivanie/`, async (page) => {
    await put("content/events/ocenivanie.md", EVENT.replace("24.11.2026 10:00", "31.11.2026 10:00"));
    await page.getByRole("dialog").waitFor();
  });
  await put("content/events/ocenivanie.md", EVENT);
});

test("an event as readers see it", options, async () => {
  execFileSync(PROGRAM, ["build", "--root", folder, "--today", DAY, "--lang", "ru"], { stdio: "ignore" });
  const server = await serve(join(folder, "public"), "/");
  try {
    await draw("event", `${server.origin}/events/ocenivanie/`);
  } finally {
    await server.close();
  }
});
