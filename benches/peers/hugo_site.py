#!/usr/bin/env python3
"""hugo_site.py CORPUS SITE: the neutral corpus as a site of Hugo (0.146 or later)."""
import os
import sys

from corpus import SECTIONS, front, pages, put, skeleton


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    corpus, site = sys.argv[1:]
    skeleton("hugo", site)
    for kind, title in SECTIONS.items():
        put(os.path.join(site, "content", kind, "_index.md"), front({"title": title}))
    for kind, name, page, body in pages(corpus):
        params = {key: page[key] for key in ("kind", "subject", "level")}
        fields = {"title": page["title"], "date": page["date"], "tags": page["tags"], "description": page["summary"]}
        put(os.path.join(site, "content", kind, name), front(fields, params=params) + body)


main()
