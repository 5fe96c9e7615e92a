// Links into the site, which may lie below a folder of its host. Addresses within the site begin with `/` and know
// nothing of that folder.

/**
 * The link to a page. An address that leads out of the site's folder leads to its beginning instead.
 * @param {URL} base  the address of `search/`
 * @param {string} page  an address within the site
 * @param {string} [anchor]
 */
export function linkTo(base, page, anchor = "") {
  const root = new URL("..", base);
  const url = new URL(`./${page.replace(/^[/\\\s]+/, "")}`, root);
  const inside = url.href.startsWith(root.href) ? url.pathname.replace(/^\/+/, "/") + url.search : root.pathname;
  return inside + (anchor && `#${encodeURIComponent(anchor)}`);
}
