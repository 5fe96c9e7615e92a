// Feeds as programs of readers understand them: by a parser that knows nothing of this project.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { parseAtomFeed } from "feedsmith";
import { FOLDERS, addresses } from "./portal.mjs";

/** A moment as RFC 3339 writes it, which the standard of feeds wants. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** @type {Map<string, any>} */
const feeds = new Map();
let known;
before(async () => {
  for (const entry of await readdir(FOLDERS.top, { recursive: true })) {
    if (entry.endsWith("feed.xml")) feeds.set(entry, parseAtomFeed(await readFile(join(FOLDERS.top, entry), "utf8")));
  }
  known = new Set((await addresses(FOLDERS.top)).paths);
});

test("there is one of everything, one of each section that asks for it, and one of each association and direction", () => {
  for (const name of ["feed.xml", "news/feed.xml", "materials/feed.xml", "associations/rmo-matematika/feed.xml", "directions/attestaciya/feed.xml"]) assert.ok(feeds.has(name), name);
});

test("each has what the standard wants, and leads to pages of the portal", () => {
  for (const [name, feed] of feeds) {
    assert.ok(feed.id && feed.title && feed.authors?.[0]?.name, name);
    assert.match(String(feed.updated), MOMENT, name);
    const ways = Object.fromEntries(feed.links.map((/** @type {any} */ link) => [link.rel, link.href]));
    assert.ok(new URL(ways.self).pathname.endsWith(`/${name}`), name);
    assert.ok(known.has(new URL(ways.alternate).pathname), `${name}: ${ways.alternate}`);
    const ids = (feed.entries ?? []).map((/** @type {any} */ entry) => entry.id);
    assert.equal(new Set(ids).size, ids.length, name);
    for (const entry of feed.entries ?? []) {
      assert.ok(entry.title, `${name}: ${entry.id}`);
      assert.match(String(entry.updated), MOMENT, `${name}: ${entry.id}`);
      assert.ok(known.has(new URL(entry.links[0].href).pathname), `${name}: ${entry.links[0].href}`);
    }
    // The newest first.
    const days = (feed.entries ?? []).map((/** @type {any} */ entry) => Date.parse(entry.updated));
    assert.deepEqual(days, days.toSorted((/** @type {number} */ a, /** @type {number} */ b) => b - a), name);
  }
});

test("the feed of an association has what belongs to it and nothing else", () => {
  const titles = feeds.get("associations/rmo-matematika/feed.xml").entries.map((/** @type {any} */ entry) => entry.title.value ?? entry.title);
  assert.ok(titles.some((/** @type {string} */ title) => title.includes("математик")), titles.join("\n"));
  assert.ok(titles.length < feeds.get("feed.xml").entries.length, titles.join("\n"));
});
