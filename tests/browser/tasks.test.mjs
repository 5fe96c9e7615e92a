// What teachers come for: each task is done from the home page on a small phone, in at most three taps and two screens of
// scrolling, and by one search.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPortals } from "./portal.mjs";

const PHONE = { width: 360, height: 740 };
const TAPS = 3;
const SCREENS = 2;
/** How far down the results an answer may stand. */
const AMONG = 3;

/**
 * A task: the links that are tapped, by their words; what is then seen; the words of the search, and the page that answers.
 * The number is that of the list of tasks.
 * @type {{ number: number, task: string, taps: string[], seen: string | RegExp, printed?: boolean, search: string, page: string }[]}
 */
const TASKS = [
  { number: 1, task: "куда прислать материал и форма согласия", taps: ["Как прислать материал"], seen: "Форма согласия автора", search: "прислать материал", page: "/prislat-material/" },
  { number: 2, task: "когда заседание РМО математики", taps: ["Учителю", "РМО учителей математики"], seen: "16 декабря 2026", search: "заседание рмо математики", page: "/events/rmo-matematika-2026-12/" },
  { number: 3, task: "график курсов", taps: ["Курсы"], seen: "запись до 25 декабря 2026", search: "курсы повышения квалификации 2027", page: "/programs/kurs-inklyuziya-2027/" },
  { number: 4, task: "кто отвечает за аттестацию, когда принимает", taps: ["Консультации", "вторник"], seen: "Аттестация, утренние часы", search: "кто отвечает за аттестацию", page: "/people/metodist-attestaciya/" },
  { number: 5, task: "пункт положения о показателях", taps: ["Показатели", "Педагоги с адресной поддержкой", "пункт 6.1 положения"], seen: "Источник информации", search: "показатели эффективности методической службы", page: "/regulations/polozhenie-ms-imc-spb/" },
  { number: 6, task: "новинки литературы", taps: ["Новинки литературы"], seen: "Сто заданий к текстам учебников", search: "новинки литературы", page: "/events/2026-11-vystavka-novinok/" },
  { number: 7, task: "инновационные площадки района и их темы", taps: ["Инновационные площадки"], seen: "Отметка и обратная связь в основной школе", search: "муниципальная площадка смысловое чтение", page: "/sites/ploshchadka-chtenie/" },
  { number: 8, task: "олимпиада: дни, результаты, апелляция", taps: ["Конкурсы и олимпиады", "Всероссийская олимпиада 2026/2027, наш район"], seen: "Апелляция", search: "апелляция олимпиада", page: "/contests/vsosh-2026/" },
  { number: 9, task: "консультация в четверг", taps: ["Консультации", "четверг"], seen: "Аттестация и курсы, вечерние часы", search: "консультация четверг аттестация", page: "/consultations/priyom-chetverg-attestaciya/" },
  { number: 10, task: "отчёт к сроку: что, кому, форма", taps: ["Кто прошёл курсы в этом полугодии"], seen: "Форма сведений о курсах", search: "форма сведений о курсах", page: "/requests/otchyot-kursy-2026/" },
  { number: 11, task: "подписаться на календарь РМО", taps: ["Учителю", "РМО учителей математики", "Подписаться на календарь"], seen: /associations\/rmo-matematika\/calendar\.ics$/, search: "подписаться на календарь РМО математики", page: "/calendar/subscribe/" },
  { number: 12, task: "справка о публикации", taps: ["Подготовка к ОГЭ по математике: план на двадцать недель", "Справка о размещении"], seen: "Номер в банке", printed: true, search: "подготовка к огэ математика", page: "/materials/podgotovka-k-oge-matematika/" },
  { number: 13, task: "распечатать положение", taps: ["Документы", "Положение о школе молодого педагога (пример)"], seen: "Общие положения", search: "положение о школе молодого педагога", page: "/regulations/primer-polozhenie-shmp-2026/" },
  { number: 14, task: "скачать бланк", taps: ["Бланки и формы"], seen: "Бланк карты для печати", search: "скачать бланк", page: "/materials/karta-analiza-uroka/" },
  { number: 15, task: "положение в .docx, чтобы переделать под школу", taps: ["Документы"], seen: /DOCX/, search: "положение школа молодого педагога docx", page: "/regulations/primer-polozhenie-shmp-2026/" },
  { number: 16, task: "записаться на семинар, до какого числа", taps: ["Мероприятия", "декабрь", "Семинар-практикум «Ученик с ОВЗ в обычном классе»"], seen: "2 декабря 2026", search: "семинар овз запись", page: "/events/2026-12-seminar-praktikum-ovz/" },
  { number: 17, task: "часы и сертификат", taps: ["Мероприятия", "декабрь", "Семинар-практикум «Ученик с ОВЗ в обычном классе»"], seen: "Сертификат участника", search: "семинар овз сертификат", page: "/events/2026-12-seminar-praktikum-ovz/" },
  { number: 18, task: "«Учитель года»: положение, критерии, этапы", taps: ["Учителю", "Учитель года"], seen: "Методическая мастерская", search: "учитель года критерии", page: "/contests/uchitel-goda-2027/" },
  { number: 19, task: "я воспитатель: что для меня", taps: ["Воспитателю"], seen: "МО воспитателей: математика в игре", search: "воспитателю", page: "/dlya/vospitatelyu/" },
  { number: 20, task: "я молодой специалист", taps: ["Молодому специалисту"], seen: "Первый год по порядку", search: "молодому специалисту", page: "/dlya/molodomu-specialistu/" },
  { number: 21, task: "позвонить", taps: [], seen: "+7 (000) 000-00-00", search: "телефон приёмной", page: "/kontakty/" },
  { number: 22, task: "план года, от пункта к мероприятию", taps: ["План работы", "План центра на 2026/2027 по пунктам", "Самодиагностика профессиональных затруднений"], seen: "Итоги", search: "план центра по пунктам", page: "/plans/plan-2026-2027/" },
  { number: 23, task: "протокол методсовета", taps: ["Документы", "протокол", "Протокол методического совета № 2 (пример)"], seen: "Слушали", search: "протокол методического совета", page: "/regulations/primer-protokol-metodsoveta/" },
  { number: 24, task: "что изменилось в редакции", taps: ["Документы", "Положение о школе молодого педагога (пример)"], seen: "раз в месяц, а не раз в четверть", search: "что изменилось в положении школы молодого педагога", page: "/regulations/primer-polozhenie-shmp-2026/" },
  { number: 25, task: "пожаловаться", taps: ["Обратная связь"], seen: "Обращение или жалоба", search: "куда пожаловаться", page: "/obratnaya-svyaz/" },
  { number: 26, task: "заказ учебников", taps: ["Учебники и пособия"], seen: "Заказ учебников на 2027/2028 учебный год", search: "заказ учебников", page: "/requests/zakaz-uchebnikov-2027/" },
  { number: 27, task: "что в декабре", taps: ["Мероприятия", "декабрь"], seen: "Декабрь 2026", search: "в декабре", page: "/events/2026-12-seminar-praktikum-ovz/" },
  { number: 28, task: "материал: 7 класс, алгебра", taps: ["Банк материалов", "алгебра", "Технологическая карта урока «Линейная функция и её график», 7 класс"], seen: "Урок открытия нового знания", search: "алгебра 7 класс", page: "/materials/tehkarta-linejnaya-funkciya/" },
];

let portal, browser;
withPortals(["top"], (given) => ({ top: portal, browser } = given));

/** How many screens a reader scrolls from where the page stands until an element is seen whole. */
async function screens(page, element) {
  const { top, bottom } = await element.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return { top, bottom };
  });
  const past = top < 0 ? -top : Math.max(0, Math.min(bottom - PHONE.height, top));
  return past / PHONE.height;
}

/** The first visible thing that says the words: a link of that name, or any text. */
const link = (page, name) => page.getByRole("link", { name, exact: true }).filter({ visible: true }).first();
const text = (page, words) => page.locator("main").getByText(words).filter({ visible: true }).first();

for (const { number, task, taps, seen, printed } of TASKS) {
  test(`${number}. ${task}: from the home page on a phone`, async () => {
    const page = await browser.newPage({ viewport: PHONE, locale: "ru" });
    await page.goto(portal.url("/"));
    let scrolled = 0;
    const steps = [];
    const goTo = async (element, name) => {
      await element.waitFor({ timeout: 5000 });
      const part = await screens(page, element);
      scrolled += part;
      steps.push(`${name}: ${part.toFixed(2)}`);
    };
    for (const name of taps) {
      await goTo(link(page, name), name);
      await link(page, name).click();
      await page.waitForLoadState();
    }
    if (printed) await page.emulateMedia({ media: "print" });
    await goTo(text(page, seen), String(seen));
    assert.ok(taps.length <= TAPS, `${taps.length} taps`);
    assert.ok(scrolled <= SCREENS, `${scrolled.toFixed(2)} screens: ${steps.join("; ")}`);
    await page.close();
  });
}

test("each of the twenty-eight tasks is tried", () => {
  assert.deepEqual(TASKS.map(({ number }) => number), Array.from({ length: 28 }, (_, at) => at + 1));
});

test("the first screen of a phone has what is asked for first, and the home page ends", async () => {
  const page = await browser.newPage({ viewport: PHONE, locale: "ru" });
  await page.goto(portal.url("/"));
  await page.evaluate(() => document.fonts.ready);
  const bottom = (locator) => locator.evaluate((node) => node.getBoundingClientRect().bottom);
  const main = page.locator("main");
  for (const part of [page.getByRole("heading", { level: 1 }), main.getByRole("searchbox").or(main.getByRole("combobox")), main.locator("a[href^='tel:']"), link(page, "Молодому специалисту"), main.locator("section:has(#home-events) li").nth(2), main.locator("section:has(#home-due) li").first()]) {
    assert.ok((await bottom(part.first())) <= PHONE.height, await part.first().evaluate((node) => node.outerHTML.slice(0, 120)));
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height <= 3000, `the home page is ${height} px high`);
  await page.close();
});

test("each task is done by one search", async () => {
  const page = await browser.newPage({ viewport: PHONE, locale: "ru" });
  const lost = [];
  for (const { number, search, page: wanted } of TASKS) {
    await page.goto(portal.url(`/search/?q=${encodeURIComponent(search)}`));
    await page.locator("main ol > li").first().waitFor({ timeout: 20_000 });
    // Titles answer first; the whole text is wanted.
    await page.getByText(/^Нашл/).first().waitFor({ timeout: 20_000 });
    const found = await page.locator("main ol > li").evaluateAll((all) => all.map((hit) => new URL(hit.querySelector("a").href).pathname));
    const place = found.indexOf(new URL(portal.url(wanted)).pathname);
    if (place < 0 || place >= AMONG) lost.push(`${number}. «${search}»: ${wanted} is not among ${found.slice(0, AMONG).join(" ")}`);
  }
  assert.deepEqual(lost, []);
  await page.close();
});
