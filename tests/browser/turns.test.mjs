// What depends on the day and the hour stays true between builds, on every page; and nothing is promised without a script.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations, withPortals } from "./portal.mjs";

let portal, browser;
withPortals(["top"], (given) => ({ top: portal, browser } = given));

/** Opens a page at a moment of the centre, on a device that lives elsewhere. */
async function at(moment, path, { scripts = true, width = 360, media } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 740 }, javaScriptEnabled: scripts, timezoneId: "Asia/Irkutsk" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${moment}+03:00`));
  if (media) await page.emulateMedia({ media });
  await page.goto(portal.url(path));
  return page;
}

describe("a state", () => {
  test("gives way to the next one on its day, on lists and pages", async () => {
    const built = await at("2026-11-21T10:00", "/events/", { scripts: false });
    const chip = built.locator(".chip[data-turns]").first();
    const turns = (await chip.getAttribute("data-turns")).split(";").map((turn) => ({ day: turn.slice(0, 10), words: turn.slice(11).split(" ").slice(1).join(" ") }));
    const before = await chip.textContent();
    const path = new URL(await built.locator("article:has(.chip[data-turns]) :is(h2, h3, h4) a").first().getAttribute("href"), portal.url("/")).pathname;
    await built.context().close();
    for (const place of ["/events/", path]) {
      for (const { day, words } of turns) {
        const page = await at(`${day}T10:00`, place);
        assert.equal(await page.locator(".chip[data-turns]").first().textContent(), words, `${place} ${day}`);
        await page.context().close();
      }
    }
    assert.notEqual(before, turns[0].words);
  });
});

describe("hours", () => {
  const shown = async (moment, path, options) => {
    const page = await at(moment, path, options);
    const count = await page.locator("[data-hours]:visible").count();
    await page.context().close();
    return count;
  };

  test("are said while they last, in the time of the centre", async () => {
    // The first of December 2026 is a Tuesday.
    for (const path of ["/consultations/", "/people/", "/people/metodist-attestaciya/"]) {
      assert.ok(await shown("2026-12-01T10:30", path), `${path} at half past ten`);
    }
    assert.equal(await shown("2026-12-01T09:59", "/people/metodist-attestaciya/"), 0);
    assert.equal(await shown("2026-12-01T12:00", "/people/metodist-attestaciya/"), 0);
    assert.equal(await shown("2026-12-02T10:30", "/people/metodist-attestaciya/"), 0);
  });

  test("are not said in what is excepted, on holidays, and without a script", async () => {
    assert.equal(await shown("2027-07-06T10:30", "/consultations/"), 0, "July is excepted");
    assert.equal(await shown("2027-01-05T10:30", "/people/"), 0, "a holiday");
    assert.equal(await shown("2026-12-01T10:30", "/people/", { scripts: false }), 0);
  });
});

describe("paper", () => {
  test("the sheet of a week fits a page, with a code for each event", async () => {
    const page = await at("2026-11-21T10:00", "/calendar/week/", { width: 700, media: "print" });
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1);
    assert.ok(await page.locator("svg.qr:visible").count());
    await page.context().close();
  });

  test("an event has its address as a code, and how to sign up", async () => {
    const page = await at("2026-11-21T10:00", portal.paths.find((path) => /^\/events\/[^/]+\/$/.test(path)), { media: "print" });
    assert.ok(await page.locator("svg.qr").isVisible());
    await page.context().close();
  });

  test("numbers of a list have room on paper, three figures of them", async () => {
    const page = await at("2026-11-21T10:00", "/materials/diagnostika-deficitov/", { media: "print" });
    const [number, room] = await page.locator(".prose ol").first().evaluate((list) => {
      const pen = document.createElement("canvas").getContext("2d");
      const { fontSize, fontFamily } = getComputedStyle(list);
      pen.font = `${fontSize} ${fontFamily}`;
      return [pen.measureText("100. ").width, parseFloat(getComputedStyle(list).paddingLeft)];
    });
    assert.ok(number <= room, `${number} px in ${room}`);
    await page.context().close();
  });

  test("the register, the sheet and compared editions have no accessibility violations", async () => {
    const changes = portal.paths.filter((path) => path.endsWith("/changes/")).slice(0, 1);
    assert.equal(changes.length, 1);
    for (const path of ["/proofs/", "/calendar/week/", ...changes]) {
      for (const width of [360, 1280]) {
        const page = await at("2026-11-21T10:00", path, { width });
        assert.deepEqual((await violations(page)).map(({ id, nodes }) => `${path} ${id}: ${nodes[0].html}`), []);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, path);
        await page.context().close();
      }
    }
  });
});
