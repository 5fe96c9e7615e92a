// Links into the site, which may lie below a folder of its host. Addresses within the site begin with `/` and know
// nothing of that folder.

/**
 * The link to a page, or to a part of it: an anchor, or the address of a text of its own (`/news/plan.docx.html#p-2`).
 * An address that leads out of the site's folder leads to its beginning instead.
 * @param {URL} base  the address of `search/`
 * @param {string} page  an address within the site
 * @param {string} [anchor]
 * @returns {string}
 */
export function linkTo(base, page, anchor = "") {
  const [, text, id = ""] = /^(\/[^#]*)#?(.*)$/s.exec(anchor) ?? [];
  if (text !== undefined) return linkTo(base, text, id.replace(/^\/+/, ""));
  const root = new URL("..", base);
  const url = new URL(`./${page.replace(/^[/\\\s]+/, "")}`, root);
  const inside = url.href.startsWith(root.href) ? url.pathname.replace(/^\/+/, "/") + url.search : root.pathname;
  return inside + (anchor && `#${encodeURIComponent(anchor)}`);
}
