// The engine in the browser: it answers as everywhere, and whatever a host does to its files, something answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { until } from "./portal.mjs";
import { ask, begin, openSearch, withCopies } from "./search-portal.mjs";
import { Engine, unpack } from "./wasm.mjs";

const QUESTIONS = ["площадок", "положение о методическом кабинете", "vtnjlbrf", "\"школа молодого педагога\"", "семинар -вебинар", "273-ФЗ", "метод"];
const WORD = { text: "площадка" };

/** An engine that opens and then crashes: the exports of the real one, `unreachable` in `search`. */
const CRASHING = crashing();

/** What the service worker keeps is another matter: offline.test.mjs. */
const ALONE = { serviceWorkers: "block" };

let browser, copy, context;
withCopies((given) => ({ browser, copy, context } = given), ALONE, () => "larger");

test("the browser answers as the terminal does, in at most three rounds, below a folder", async () => {
  const engine = await Engine.open(pathToFileURL(copy.file("search/")));
  const page = await openSearch(context, copy);
  for (const text of QUESTIONS) {
    const { from, rounds, milliseconds, fault, ...outcome } = await ask(page, { text });
    assert.equal(fault, undefined, `${text}: ${fault?.text}`);
    assert.equal(from, "engine", text);
    assert.ok(rounds <= 3, `${text}: ${rounds} rounds`);
    assert.ok(milliseconds > 0);
    for (const hit of outcome.hits) {
      assert.ok(hit.url.startsWith(`/imc${hit.page.slice(0, 3)}`), hit.url);
      for (const place of hit.sections) {
        const address = place.anchor.startsWith("/") ? place.anchor.slice(0, 3) : hit.page.slice(0, 3);
        assert.ok(place.url.startsWith(`/imc${address}`), place.url);
        delete place.url;
      }
      delete hit.url;
    }
    assert.deepEqual(outcome, JSON.parse(await engine.search({ text })), text);
  }
});

test("links lead to the pages", async () => {
  const page = await openSearch(context, copy);
  const { hits } = await ask(page, { text: "положение" });
  assert.ok(hits.length > 2);
  for (const { url, title } of hits.slice(0, 3)) {
    const response = await page.goto(copy.origin + url);
    assert.equal(response.status(), 200);
    assert.ok((await page.locator("h1").innerText()).includes(title.slice(0, 20)));
  }
});

test("files of one round are fetched at the same time", async () => {
  let waiting = 0;
  let most = 0;
  copy.rule = async (path) => {
    if (!/^search\/(index|text)\//.test(path)) return null;
    most = Math.max(most, ++waiting);
    await new Promise((done) => setTimeout(done, 300));
    waiting--;
    return null;
  };
  const page = await openSearch(context, copy);
  const { rounds } = await ask(page, { text: "методическая работа с молодыми педагогами" });
  const files = copy.asked().filter((path) => /^search\/(index|text)\//.test(path));
  assert.ok(files.length > rounds, files.join());
  assert.ok(most > 1, "one after another");
});

test("a newer question supersedes the older one", async () => {
  copy.rule = (path) => (path.startsWith("search/core/") ? new Promise((done) => setTimeout(done, 300)) : null);
  const page = await openSearch(context, copy);
  const [older, newer] = await page.evaluate(() =>
    Promise.all(["семинар", "положение"].map((text) => window.search.search({ text }).catch((error) => error.name))),
  );
  assert.equal(older, "AbortError");
  assert.ok(newer.total > 0);
});

test("types and encodings of the host do not matter", async () => {
  const ways = {
    "text/plain": () => ({ headers: { "content-type": "text/plain" } }),
    "no type": () => ({ headers: { "content-type": "" } }),
    "text/html": () => ({ headers: { "content-type": "text/html" } }),
    "marked as encoded": () => ({ headers: { "content-encoding": "gzip" } }),
    "unpacked by the host": (body) => ({ body: unpack(body) }),
    "forbidden when missing": (body) => (body ? null : { status: 403 }),
  };
  for (const [name, way] of Object.entries(ways)) {
    copy.rule = (path, body) => (path.endsWith(".pack") && body ? way(body) : null);
    const own = await browser.newContext(ALONE);
    const page = await openSearch(own, copy);
    const { from, total, fault } = await ask(page, WORD);
    assert.equal(from, "engine", `${name}: ${fault?.text}`);
    assert.ok(total > 0, name);
    await own.close();
  }
});

test("without DecompressionStream the files are unpacked all the same", async () => {
  await context.route("**/js/search/*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete globalThis.DecompressionStream;\n${await response.text()}` });
  });
  const page = await openSearch(context, copy);
  const { from, total } = await ask(page, WORD);
  assert.equal(from, "engine");
  assert.ok(total > 0);
  assert.ok(copy.asked().some((path) => path.includes("/inflate.")));
});

test("a superseded file is taken from previous/", async () => {
  const page = await openSearch(context, copy);
  await ask(page, { text: "семинар" });
  for (const folder of ["index", "text"]) await copy.move(`search/${folder}`, `search/previous/${folder}`);
  copy.asked();
  const { from, total, fault } = await ask(page, { text: "положение о площадке" });
  assert.equal(from, "engine", fault?.text);
  assert.ok(total > 0);
  const asked = copy.asked();
  assert.ok(asked.some((path) => path.startsWith("search/previous/")));
  assert.ok(!asked.includes("search/index.json"), "nothing was opened anew");
});

test("after two publications the search opens anew", async () => {
  const page = await openSearch(context, copy);
  await ask(page, { text: "ыыы", literal: true });
  // What the open index needs is gone, and the manifest names another core.
  const manifest = await copy.manifest();
  const other = manifest.core.replace(/\w+\.pack$/, "0123456789abcdef0123.pack");
  await copy.write(`search/${other}`, await copy.read(`search/${manifest.core}`));
  await copy.write("search/index.json", JSON.stringify({ ...manifest, core: other }));
  let gone = true;
  copy.rule = (path) => {
    if (path === `search/${other}`) gone = false;
    return gone && /^search\/(index|text|words)\//.test(path) ? { status: 404 } : null;
  };
  const { from, total } = await ask(page, WORD);
  assert.equal(from, "engine");
  assert.ok(total > 0);
});

test("a site that is half published is told, and the titles answer", async () => {
  const manifest = await copy.manifest();
  await copy.write("search/index.json", JSON.stringify({ ...manifest, core: "core/ffffffffffffffffffff.pack" }));
  const page = await openSearch(context, copy);
  const half = await ask(page, WORD);
  assert.equal(half.from, "titles");
  assert.equal(half.fault.kind, "outdated");
  assert.ok(half.total > 0);
  // As soon as the rest is there, the engine answers in the same page.
  await copy.write("search/index.json", JSON.stringify(manifest));
  assert.equal((await ask(page, WORD)).from, "engine");
});

test("an open page goes on with the old index until the new one is whole", async () => {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(copy.url("/about/"));
  await begin(page, copy);
  await ask(page, WORD);
  const manifest = await copy.manifest();
  const core = "core/0123456789abcdef0123.pack";
  const askLater = async (missed) => {
    await page.clock.fastForward(6 * 60_000);
    assert.equal((await ask(page, WORD)).from, "engine");
    let [asked, leapt] = [[], Date.now()];
    // A question that comes while an exchange is still failing looks for nothing new, nor does one soon after an
    // exchange that the leap of the clock cut off: later still, one does. Between leaps an exchange has time to end,
    // on a loaded machine too.
    const looked = async () => {
      if (Date.now() - leapt > 5_000) {
        await page.clock.fastForward(6 * 60_000);
        leapt = Date.now();
      }
      await ask(page, WORD);
      return (asked = asked.concat(copy.asked())).includes(missed);
    };
    await until(looked, `${missed} was not asked for`);
    assert.equal((await ask(page, WORD)).from, "engine");
  };
  copy.asked();
  await copy.write("search/index.json", JSON.stringify({ ...manifest, core }));
  await askLater(`search/previous/${core}`);
  // An exchange that is still under way may find it, before anything is asked later.
  copy.asked();
  await copy.write(`search/${core}`, await copy.read(`search/${manifest.core}`));
  await askLater(`search/${core}`);
});

for (const [name, damage] of Object.entries({
  "cut short": (body) => body.subarray(0, body.length >> 1),
  "changed on the way": (body) => Buffer.concat([body.subarray(0, 20), Buffer.alloc(9), body.subarray(29)]),
  "a page in its place": () => Buffer.from("<!doctype html><title>Hello</title>"),
})) {
  test(`a file that is ${name} is fetched once more`, async () => {
    const seen = new Set();
    copy.rule = (path, body) => {
      if (!path.endsWith(".pack") || !body || seen.has(path)) return null;
      seen.add(path);
      return { body: damage(body), headers: { "cache-control": "max-age=31536000, immutable" } };
    };
    const page = await openSearch(context, copy);
    const { from, total, fault } = await ask(page, WORD);
    assert.equal(from, "engine", fault?.text);
    assert.ok(total > 0);
    const asked = copy.asked();
    assert.ok([...seen].every((path) => asked.filter((one) => one === path).length === 2), "asked for more than twice");
    assert.equal(asked.filter((path) => path === "search/index.json").length, 1, "opened more than once");
  });

  test(`a file that stays ${name} gives a clear fault, and the titles answer`, async () => {
    copy.rule = (path, body) => (/^search\/(index|text)\//.test(path) && body ? { body: damage(body) } : null);
    const page = await openSearch(context, copy);
    const { from, total, fault } = await ask(page, WORD);
    assert.deepEqual([from, fault.kind], ["titles", "broken"], fault.text);
    assert.ok(total > 0);
  });
}

test("a file that is whole but wrong is fetched once more, past what the browser keeps", async () => {
  const { core } = await copy.manifest();
  let first = true;
  copy.rule = (path, body) => {
    if (path !== `search/${core}` || !first) return null;
    first = false;
    return { body: Buffer.from("something else"), headers: { "cache-control": "max-age=31536000, immutable" } };
  };
  const page = await openSearch(context, copy);
  const { from, fault } = await ask(page, WORD);
  assert.equal(from, "engine", fault?.text);
});

test("a host out of reach is a fault of the network", async () => {
  const page = await openSearch(context, copy);
  copy.rule = (path) => (path.startsWith("search/") && !path.includes("titles") ? "hang up" : null);
  const { from, fault } = await ask(page, WORD);
  assert.deepEqual([from, fault.kind], ["titles", "network"]);
  copy.rule = (path) => (path.startsWith("search/") ? { status: 503 } : null);
  await begin(page, copy);
  const { rejected } = await ask(page, WORD);
  assert.deepEqual([rejected.name, rejected.kind], ["SearchFault", "network"]);
  // And when it is back, so is the search.
  copy.rule = () => null;
  assert.equal((await ask(page, WORD)).from, "engine");
});

test("a crash of the engine is answered by another one, once", async () => {
  let crashes = 1;
  let loaded = 0;
  copy.rule = (path) => {
    if (!path.startsWith("search/engine/")) return null;
    loaded++;
    return crashes-- > 0 ? { body: CRASHING, headers: { "cache-control": "no-store" } } : { headers: { "cache-control": "no-store" } };
  };
  const page = await openSearch(context, copy);
  assert.equal((await ask(page, WORD)).from, "engine");
  assert.equal(loaded, 2);
  crashes = 100;
  loaded = 0;
  const other = await openSearch(context, copy);
  const { from, fault, total } = await ask(other, WORD);
  assert.deepEqual([from, fault.kind, loaded], ["titles", "broken", 2], fault.text);
  assert.ok(total > 0);
});

test("without WebAssembly, or without workers, the titles answer", async () => {
  for (const lacking of ["WebAssembly", "Worker"]) {
    const own = await browser.newContext(ALONE);
    await own.addInitScript((lacking) => delete globalThis[lacking], lacking);
    const page = await openSearch(own, copy);
    copy.asked();
    // A form that no title has: an old phone has no dictionary, but is not left with nothing.
    const { from, fault, hits, total } = await ask(page, { text: "площадками" });
    assert.deepEqual([from, fault.kind], ["titles", "unsupported"], lacking);
    assert.ok(total > 0);
    assert.ok(hits[0].url.startsWith("/imc/") && hits[0].title_fragments.length > 0);
    assert.ok(!copy.asked().some((path) => path.startsWith("search/engine/")), "the engine was fetched in vain");
    await own.close();
  }
});

test("titles know nothing of minus words: they answer the rest of the question", async () => {
  await context.addInitScript(() => delete globalThis.WebAssembly);
  const page = await openSearch(context, copy);
  const found = async (text) => (await ask(page, { text })).hits?.map((hit) => hit.page);
  const plain = await found("площадка");
  assert.ok(plain.length > 0);
  for (const text of ["площадка -семинар", "площадка −семинар", "площадка –семинар", "-семинар площадка", "площадка -273-ФЗ",
    "площадка -«школа молодого педагога»", "-\"школа молодого педагога\" площадка", "площадка -“школа молодого"]) {
    assert.deepEqual(await found(text), plain, text);
  }
  assert.notDeepEqual(await found("семинар-площадка"), await found("семинар"), "a hyphen is no minus");
  assert.equal((await ask(page, { text: "-семинар" })).rejected.kind, "unsupported", "without anything to look for");
});

test("titles do not mark minus words, neither in their answers nor on the page they lead to", async () => {
  await context.addInitScript(() => delete globalThis.WebAssembly);
  const page = await openSearch(context, copy);
  const [plain, minus] = [await ask(page, { text: "семинар" }), await ask(page, { text: "семинар -методист" })];
  const shown = ({ hits }) => hits.map(({ words, title_fragments: title }) => ({ words, title }));
  assert.deepEqual(shown(minus), shown(plain));
});

test("workers that know no modules are not tried", async () => {
  await context.addInitScript(() => {
    globalThis.Worker = class {
      constructor(address) {
        // As browsers before modules: the options stay unread.
        globalThis.started = String(address);
      }
      terminate() {}
    };
  });
  const page = await openSearch(context, copy);
  const { from, fault } = await ask(page, WORD);
  assert.deepEqual([from, fault.kind], ["titles", "unsupported"]);
});

test("when the worker's script is gone, the titles answer", async () => {
  const page = await openSearch(context, copy);
  copy.rule = (path) => (path.includes("/worker.") ? { status: 404 } : null);
  const { from, fault } = await ask(page, WORD);
  assert.deepEqual([from, fault.kind], ["titles", "outdated"]);
});

test("an engine that has taken much is exchanged for a fresh one", async () => {
  await context.route("**/js/search/client.js", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    // Bundlers write the product out or leave it.
    const body = text.replace(/67108864|64\*1024\*1024/, "1024");
    // A request that is left alone would keep the page waiting for ever.
    await (body === text ? route.abort() : route.fulfill({ response, body }));
  });
  const page = await openSearch(context, copy);
  const workers = [];
  page.on("worker", (worker) => workers.push(worker));
  await ask(page, WORD);
  await until(() => workers.length === 2, "no second worker");
  assert.equal((await ask(page, { text: "семинар" })).from, "engine");
  await until(() => page.workers().length === 1 || workers.length > 2, "the first worker stays");
});

test("the engine is fetched ahead only when asked, and not where data are dear", async () => {
  const page = await openSearch(context, copy);
  await page.evaluate(() => window.search.warm("titles"));
  await until(() => copy.log.includes("search/titles.pack"), "titles were not fetched");
  assert.ok(!copy.asked().some((path) => path.startsWith("search/engine/")));
  await page.evaluate(() => window.search.warm("engine"));
  await until(() => copy.log.some((path) => path.startsWith("search/engine/")), "the engine was not fetched");
  await context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const sparing = await openSearch(context, copy);
  copy.asked();
  await sparing.evaluate(() => window.search.warm("engine"));
  await new Promise((done) => setTimeout(done, 500));
  assert.deepEqual(copy.asked(), []);
});

test("on a slow line the engine waits for the first suggestions", async () => {
  let before;
  copy.rule = async (path) => {
    if (!path.startsWith("search/titles")) return null;
    await new Promise((done) => setTimeout(done, 400));
    if (path.startsWith("search/titles/")) before = copy.asked();
    return null;
  };
  const page = await openSearch(context, copy);
  copy.asked();
  await page.evaluate(() => {
    window.search.warm("titles");
    window.search.warm("engine");
    return window.search.suggest("положение");
  });
  assert.ok(!before.some((path) => /search\/(engine|core)\//.test(path)), before.join());
  await until(() => copy.log.some((path) => path.startsWith("search/engine/")), "the engine was not fetched");
});

function crashing() {
  const section = (id, ...items) => [id, items.flat().length + 1, items.length, ...items.flat()];
  const name = (text) => [text.length, ...Buffer.from(text)];
  const returning = (number) => [4, 0, 0x41, number, 0x0b];
  const names = ["reserve", "put", "open", "search", "output_ptr", "output_len"];
  const types = [[0x60, 1, 0x7f, 1, 0x7f], [0x60, 0, 1, 0x7f]];
  // Input lies at 64, and the output is `0`, one byte at 0.
  const bodies = [[5, 0, 0x41, 0xc0, 0, 0x0b], returning(0), returning(0), [3, 0, 0x00, 0x0b], returning(0), returning(1)];
  return Buffer.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, ...types),
    ...section(3, [0], [0], [1], [1], [1], [1]),
    ...section(5, [0, 0x80, 2]),
    ...section(7, [...name("memory"), 2, 0], ...names.map((text, at) => [...name(text), 0, at])),
    ...section(10, ...bodies),
    ...section(11, [0, 0x41, 0, 0x0b, 1, 0x30]),
  ]);
}
