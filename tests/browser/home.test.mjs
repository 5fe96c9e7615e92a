// The home page ends: on any day of the year and whatever titles are written, it is at most 3,000 px high on a phone, and
// on the narrowest one not much more.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser } from "./portal.mjs";
import { serve } from "./server.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM = process.env.KABINET_PROGRAM ?? ["release", "debug"].map((kind) => join(ROOT, "target", kind, "kabinet")).find(existsSync);
/** The school year with its turns: what comes, what is due and what is new are others on each. */
const DAYS = ["2026-09-01", "2026-11-30", "2026-12-31", "2027-04-15", "2027-08-01"];

let browser, folder, server;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kabinet-home-"));
  for (const part of ["content", "themes"]) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  browser = await openBrowser();
  server = await serve(join(folder, "public"));
});
after(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function height(day, width = 360) {
  execFileSync(PROGRAM, ["build", "--root", folder, "--today", day, "--out", join(folder, "public")], { stdio: ["ignore", "pipe", "pipe"] });
  const page = await browser.newPage({ viewport: { width, height: 740 } });
  await page.goto(`${server.origin}/`);
  await page.evaluate(() => document.fonts.ready);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.close();
  return height;
}

test("the home page ends on each of these days", async () => {
  for (const day of DAYS) {
    const tall = await height(day);
    assert.ok(tall <= 3000, `${tall} px on ${day}`);
  }
});

test("the home page ends on the narrowest phone too", async () => {
  const tall = await height("2026-11-30", 320);
  assert.ok(tall <= 3200, `${tall} px`);
});

test("what leads on from the top of the home page is as high as a finger needs", async () => {
  execFileSync(PROGRAM, ["build", "--root", folder, "--today", "2026-11-30", "--out", join(folder, "public")], { stdio: ["ignore", "pipe", "pipe"] });
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(`${server.origin}/`);
  const low = await page.evaluate(() =>
    [...document.querySelectorAll(".hero a, .hero button, .home-first .block-head a")]
      .map((link) => [link.textContent.trim(), link.getBoundingClientRect().height])
      .filter(([, height]) => height < 44),
  );
  await page.close();
  assert.deepEqual(low, []);
});

test("the home page ends whatever titles are written", async () => {
  const long = " — и ещё много слов о том, кому это нужно, зачем, где и когда это будет, и что взять с собой";
  for (const kind of ["events", "requests", "materials", "news"]) {
    for (const name of await readdir(join(folder, "content", kind), { recursive: true })) {
      if (!/\.(md|yaml)$/.test(name)) continue;
      const file = join(folder, "content", kind, name);
      const text = await readFile(file, "utf8");
      await writeFile(file, text.replace(/^(\s*title: )"?([^"\n]*?)"?$/gm, (_, head, title) => `${head}"${title.replaceAll('"', "")}${long}"`));
    }
  }
  const tall = await height("2026-11-30");
  assert.ok(tall <= 3000, `${tall} px`);
});
