#!/usr/bin/env python3
"""zola_site.py CORPUS SITE: the neutral corpus as a site of Zola (0.22).

Zola has no related pages; its side is that much lighter.
"""
import os
import re
import sys

from corpus import SECTIONS, front, pages, put, skeleton

LINK = re.compile(r"\]\(\.\./([a-z]+/[a-z0-9-]+\.md)\)")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    corpus, site = sys.argv[1:]
    skeleton("zola", site)
    put(os.path.join(site, "content/_index.md"), front({"sort_by": "date"}))
    listed = {"sort_by": "date", "paginate_by": 20, "generate_feeds": "true", "transparent": "true"}
    for kind, title in SECTIONS.items():
        put(os.path.join(site, "content", kind, "_index.md"), front({"title": title, **listed}))
    for kind, name, page, body in pages(corpus):
        fields = {"title": page["title"], "date": page["date"], "description": page["summary"]}
        extra = {key: page[key] for key in ("kind", "subject", "level")}
        text = front(fields, taxonomies={"tags": page["tags"]}, extra=extra) + LINK.sub(r"](@/\1)", body)
        put(os.path.join(site, "content", kind, name), text)


main()
