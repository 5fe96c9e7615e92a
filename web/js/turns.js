// Keeps what depends on the day and the hour true between builds: states that give way to others, and whether somebody
// can be asked right now. Without it pages show the day on which they were built, with dates.

import { here, thisDay } from "./day.js";


for (const chip of document.querySelectorAll("span")) {
  const { turns, hours } = chip.dataset;
  const turn = turns?.split(";").filter((one) => one.slice(0, 10) <= thisDay()).pop();
  if (turn) {
    const [, tone, ...words] = turn.split(" ");
    chip.className = `chip chip-${tone}`;
    chip.textContent = words.join(" ");
  }
  if (hours) chip.hidden = !receives(hours, /** @type {HTMLElement | null} */ (chip.closest("[data-except]"))?.dataset.except ?? "");
}

/**
 * Whether hours hold now, in the centre's time zone: `24 14:00 17:00;5 10:00 12:00`, days from Monday on. They are not kept
 * in the months (`07`) and on the days (`0101`) of `except`.
 * @param {string} hours @param {string} except
 */
function receives(hours, except) {
  const today = thisDay().slice(5).replace("-", "");
  if (except.split(" ").some((one) => one && today.startsWith(one))) return false;
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(here({ weekday: "short" }).slice(0, 3)) + 1;
  const minute = here({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return hours.split(";").some((slot) => {
    const [days, from, to] = slot.split(" ");
    return days.includes(String(day)) && from <= minute && minute < to;
  });
}
