// Keeps the calendar true between builds: which day is today, what this week has, what has passed. Without it the page
// shows the day on which it was built, with dates.

/** @param {Date} day */
const written = (day) => [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

const now = new Date();
const today = written(now);
const sunday = new Date(now);
sunday.setDate(now.getDate() + ((7 - now.getDay()) % 7));

document.querySelector(`[data-day="${today}"]`)?.setAttribute("aria-current", "date");

/** The first day of an item: told by itself, else by its card. @param {HTMLElement} item */
const first = (item) => item.dataset.from ?? item.querySelector(".day")?.getAttribute("datetime")?.slice(0, 10) ?? "";

/** @param {ParentNode} place @returns {HTMLElement[]} */
const items = (place) => [...place.querySelectorAll("li")].filter(first);

const [week, past, coming] = ["week", "past", "coming"].map((id) => document.getElementById(id));
const [shown, passed] = [week?.querySelector("ul"), past?.querySelector("[data-passed]")];
if (week && past && coming && shown && passed) {
  for (const item of items(coming).filter((one) => (one.dataset.to ?? first(one)) < today)) {
    passed.append(item);
    // What it was called on the day of the build it is no more; its day stands there.
    item.querySelector(".chip:not(.chip-bad, [data-turns])")?.remove();
    past.hidden = false;
  }
  for (const month of coming.querySelectorAll("section")) month.hidden = items(month).length === 0;
  const these = items(coming).filter((item) => first(item) <= written(sunday));
  // What is right already is left alone, so that nothing moves.
  if (these.map((item) => item.textContent).join() !== items(week).map((item) => item.textContent).join()) {
    shown.replaceChildren(...these.map((item) => item.cloneNode(true)));
  }
  week.hidden = these.length === 0;
}
