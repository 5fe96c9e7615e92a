// What the preview shows while a file is broken and once it is mended.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser } from "./portal.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM =
  process.env.KABINET_PROGRAM ?? ["release", "debug"].map((kind) => join(ROOT, "target", kind, "kabinet")).find(existsSync);

const page = (title, text) => `---\ntitle: ${title}\ndate: 2026-11-20\n---\n${text}\n`;

let folder, program, origin, browser;
const put = async (path, text) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kabinet-mend-"));
  await put("content/site.yaml", "title: Центр\nbase_url: https://centre.example/\n");
  await put("content/news/pervaya.md", page("Первая", "Прежние слова."));
  program = spawn(PROGRAM, ["serve", "--root", folder, "--today", "2026-11-21", "--lang", "ru"], { stdio: ["ignore", "ignore", "pipe"] });
  origin = await new Promise((found, failed) => {
    let said = "";
    program.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
      if (address) found(address);
    });
    program.on("exit", () => failed(new Error(said)));
  });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  program?.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a page of the preview; whatever goes wrong in its scripts fails the test. */
async function open(path) {
  const context = await browser.newContext({ locale: "ru" });
  const shown = await context.newPage();
  const faults = [];
  shown.on("pageerror", (error) => faults.push(error.message));
  await shown.goto(origin + path);
  return { shown, panel: shown.getByRole("dialog"), faults };
}

test("a broken file is told with its line and column, and the mended page comes by itself", async () => {
  const { shown, panel, faults } = await open("/news/pervaya/");
  await put("content/news/pervaya.md", "---\ntitle: Первая\ndate: 31.02.2026\n---\nНовые слова.\n");
  await panel.waitFor();
  const message = panel.getByRole("listitem").first();
  await message.getByText("content/news/pervaya.md:3:7").waitFor();
  assert.match(await message.innerText(), /такого дня нет[\s\S]*последний день — 28\.02\.2026/);
  assert.equal(await shown.getByText("Прежние слова.").count(), 1, "the page before stays in sight");
  await put("content/news/pervaya.md", page("Первая", "Новые слова."));
  await shown.getByText("Новые слова.").waitFor();
  await panel.waitFor({ state: "hidden" });
  assert.deepEqual(faults, []);
});
