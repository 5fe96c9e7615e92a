#!/usr/bin/env python3
"""kabinet_site.py CORPUS SITE: the neutral corpus as a kabinet site.

The pages and what their templates say are those of the peers' sites: crumbs, five related by tag, lists of 20,
a page for each tag, a feed, a site map. What comes on top is kabinet's own: the checks and the search bundle.
"""
import os
import re
import sys

from corpus import SECTIONS, front, pages, put, skeleton

LINK = re.compile(r"\]\(\.\./(%s)/" % "|".join(SECTIONS))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    corpus, site = sys.argv[1:]
    skeleton("kabinet", site)
    for kind, name, page, body in pages(corpus):
        # The folder says the kind; its name and those in links are the plural.
        fields = {key: value for key, value in page.items() if key != "kind"}
        text = front(fields) + LINK.sub(r"](../\1s/", body)
        put(os.path.join(site, "content", kind + "s", name), text)


main()
