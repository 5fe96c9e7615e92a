// Calendar files before a parser that is not ours: those of the portal, and those of any words.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import ICAL from "ical.js";
import { FOLDERS } from "./portal.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM = process.env.KABINET_PROGRAM ?? ["release", "debug"].map((kind) => join(ROOT, "target", kind, "kabinet")).find(existsSync);

/** Reads a file as a calendar in strict mode: its events, after the form of its lines was judged. */
async function events(path) {
  const bytes = await readFile(path);
  const text = bytes.toString("utf8");
  assert.deepEqual(Buffer.from(text), bytes, `${path}: a letter is cut`);
  assert.ok(text.endsWith("\r\n") && !/[^\r]\n|\r[^\n]/.test(text), `${path}: lines do not end with CR LF`);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, `${path}: ${line}`);
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
  return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one, { strictExceptions: true }));
}

const calendars = async (folder) => (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".ics"));

describe("the calendars of the portal", () => {
  test("are read by a parser of others, and lead to pages that are there", async () => {
    const paths = await calendars(FOLDERS.top);
    assert.ok(paths.includes("calendar.ics") && paths.length > 30, paths.join());
    for (const path of paths) {
      const all = await events(join(FOLDERS.top, path));
      assert.ok(all.length > 0, `${path} is empty`);
      assert.equal(new Set(all.map((one) => one.uid)).size, all.length, `${path}: an id is there twice`);
      for (const one of all) {
        const url = new URL(one.component.getFirstPropertyValue("url"));
        assert.ok(existsSync(join(FOLDERS.top, decodeURI(url.pathname), "index.html")), `${path}: ${url}`);
        assert.ok(one.summary && one.uid.includes("@") && one.component.getFirstPropertyValue("dtstamp").year > 2000, path);
        assert.ok(one.endDate.compare(one.startDate) >= 0, `${path}: ends before it begins`);
        assert.ok(["CONFIRMED", "CANCELLED"].includes(one.component.getFirstPropertyValue("status")), path);
      }
    }
  });
});

/** Words of a repeatable chance. */
function chance(seed) {
  let state = seed;
  const next = (below) => (state = (state * 48271) % 2147483647) % below;
  const pieces = [..."абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВ xyz 0123 ,;:\\\"'«»—…№%&<>", "👩‍🏫", "🎓", "é", "\\n", ",,", ";;"];
  return (least, most) => {
    let words = "Слово";
    for (let left = least + next(most - least); left > 0; left--) words += pieces[next(pieces.length)];
    return `${words}.`.replace(/\s+/g, " ");
  };
}

describe("the hours at which somebody receives", () => {
  test("repeat on their days for a school year, and never on a holiday", async () => {
    const paths = (await calendars(FOLDERS.top)).filter((path) => path.endsWith("hours.ics"));
    assert.ok(paths.length > 10, paths.join());
    for (const path of paths) {
      for (const event of await events(join(FOLDERS.top, path))) {
        assert.ok(event.isRecurring(), path);
        const days = [];
        const walk = event.iterator();
        for (let next = walk.next(); next; next = walk.next()) days.push(next.toString());
        assert.ok(days.length > 25 && days.length < 300, `${path}: ${days.length} times`);
        assert.ok(days[0] >= "2026-09-01" && days.at(-1) < "2027-09-01", `${path}: ${days[0]} ${days.at(-1)}`);
        const holidays = days.filter((day) => /-(01-0[1-8]|02-23|03-08|05-01|05-09|06-12|11-04)T/.test(day));
        assert.deepEqual(holidays, [], path);
        if (path.startsWith("consultations/")) assert.deepEqual(days.filter((day) => day.includes("2027-07-")), [], `${path}: July is excepted`);
      }
    }
  });
});

describe("any words", () => {
  let folder, given;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "kabinet-calendar-"));
    await mkdir(join(folder, "content/events"), { recursive: true });
    await cp(join(ROOT, "content/site.yaml"), join(folder, "content/site.yaml"));
    const settings = await readFile(join(folder, "content/site.yaml"), "utf8");
    await writeFile(join(folder, "content/site.yaml"), settings.replace(/^(menu|footer|home):\n(?:[ -].*\n)*/gm, ""));
    const words = chance(20261129);
    given = Array.from({ length: 200 }, (_, at) => ({
      id: `event-${at}`, title: words(3, 150), summary: words(10, 300), place: { name: words(3, 120) }, form: "семинар",
      start: `2026-12-${String(1 + (at % 28)).padStart(2, "0")} ${8 + (at % 10)}:30`,
    }));
    // JSON is YAML.
    await writeFile(join(folder, "content/events/all.yaml"), `items: ${JSON.stringify(given)}\n`);
    execFileSync(PROGRAM, ["build", "--root", folder, "--today", "2026-11-21", "--out", join(folder, "public")], { stdio: ["ignore", "pipe", "pipe"] });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test("come back whole", async () => {
    const all = new Map((await events(join(folder, "public/calendar.ics"))).map((one) => [one.uid.replace(/@.*/, ""), one]));
    assert.equal(all.size, given.length);
    for (const { id, title, summary, place, start } of given) {
      const told = all.get(`event/${id}`);
      assert.equal(told.summary, title);
      assert.equal(told.location, place.name);
      assert.equal(told.description.split("\nПодробнее: ")[0], summary);
      // The centre is three hours ahead of universal time.
      const hours = (told.startDate.hour + 3) % 24;
      assert.equal(`${told.startDate.year}-12-${String(told.startDate.day).padStart(2, "0")} ${hours}:${told.startDate.minute}`, start);
    }
  });
});
