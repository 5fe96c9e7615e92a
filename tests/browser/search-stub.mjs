// A search that the tests can lead: the same door as the theme's client.js, with answers made here. It stands in for the
// engine where a test is about what the page makes of an answer, or of a fault.

/** Puts the stand-in into all pages of a context. `plan` is read at every call: see `behave` below. */
export async function withStub(context, plan = {}) {
  await context.route(/\/search\/client\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: `(${install})();\nexport const createSearch = globalThis.stubSearch;\n` }));
  await context.addInitScript((given) => (globalThis.plan = given), plan);
}

// Runs in the page. `plan.delay`: milliseconds; `plan.suggestDelays`: the same for what is typed; `plan.fault`: every search ends so, "titles" when titles still answer;
// `plan.pages`: how many pages there are; `plan.corrections`: what is said to have been looked for besides.
function install() {
  const plan = (globalThis.plan ??= {});
  globalThis.calls = { warm: [], search: [], suggest: [], suggesting: 0 };
  const fold = (text) => text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const KINDS = { regulation: "Документ", event: "Мероприятие", material: "Материал" };
  const SUBJECTS = ["математика", "русский язык", "физика", "химия", "биология", "история", "география", "музыка", "технология", "чтение", "информатика"];
  const root = new URL("..", new URL(import.meta.url ?? location.href)).pathname;
  const PAGES = Array.from({ length: plan.pages ?? 34 }, (_, n) => {
    const kind = Object.keys(KINDS)[n % 3];
    return {
      page: n === 0 ? "/regulations/polozhenie-ms-imc-spb/" : `/stub/${n}/`,
      title: n === 0 ? "Положение о методической службе" : `${KINDS[kind]} ${n}: методика и площадки <b>наставничества</b>`,
      kind, date: 20400 - n * 40, standing: kind === "regulation" && n % 2 ? "past" : "neutral",
      state: kind === "regulation" && n % 2 ? "утратил силу" : null,
      facets: { kind: [kind], subjects: [SUBJECTS[n % SUBJECTS.length]], school_year: [n < 9 ? "2025/2026" : "2024/2025"], file: n % 4 ? [] : ["с файлом"] },
    };
  });
  const pieces = (text, starts) => text.split(/([\p{L}\p{N}]+)/u).filter(Boolean).map((piece) => ({
    text: piece, marked: words(piece).some((word) => starts.some((start) => word.startsWith(start))),
  }));
  const base = { href: "/" };
  const hit = (page, starts) => ({
    ...page, url: base.href + page.page.slice(1), kind_label: KINDS[page.kind], title_fragments: pieces(page.title, starts), score: 1,
    words: words(page.title).filter((word) => starts.some((start) => word.startsWith(start))),
    sections: [
      { anchor: "", heading: "", score: 1, snippet: pieces("Центр ведёт методику и площадки наставничества в школах района.", starts) },
      { anchor: "p-3.2", heading: "3.2. Задачи", score: 1, snippet: pieces("…площадки обмена опытом, методика урока…", starts) },
      { anchor: "p-3.7", heading: "3.7. Порядок работы", score: 1, snippet: pieces("…работа площадок начинается в сентябре…", starts) },
    ].map((place) => ({ ...place, url: base.href + page.page.slice(1) + (place.anchor && `#${place.anchor}`) })),
  });
  const fits = (page, request, without) => {
    const chosen = request.facets.filter(([id]) => id !== without);
    const ids = [...new Set(chosen.map(([id]) => id))];
    const inDates = (request.from ?? -1e9) <= page.date && page.date <= (request.to ?? 1e9);
    return inDates && ids.every((id) => chosen.some(([one, value]) => one === id && page.facets[id]?.includes(value)));
  };
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  let newest = 0;

  function answer(request) {
    const typed = request.text.trim();
    const corrected = !request.literal && { vtnjlbrf: "методика", metodika: "методика", метадика: "методика" }[typed];
    const starts = words(corrected || typed).map((word) => word.slice(0, 5));
    const known = (page) => words(page.title).some((word) => starts.some((start) => word.startsWith(start)));
    const matching = PAGES.filter((page) => !typed || known(page));
    const kept = matching.filter((page) => fits(page, request));
    if (request.sort === "date") kept.sort((a, b) => b.date - a.date);
    const facets = {};
    for (const page of matching) {
      for (const [id, values] of Object.entries(page.facets)) {
        if (!fits(page, request, id)) continue;
        for (const value of values) (facets[id] ??= {})[value] = (facets[id][value] ?? 0) + 1;
      }
    }
    return {
      hits: kept.slice(request.offset ?? 0, (request.offset ?? 0) + (request.limit ?? 10)).map((page) => hit(page, starts)),
      total: kept.length, facets, rounds: 1, milliseconds: 1, from: "engine",
      corrections: plan.corrections ?? (corrected ? [{ kind: "layout", from: typed, to: corrected }] : typed === "площадки рмо" ? [{ kind: "also", from: "РМО", to: "районное методическое объединение" }] : []),
      corrected: corrected || null, unknown: matching.length === 0 ? [typed] : [], relaxed: typed === "площадки рмо",
      offers: plan.offers ?? [],
      suggestions: matching.length === 0 ? ["методика", "площадки"] : [],
    };
  }

  class SearchFault extends Error {
    constructor(kind) {
      super(kind);
      this.name = "SearchFault";
      this.kind = kind;
    }
  }

  globalThis.stubSearch = (address) => {
    base.href = new URL("..", address).pathname;
    return {
      warm: (what) => void globalThis.calls.warm.push(what),
      async suggest(text, limit = 8) {
        globalThis.calls.suggest.push(text);
        globalThis.calls.suggesting++;
        await sleep(plan.suggestDelays?.[text] ?? 0).finally(() => globalThis.calls.suggesting--);
        if (plan.fault === "all") throw new SearchFault("network");
        const starts = words(text);
        const found = PAGES.filter((page) => starts.every((start) => words(page.title).some((word) => word.startsWith(start))));
        return found.slice(0, limit).map((page, n) => ({
          url: base.href + page.page.slice(1) + (n === 1 ? "#p-3.2" : ""), title: page.title, kind: KINDS[page.kind],
          anchor: n === 1 ? "p-3.2" : "", heading: n === 1 ? "Методические задачи" : "",
        }));
      },
      async search(request) {
        globalThis.calls.search.push(request);
        const turn = ++newest;
        await sleep(plan.delay ?? 0);
        if (turn !== newest) throw new DOMException("superseded", "AbortError");
        if (plan.fault === "all") throw new SearchFault(plan.kind ?? "network");
        const whole = answer(request);
        return plan.fault === "titles" ? { ...whole, from: "titles", facets: {}, fault: new SearchFault(plan.kind ?? "network") } : whole;
      },
    };
  };
}
