// Small helps that pages can do without: the key "/", contents open on wide screens, the way to suggestions, to the
// search page and to marked words. Nothing of search is fetched before a reader comes to its field.
import "./offline.js";
import "./turns.js";
import "./view.js";

const wide = matchMedia("(min-width: 64rem)");
const openWide = () => {
  for (const details of document.querySelectorAll("details")) if ("openWide" in details.dataset) details.open = wide.matches;
};
openWide();
wide.addEventListener("change", openWide);

document.addEventListener("keydown", (event) => {
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector("main input[type=search]") ?? document.querySelector("header input[type=search]");
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.focus();
});

// An open menu is closed by Escape and by a click outside of it.
const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details.menu"));
document.addEventListener("click", (event) => {
  if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});

// Suggestions come with the first visit to a search field; all that they are made of is asked for at once, so that a slow
// line is waited for once. What a screen reader says of the field must not change under the reader: that part is here.
for (const input of document.querySelectorAll("input")) {
  if (input.type !== "search" || !input.form || !("suggest" in input.form.dataset)) continue;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  const titles = new URL("titles.pack", input.form.action).href;
  const wake = () => {
    for (const part of ["./search/field.js", "./search/client.js"]) fetchModule(part);
    fetchAhead({ rel: "preload", as: "fetch", crossOrigin: "anonymous", href: titles });
    import("./search/field.js").then(({ attach }) => attach(input)).catch(() => {});
  };
  if (input === document.activeElement) wake();
  else input.addEventListener("focus", wake, { once: true });
}

// What is meant to be sent on is copied at a touch; without scripts it is marked whole by one click and copied as usual.
for (const button of document.querySelectorAll("button")) {
  const source = document.getElementById(button.dataset.copy ?? "");
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  const asked = button.textContent;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText((source.textContent ?? "").trim()).then(() => {
      button.textContent = button.dataset.done ?? asked;
      setTimeout(() => (button.textContent = asked), 2000);
    }, () => getSelection()?.selectAllChildren(source));
  });
}

/** @param {string} part */
function fetchModule(part) {
  fetchAhead({ rel: "modulepreload", href: new URL(part, import.meta.url).href });
}

/** @param {Partial<HTMLLinkElement>} link */
function fetchAhead(link) {
  document.head.append(Object.assign(document.createElement("link"), link));
}

// When a part of the search page does not come, the page says so at once, and nobody waits for nothing.
if ("searching" in document.documentElement.dataset) {
  import("./search/page.js").catch(() => document.documentElement.classList.add("search-lost"));
}

// A reader who comes from the search sees the words that were looked for.
if (new URLSearchParams(location.search).has("mark")) {
  import("./search/mark.js").then(({ markFound }) => markFound()).catch(() => {});
}
