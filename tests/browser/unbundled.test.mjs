// A site may have the modules of the theme's scripts in the place of their bundles, to change one of them without Node.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { openBrowser, watched } from "./portal.mjs";
import { serve } from "./server.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM = process.env.KABINET_PROGRAM ?? join(ROOT, "target/release/kabinet");

test("the modules run as they are, a changed one among them", async () => {
  const work = await mkdtemp(join(tmpdir(), "kabinet-unbundled-"));
  const scripts = join(work, "themes/imc/assets/js");
  await cp(join(ROOT, "content"), join(work, "content"), { recursive: true });
  await cp(join(ROOT, "web/js"), scripts, { recursive: true });
  const settings = join(work, "content/site.yaml");
  await writeFile(settings, (await readFile(settings, "utf8")).replace(/^base_url:.*$/m, "base_url: https://centre.example/"));
  const results = join(scripts, "search/results.js");
  const text = await readFile(results, "utf8");
  await writeFile(results, `${text}\ndocument.documentElement.dataset.changed = "yes";\n`);
  await promisify(execFile)(PROGRAM, ["build", "--root", work, "--today", "2026-11-21"], { maxBuffer: 1 << 26 });
  const { origin, close } = await serve(join(work, "public"));
  const browser = await openBrowser();
  try {
    const { page, troubles } = await watched(await browser.newContext({ serviceWorkers: "block" }), origin);
    await page.goto(`${origin}/search/?q=площадка`);
    await page.locator("main ol mark").first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.changed), "yes");
    await page.goto(`${origin}/about/`);
    await page.getByRole("combobox").fill("положение");
    await page.getByRole("option").first().waitFor();
    assert.deepEqual(troubles, []);
  } finally {
    await browser.close();
    close();
    await rm(work, { recursive: true });
  }
});
