// How pages are shown to who chose so (`view.js`), before anything is seen: this alone comes before the style sheet and is
// waited for, so it is small and has no imports. A sheet that a script adds later would be seen coming; one that is
// written here is waited for like those of the page.
{
  const { dataset } = document.documentElement;
  let words = "";
  try {
    words = localStorage.getItem("kabinet-view") ?? "";
  } catch {
    // This browser keeps nothing, and nothing was chosen.
  }
  if (words) dataset.view = words;
  if (words && dataset.look) document.write(`<link rel="stylesheet" href="${dataset.look}">`);
}
