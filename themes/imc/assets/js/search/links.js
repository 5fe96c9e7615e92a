// Links into the site, which may lie below a folder of its host. Addresses within the site begin with `/` and know
// nothing of that folder.

/** What may not stand in an address; what is escaped already stays as it is. */
const UNSAFE = /[^a-zA-Z0-9\-._~/?#&=+,;:@!*()%]+/gu;

/**
 * @param {URL} base  the address of `search/`
 * @param {string} page  an address within the site
 * @param {string} [anchor]
 */
export function linkTo(base, page, anchor = "") {
  const root = new URL("..", base).pathname.replace(/\/$/, "");
  return `${root}/${page.replace(/^[/\\]+/, "").replace(UNSAFE, encodeURIComponent)}` + (anchor && `#${encodeURIComponent(anchor)}`);
}
