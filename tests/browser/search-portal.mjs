// A copy of the built portal on a host that can be told to misbehave, and its search as a page uses it.
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, beforeEach } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { addresses, FOLDERS, openBrowser } from "./portal.mjs";
import { fileFor } from "./server.mjs";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json" };

/**
 * Copies a portal and serves it. `rule(path)` may answer for the host: with `{ status, headers, body }`, with
 * "hang up" or "fall silent", or with nothing; it is called with the path below the base and may be changed while the tests run, as may the files.
 */
export async function openCopy(name = "top") {
  const folder = await mkdtemp(join(tmpdir(), "kabinet-portal-"));
  await cp(FOLDERS[name], folder, { recursive: true });
  const { base } = await addresses(folder);
  const copy = { folder, base, rule: () => null, log: [] };
  const server = createServer((request, response) => answer(copy, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const scripts = (await readdir(join(folder, "assets"))).find((name) => name.startsWith("scripts."));
  const script = (name) => `${origin}${base}assets/${scripts}/js/search/${name}.js`;
  return Object.assign(copy, {
    origin,
    script,
    url: (path) => origin + base + path.replace(/^\//, ""),
    file: (path) => join(folder, path),
    read: (path) => readFile(join(folder, path)),
    write: (path, bytes) => writeFile(join(folder, path), bytes),
    move: async (from, to) => {
      await mkdir(dirname(join(folder, to)), { recursive: true });
      await rename(join(folder, from), join(folder, to));
    },
    remove: (path) => rm(join(folder, path), { recursive: true }),
    manifest: async () => JSON.parse(await readFile(join(folder, "search/index.json"), "utf8")),
    /** Names what was asked for since the last call, below the base. */
    asked: () => copy.log.splice(0),
    /** Has the host vanish, with the connections that are open. */
    vanish: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

/** Gives each test of a file a copy of a portal and a context of its own, as `{ browser, copy, context }`. */
export function withCopies(give, options = {}, name = () => "nested") {
  let browser, copy, context;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());
  beforeEach(async () => {
    copy = await openCopy(name());
    context = await browser.newContext(options);
    give({ browser, copy, context });
  });
  afterEach(async () => {
    await context.close();
    await copy.close();
  });
}

async function answer(copy, request, response) {
  const address = decodeURI(new URL(request.url, "http://localhost").pathname);
  const path = address.startsWith(copy.base) ? address.slice(copy.base.length) : `../${address}`;
  copy.log.push(path);
  const file = path.startsWith("..") ? null : await fileFor(copy.folder, "/" + path);
  const body = file ? await readFile(file) : null;
  const type = TYPES[(file ?? ".html").split(".").at(-1)] ?? "application/octet-stream";
  const own = await copy.rule(path, body);
  if (own === "hang up") return request.socket.destroy();
  if (own === "fall silent") {
    response.writeHead(200, { "content-type": type });
    return response.write((body ?? Buffer.from(" ")).subarray(0, 8));
  }
  const status = own?.status ?? (body ? 200 : 404);
  response.writeHead(status, { "content-type": type, ...own?.headers });
  response.end(own?.body ?? body ?? (await readFile(join(copy.folder, "404.html"))));
}

/** Opens a page with a search of its own: `search`, and the promises that it has given. */
export async function openSearch(context, copy, { path = "/about/", options = {} } = {}) {
  const page = await context.newPage();
  await page.goto(copy.url(path));
  await begin(page, copy, options);
  return page;
}

/** Makes the search of a page, anew after each load. */
export async function begin(page, copy, options = {}) {
  const base = copy.url("search/");
  await page.evaluate(
    async ({ client, base, options }) => {
      const { createSearch } = await import(client);
      window.search = createSearch(new URL(base), options);
    },
    { client: copy.script("client"), base, options },
  );
}

/** Asks in the page; a fault comes as `{ fault: { kind, name } }`. */
export function ask(page, request) {
  return page.evaluate(async (request) => {
    const plain = (fault) => fault && { kind: fault.kind, name: fault.name, text: fault.message };
    try {
      const answer = await window.search.search(request);
      return { ...answer, fault: plain(answer.fault) };
    } catch (fault) {
      return { rejected: plain(fault) };
    }
  }, request);
}

/** Asks for suggestions in the page. */
export function suggest(page, text, limit) {
  return page.evaluate(([text, limit]) => window.search.suggest(text, limit), [text, limit]);
}

/** The JSON that is packed in a file. */
export const unpacked = (bytes) => JSON.parse(gunzipSync(bytes).toString());

export const packed = (value) => gzipSync(JSON.stringify(value));
