// Keeps visited pages and search for when there is no connection. Files named by their content are taken from what
// is kept; pages and the names of the newest search files are asked from the host first. Nothing else is kept.

/** Changes when a page must be forgotten everywhere (`kabinet build --purge`): then all that was kept goes. */
const PURGE = "";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = new URL(worker.registration.scope);
const MINE = `kabinet ${scope.pathname} `;
const NAMES = { pages: cacheName("pages"), assets: cacheName("assets"), search: cacheName("search") };
const NEWEST = ["search/index.json", "search/titles.pack"];
const SEARCH_PAGE = new URL("search/", scope).href;
/** Files whose addresses hold a hash of their content; scripts have one for all of them. */
const LASTING = { assets: /^assets\/(.+\.[0-9a-f]{8}(\.\w+)?|scripts\.[0-9a-f]{8}\/.+)$/, search: /^search\/(\w+)\/[\w-]+\.pack$/ };

/** What a page or a style sheet refers to by such an address, and a script to another by its place. */
const REFERENCE = /(?:["'=]|url\(["']?)([^"'\s()<>]{1,300}\.[0-9a-f]{8}(?:\.\w{1,9}|\/[\w./-]{1,200})|\.{1,2}\/[\w./-]{1,200}\.m?js)/g;

/** The scripts of search: nothing of them is fetched before somebody searches. */
const OF_SEARCH = /\/js\/search\//;

/** How much is kept at most: pages and assets by number, search files by number in each of their folders. */
const MOST = { pages: 80, assets: 200, core: 2, engine: 2, other: 600 };
/** What is longer than this is not searched for what it refers to. In letters. */
const LONGEST = 2_000_000;
/** How long a host may take when there is something to show instead. */
const PATIENCE = 8000;
/** How often a new publication is looked for, at most. */
const BETWEEN_CHECKS = 10 * 60 * 1000;
let checked = 0;
/** The list of names whose files are all kept, and the keeping under way. */
let keptWhole = "";
/** @type {Promise<void> | undefined} */
let keeping;

/** @param {string} which */
function cacheName(which) {
  return `${MINE}${PURGE || "-"} ${which}`;
}

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  // So that the field of a kept page leads somewhere; what searches is kept when somebody has searched.
  event.waitUntil(visit(SEARCH_PAGE, false).catch(() => {}));
});

worker.addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => worker.clients.claim())));

worker.addEventListener("message", (event) => event.waitUntil(keepTold(event.data)));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || request.headers.has("range") || !inScope(url)) return;
  const path = url.pathname.slice(scope.pathname.length);
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (NEWEST.includes(path)) event.respondWith(newest(event));
  else if (cacheFor(path)) event.respondWith(lasting(event, path));
});

/** @param {URL} url */
function inScope(url) {
  return url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
}

/** @param {string} path */
function cacheFor(path) {
  if (LASTING.assets.test(path)) return NAMES.assets;
  const folder = LASTING.search.exec(path)?.[1];
  return folder && folder !== "previous" ? NAMES.search : null;
}

/** What other tokens kept goes; what other sites of the same host keep stays. */
async function dropOthers() {
  const mine = (await caches.keys()).filter((key) => key.startsWith(MINE));
  const others = mine.filter((key) => !Object.values(NAMES).includes(key));
  await Promise.all(others.map((key) => caches.delete(key)));
}

/**
 * A page: from the host, or as it was when it was visited last.
 * @param {FetchEvent} event
 */
async function page(event) {
  const key = keyOf(event.request.url);
  const coming = fetch(event.request);
  const keeping = coming.then((response) => storePage(key, isPage(response) ? response.clone() : response));
  event.waitUntil(keeping.then(lookForNews).catch(() => {}));
  return orKept(coming, await find(NAMES.pages, key));
}

/**
 * The names of the newest files: from the host, or as they were. Another publication brings other pages.
 * @param {FetchEvent} event
 */
async function newest(event) {
  const { url, cache } = event.request;
  const kept = await find(NAMES.search, url);
  return orKept(fetchNewest(event, url, cache, kept?.clone()), kept);
}

/**
 * @param {ExtendableEvent} event
 * @param {string} url
 * @param {RequestCache} cache
 * @param {Response | undefined} kept
 */
async function fetchNewest(event, url, cache, kept) {
  const response = await fetch(url, { cache: cache === "reload" ? cache : "no-cache" });
  if (!isFile(response)) return response;
  checked = Date.now();
  event.waitUntil(keepNewest(url, response.clone(), kept).catch(() => {}));
  return response;
}

/**
 * A file named by its content: as kept, unless what is kept has proved damaged.
 * @param {FetchEvent} event
 * @param {string} path
 */
async function lasting(event, path) {
  const { request } = event;
  const cache = /** @type {string} */ (cacheFor(path));
  const kept = request.cache === "reload" ? undefined : await find(cache, request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (isFile(response)) event.waitUntil(store(cache, request.url, response.clone()).catch(() => {}));
  return response;
}

/**
 * The answer of the host; but what is kept when there is no connection, a very bad one, or a host in trouble.
 * @param {Promise<Response>} coming
 * @param {Response | undefined} kept
 * @returns {Promise<Response>}
 */
function orKept(coming, kept) {
  if (!kept) return coming;
  const tired = new Promise((/** @type {(kept: Response) => void} */ done) => setTimeout(() => done(kept), PATIENCE));
  const well = coming.then((response) => (response.status >= 500 ? kept : response));
  return Promise.race([well.catch(() => kept), tired]);
}

/**
 * Keeps a page, or forgets one that is gone.
 * @param {string} key
 * @param {Response} response
 * @param {boolean} [searches]  with the scripts of search
 */
async function storePage(key, response, searches = key === SEARCH_PAGE) {
  if (response.status === 404 || response.status === 410) await (await caches.open(NAMES.pages)).delete(key);
  if (!response.ok || response.redirected || !isPage(response)) return;
  await store(NAMES.pages, key, response.clone());
  await keepReferences(key, await response.text(), searches);
}

/** @param {Response} response */
const isPage = (response) => (response.headers.get("content-type") ?? "").startsWith("text/html");

/**
 * A whole file. Some hosts send a page in place of what they do not have: kept under the name of a style sheet or of a
 * script, which is never asked for again, it would spoil the site for good.
 * @param {Response} response
 */
const isFile = (response) => response.status === 200 && !response.redirected && !isPage(response);

/**
 * Fetches a page and all it is shown with.
 * @param {string} url
 * @param {boolean} [searches]
 */
async function visit(url, searches) {
  await storePage(keyOf(url), await fetch(url, { cache: "no-cache" }), searches);
}

/**
 * Keeps the assets that a page, a style sheet or a script refers to, and those that they refer to.
 * @param {string} from
 * @param {string} text
 * @param {boolean} searches  with the scripts of search
 * @param {Set<string>} [seen]  what is kept by this already
 */
async function keepReferences(from, text, searches, seen = new Set()) {
  // No address is so long: the bound keeps the cost in proportion, whatever the text.
  const found = [...text.slice(0, LONGEST).matchAll(REFERENCE)];
  const urls = new Set(found.slice(0, 2 * MOST.assets).map(([, address]) => new URL(address, from)).filter(inScope).map(String));
  const wanted = [...urls].filter((url) => !seen.has(url) && (searches || !OF_SEARCH.test(url)));
  for (const url of wanted) seen.add(url);
  await Promise.all(wanted.map((url) => keepAsset(url, searches, seen).catch(() => {})));
}

/**
 * @param {string} url
 * @param {boolean} searches
 * @param {Set<string>} seen
 */
async function keepAsset(url, searches, seen) {
  const path = new URL(url).pathname.slice(scope.pathname.length);
  if (cacheFor(path) !== NAMES.assets) return;
  const kept = await find(NAMES.assets, url);
  const response = kept ?? (await fetch(url, { cache: "force-cache" }));
  if (!isFile(response)) return;
  if (!kept) await store(NAMES.assets, url, response.clone());
  if (/\.(css|m?js)$/.test(path)) await keepReferences(url, await response.text(), searches, seen);
}

/**
 * What pages tell: the page visited before this worker was there, the files fetched by then.
 * @param {{ visited?: string, files?: string[] }} told
 */
async function keepTold({ visited, files = [] }) {
  if (visited && inScope(new URL(visited))) await visit(visited).catch(() => {});
  if (files.length > 0) await visit(SEARCH_PAGE, true).catch(() => {});
  await Promise.all(files.slice(0, MOST.other).map((url) => keepFile(url).catch(() => {})));
  if (files.length === 0) return;
  keeping ??= keepWhole().finally(() => (keeping = undefined));
  await keeping;
}

/**
 * Keeps a file of search.
 * @param {string} url
 * @param {boolean} [anew]  one that is kept counts as the youngest again
 */
async function keepFile(url, anew = false) {
  const path = new URL(url).pathname.slice(scope.pathname.length);
  if (!inScope(new URL(url)) || !(NEWEST.includes(path) || cacheFor(path) === NAMES.search)) return;
  const kept = await find(NAMES.search, url);
  if (kept && !anew) return;
  const response = kept ?? (await fetch(url, { cache: "force-cache" }));
  if (!isFile(response)) throw new Error(`${path}: ${response.status}`);
  await store(NAMES.search, url, response);
}

/** Visitors who never search learn of a new publication as well. */
async function lookForNews() {
  if (Date.now() - checked < BETWEEN_CHECKS) return;
  checked = Date.now();
  const url = new URL("search/index.json", scope).href;
  const kept = await find(NAMES.search, url);
  const response = await fetch(url, { cache: "no-cache" }).catch(() => undefined);
  if (response && isFile(response)) await keepNewest(url, response, kept);
}

/**
 * Keeps a list of names. Of a new publication it is kept after the files that search opens with: without a connection
 * there are then old names with old files, or new ones with new ones.
 * @param {string} url
 * @param {Response} response
 * @param {Response | undefined} kept
 */
async function keepNewest(url, response, kept) {
  const text = await response.clone().text();
  const before = kept && url.endsWith(".json") ? await kept.text() : text;
  const isList = url.endsWith(".json");
  // What is no list of names takes the place of none: without a connection the old one still leads to its files.
  if (isList && !namesIn(text).core) return;
  if (before !== text && (await opens(before))) {
    const { module, core } = namesIn(text);
    for (const path of [module, core]) await keepFile(new URL(`search/${path}`, scope).href);
  }
  await store(NAMES.search, url, response);
  if (before === text) return;
  await keepWhole(true);
  await renew();
}

/**
 * The names in a list; none in what is no list.
 * @param {string} manifest
 * @returns {{ module?: string, core?: string, whole: string[] }}
 */
function namesIn(manifest) {
  try {
    const { module, core, whole } = JSON.parse(manifest);
    const names = [module, core].every((name) => typeof name === "string") ? { module, core } : {};
    const kept = Array.isArray(whole) ? whole.filter((name) => typeof name === "string").slice(0, MOST.other) : [];
    return { ...names, whole: kept };
  } catch {
    return { whole: [] };
  }
}

/** Whether search has been opened with these names. @param {string} manifest */
async function opens(manifest) {
  const { core } = namesIn(manifest);
  return Boolean(core && (await find(NAMES.search, new URL(`search/${core}`, scope).href)));
}

/**
 * On a small site all that questions read is kept once search is: then any question can be asked without a connection.
 * @param {boolean} [anew]  for a new publication, whose files go last when there is no more room
 */
async function keepWhole(anew = false) {
  const kept = await find(NAMES.search, new URL("search/index.json", scope).href);
  const manifest = (await kept?.text()) ?? "{}";
  if ((manifest === keptWhole && !anew) || /** @type {any} */ (navigator).connection?.saveData || !(await opens(manifest))) return;
  let all = true;
  for (const path of namesIn(manifest).whole) {
    await keepFile(new URL(`search/${path}`, scope).href, anew).catch(() => (all = false));
  }
  if (all) keptWhole = manifest;
}

/** After a new publication: fetches what was visited once more, and forgets what is gone. One by one: no haste. */
async function renew() {
  const pages = await caches.open(NAMES.pages);
  const searched = await opens((await (await find(NAMES.search, new URL("search/index.json", scope).href))?.text()) ?? "{}");
  for (const { url } of await pages.keys()) await visit(url, searched && url === SEARCH_PAGE).catch(() => {});
}

/** Pages are known without what follows `?` and `#`. @param {string} address */
function keyOf(address) {
  const url = new URL(address);
  return url.origin + url.pathname;
}

/**
 * @param {string} cache
 * @param {string} key
 */
async function find(cache, key) {
  return (await caches.open(cache)).match(key, { ignoreVary: true });
}

/**
 * Keeps a response as the youngest; the oldest above the bound go.
 * @param {string} cache
 * @param {string} key
 * @param {Response} response
 */
async function store(cache, key, response) {
  const opened = await caches.open(cache);
  // This takes the place of an older one at once: what is kept is never missing, even if there is no room for more.
  await opened.put(key, response);
  const group = groupOf(key);
  const all = (await opened.keys()).map((request) => request.url);
  const same = all.filter((url) => groupOf(url) === group && url !== SEARCH_PAGE);
  const surplus = same.slice(0, Math.max(0, same.length - MOST[group]));
  await Promise.all(surplus.map((url) => opened.delete(url, { ignoreVary: true })));
}

/**
 * @param {string} url
 * @returns {keyof typeof MOST}
 */
function groupOf(url) {
  const path = new URL(url).pathname.slice(scope.pathname.length);
  if (LASTING.assets.test(path)) return "assets";
  const folder = LASTING.search.exec(path)?.[1];
  if (folder === "core" || folder === "engine") return folder;
  return folder || NEWEST.includes(path) ? "other" : "pages";
}
