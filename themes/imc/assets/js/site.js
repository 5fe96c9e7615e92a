// Small helps that pages can do without: the key "/", contents open on wide screens, search by titles.
const wide = matchMedia("(min-width: 64rem)");
const openWide = () => {
  for (const details of document.querySelectorAll("details[data-open-wide]")) details.open = wide.matches;
};
openWide();
wide.addEventListener("change", openWide);

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector("main input[type=search], header input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
});

// An open menu is closed by Escape and by a click outside of it.
const menu = document.querySelector(".menu");
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// On the search page the field keeps what was asked, and titles of the index answer it.
const results = document.querySelector("#search-results");
const asked = new URLSearchParams(location.search).get("q")?.trim();
if (results && asked) {
  document.querySelector("main input[type=search]").value = asked;
  answer(asked).catch(() => {});
}

function fold(text) {
  return text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
}

// Words agree by their beginnings: «материалам» finds «материал».
function agrees(title, word) {
  const stem = word.slice(0, Math.max(4, word.length - 2));
  return title.some((one) => one.startsWith(stem));
}

async function answer(query) {
  const page = await (await fetch(results.dataset.titles)).text();
  const index = new DOMParser().parseFromString(page, "text/html");
  const words = fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = [...index.querySelectorAll("[data-titles] > li")].filter((item) => {
    const title = fold(item.textContent).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length > 0 && words.every((word) => agrees(title, word));
  });
  const note = document.createElement("p");
  note.textContent = found.length ? results.dataset.found : results.dataset.nothing;
  const list = document.createElement("ul");
  list.className = "links";
  list.append(...found.slice(0, 50).map((item) => document.importNode(item, true)));
  results.replaceChildren(note, ...(found.length ? [list] : []));
}
