// Every link of every page leads somewhere, at the top of a host and below a folder. No browser is needed for that.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { openPortal } from "./portal.mjs";
import { fileFor } from "./server.mjs";

const unescape = (text) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#x2F;", "/").replaceAll("&amp;", "&");
const attribute = (html, name) => [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((found) => unescape(found[1]));

async function htmlFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html")).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files.filter((file) => !relative(folder, file).startsWith(".")).sort();
}

for (const name of ["top", "nested"]) {
  describe(`links of the portal, ${name}`, () => {
    let portal, pages;
    before(async () => {
      portal = await openPortal(name);
      pages = new Map();
      for (const file of await htmlFiles(portal.folder)) pages.set(file, await readFile(file, "utf8"));
    });
    after(() => portal.close());

    const addressOf = (file) => portal.base + relative(portal.folder, file).replace(/(^|\/)index\.html$/, "$1");

    test("lead to files and anchors that exist", async () => {
      const dead = [];
      for (const [file, html] of pages) {
        const here = new URL(addressOf(file), portal.origin);
        for (const link of [...attribute(html, "href"), ...attribute(html, "src")]) {
          const target = new URL(link, here);
          if (target.origin !== portal.origin) continue;
          const inside = target.pathname.startsWith(portal.base);
          const found = inside && (await fileFor(portal.folder, "/" + target.pathname.slice(portal.base.length)));
          if (!found) {
            dead.push(`${here.pathname} → ${link}`);
          } else if (target.hash.length > 1 && found.endsWith(".html")) {
            const anchor = decodeURIComponent(target.hash.slice(1));
            const text = pages.get(found) ?? (await readFile(found, "utf8"));
            if (!attribute(text, "id").includes(anchor)) dead.push(`${here.pathname} → ${link} (no such anchor)`);
          }
        }
      }
      assert.deepEqual(dead.slice(0, 30), [], `${dead.length} dead links`);
      assert.ok(pages.size > 20, `only ${pages.size} pages: was the portal built?`);
    });

    test("name the site's own address in canonical links and in the map", async () => {
      for (const path of portal.paths) {
        const file = await fileFor(portal.folder, path);
        assert.ok(file, `the map lists ${path}, which is not there`);
        const canonical = (pages.get(file) ?? "").match(/<link[^>]*rel="canonical"[^>]*>/)?.[0] ?? "";
        const url = attribute(canonical, "href")[0];
        assert.ok(url, `${path} has no canonical link`);
        assert.equal(new URL(url).pathname, portal.base + path.slice(1), `canonical link of ${path}`);
      }
    });

    test("identifiers are unique within a page", () => {
      for (const [file, html] of pages) {
        const ids = attribute(html, "id");
        const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
        assert.deepEqual(twice, [], addressOf(file));
      }
    });
  });
}
