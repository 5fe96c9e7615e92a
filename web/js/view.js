// How pages are shown to this reader: size, distances, colours, pictures. Chosen on one page, kept in this browser for all
// of the host, heard on every page.

const KEY = "kabinet-view";

/** What was chosen, in words that the style sheet knows. */
function chosen() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Shows the page as words say; a browser that keeps nothing shows this page so and no other. @param {string} words */
function show(words) {
  const { dataset } = document.documentElement;
  if (words) dataset.view = words;
  else delete dataset.view;
  const look = dataset.look ?? "";
  if (words && look && !document.querySelector(`link[href="${look}"]`)) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: look }));
  }
  if (!words.includes("no-pictures")) return;
  for (const image of [...document.images]) image.replaceWith(image.alt);
}

const form = document.getElementById("view");
if (form instanceof HTMLFormElement) {
  const boxes = [...form.querySelectorAll("input")];
  const kept = chosen().split(" ");
  for (const box of boxes) if (box.value && kept.includes(box.value)) box.checked = true;
  const choose = () => {
    const words = boxes.filter((box) => box.checked).map((box) => box.value).filter(Boolean).join(" ");
    try {
      localStorage.setItem(KEY, words);
    } catch {
      // Nothing is kept here.
    }
    show(words);
  };
  form.addEventListener("change", choose);
  form.addEventListener("reset", () => setTimeout(choose));
}

show(chosen());
