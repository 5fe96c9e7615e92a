// Keeps what depends on the day and the hour true between builds: states that give way to others, and whether somebody
// can be asked right now. Without it pages show the day on which they were built, with dates.

const lang = document.documentElement.lang;
const timeZone = document.documentElement.dataset.zone;

/** @param {Intl.DateTimeFormatOptions} parts */
const here = (parts) => new Intl.DateTimeFormat("en-CA", { ...parts, timeZone }).format(new Date());

const thisDay = () => here({ year: "numeric", month: "2-digit", day: "2-digit" });

for (const chip of document.querySelectorAll("span")) {
  const { turns, hours, except } = chip.dataset;
  const turn = turns?.split(";").filter((one) => one.slice(0, 10) <= thisDay()).pop();
  if (turn) {
    const [, tone, ...words] = turn.split(" ");
    chip.className = `chip chip-${tone}`;
    chip.textContent = words.join(" ");
  }
  if (hours) chip.hidden = !receives(hours, except ?? "");
}

/**
 * Whether hours as people write them hold now, in the centre's time zone: «вторник 10:00–12:00; пн–чт 14:00–17:00».
 * What cannot be read does not hold: better nothing than a wrong promise.
 * @param {string} hours @param {string} except
 */
function receives(hours, except) {
  const names = (/** @type {Intl.DateTimeFormatOptions["weekday"]} */ weekday) =>
    // The first of June 2026 is a Monday.
    [1, 2, 3, 4, 5, 6, 7].map((day) => new Intl.DateTimeFormat(lang, { weekday, timeZone: "UTC" }).format(Date.UTC(2026, 5, day)).slice(0, 4));
  const [long, short] = [names("long"), names("short")];
  const now = here({ weekday: "short" });
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(now.slice(0, 3));
  const [year, month, date] = thisDay().split("-").map(Number);
  const name = new Intl.DateTimeFormat(lang, { month: "long", timeZone: "UTC" }).format(Date.UTC(year, month - 1, date));
  const feast = [101, 102, 103, 104, 105, 106, 107, 108, 223, 308, 501, 509, 612, 1104].includes(month * 100 + date);
  if (feast || except.toLowerCase().includes(name.toLowerCase().slice(0, 3))) return false;
  const minute = here({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return hours.toLowerCase().split(/[;,]/).some((part) => {
    const said = part.match(/\p{L}+/gu)?.map((word) => Math.max(long.findIndex((one) => word.startsWith(one)), short.indexOf(word))).filter((one) => one >= 0) ?? [];
    const daily = /ежедневно|daily/.test(part) && day < 5;
    const within = said.length === 2 && /[–—-]\s*\p{L}/u.test(part) ? said[0] <= day && day <= said[1] : said.includes(day);
    const times = part.match(/\d{1,2}[:.]\d\d/g)?.map((time) => time.replace(".", ":").padStart(5, "0")) ?? [];
    return (daily || within) && times.length === 2 && times[0] <= minute && minute < times[1];
  });
}
