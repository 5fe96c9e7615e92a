#!/usr/bin/env python3
"""How soon a saved change is seen in the preview, where others show it.

    cargo xtask corpus 10000 SITE portal
    preview.py SITE             (the site is changed and put back)

Options: --runs N (5), --only text|title|label|name|many|memory, --saves N (50), --kabinet FILE
(target/release/kabinet). Times are in
milliseconds from the end of the write to the answer over HTTP that shows it, the asking every 2 ms included. `many` saves
200 files at once, and the last of them is waited for; `memory` is what the program holds before, halfway and after so
many saved texts and titles, in MiB, each time when it has done the rest of a build. Linux, standard library.
"""
import argparse
import glob
import os
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TODAY = "2026-11-21"
# So many files are saved at once.
MANY = 200
# So many seconds the rest of a build may take, and so many of silence tell that it is done.
LONGEST_REST = 600
SILENT = 8


class Site:
    """A site with its preview."""

    def __init__(self, call):
        self.root = call.site
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [call.kabinet, "serve", "--today", TODAY, "--root", self.root, "--port", str(self.port)]
        began = time.monotonic()
        self.server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.until(lambda: self.get("/"), 400, "the preview to start")
        self.started = time.monotonic() - began

    def get(self, path):
        try:
            with urllib.request.urlopen("http://127.0.0.1:%d%s" % (self.port, path), timeout=60) as answer:
                return answer.read().decode(errors="replace")
        except OSError:
            return ""

    def until(self, seen, seconds, what):
        began = time.monotonic()
        while not seen():
            if time.monotonic() - began > seconds:
                sys.exit("waited too long for " + what)
            time.sleep(0.002)
        return (time.monotonic() - began) * 1000

    def memory(self):
        """What the preview holds in memory, in MiB."""
        status = read("/proc/%d/status" % self.server.pid)
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) // 1024

    def rest(self):
        """Waits until the rest of a build is done: until the preview needs no processor."""
        def ticks():
            return sum(map(int, read("/proc/%d/stat" % self.server.pid).rsplit(")", 1)[1].split()[11:13]))
        before, silent, began = ticks(), time.monotonic(), time.monotonic()
        while time.monotonic() - silent < SILENT and time.monotonic() - began < LONGEST_REST:
            time.sleep(1)
            now = ticks()
            if now > before + 2:
                silent = time.monotonic()
            before = now

    def shows(self, path, mark, what):
        return self.until(lambda: mark in self.get(path), 60, what)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


LINK = re.compile(r"\]\((/(?:regulations|materials)/[\w-]+/)")


def event_on_list(site):
    """The file of an event that the first page of their list shows, and whose text points to another page."""
    for name in re.findall(r'href="/events/([\w-]+)/"', site.get("/events/")):
        path = os.path.join(site.root, "content/events", name + ".md")
        if os.path.exists(path) and LINK.search(read(path)):
            return path
    sys.exit("no event of the list points to another page")


def text(site, path, mark):
    write(path, read(path) + "\n%s\n" % mark)
    return site.shows("/events/%s/" % os.path.basename(path)[:-3], mark, "a text on its page")


def title(site, path, mark):
    # A word more, as titles are mended: under another first letter the index of letters is another too.
    more = lambda line: line.group(1).rstrip('"') + ' %s"' % mark
    write(path, re.sub(r'(?m)^(title: ".*)$', more, read(path), count=1))
    return site.shows("/events/", mark, "a title on the list")


def label(site, path, mark):
    page = site.get("/events/%s/" % os.path.basename(path)[:-3])
    pages = re.search(r'href="(/subjects/([\w-]+)/)"[^>]*>([^<]+)', page)
    place = os.path.join(site.root, "content/vocabularies/subjects.yaml")
    os.makedirs(os.path.dirname(place), exist_ok=True)
    term = "{id: %s, label: %s, aliases: [%s]}" % (pages.group(2), mark, pages.group(3).strip())
    write(place, "vocabulary: subjects\nterms:\n  - %s\n" % term)
    return site.shows(pages.group(1), mark, "a label on the page of its term")


def name(site, path, mark):
    target = LINK.search(read(path)).group(1)
    after = mark.lower().replace(" ", "-")
    # Others link to the page by its address: it is kept as a former one.
    former = "aliases: [/events/%s/]" % os.path.basename(path)[:-3]
    words = re.sub(r"(?m)^(title: .*)$", lambda line: line.group(1) + "\n" + former, read(path), count=1)
    os.remove(path)
    write(os.path.join(os.path.dirname(path), after + ".md"), words)
    return site.shows(target, "/events/%s/" % after, "the name of a file on a page that is pointed to")


def many(site, path, mark):
    files = sorted(glob.glob(os.path.join(site.root, "content/events/*.md")))[:MANY]
    for file in files:
        write(file, read(file) + "\n%s\n" % mark)
    return sum(site.shows("/events/%s/" % os.path.basename(one)[:-3], mark, "200 texts") for one in (files[-1], files[0]))


def memory(site, path, kept, saves):
    site.rest()
    held = [site.memory()]
    for half in range(2):
        for number in range(saves // 2):
            change = text if number % 2 else title
            change(site, path, "Proverka memory %d %d" % (half, number))
            write(path, kept)
        site.rest()
        held.append(site.memory())
    print("memory %d MiB, after %d saves %d MiB, after %d saves %d MiB" % (
        held[0], saves // 2, held[1], saves // 2 * 2, held[2]), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=os.path.abspath)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--kabinet", type=os.path.abspath, default=os.path.join(REPOSITORY, "target/release/kabinet"))
    parser.add_argument("--only", choices=["text", "title", "label", "name", "many", "memory"])
    call = parser.parse_args()
    before = {path: read(path) for path in glob.glob(os.path.join(call.site, "content/events/*.md"))}
    site = Site(call)
    print("first page after %.2f s" % site.started, flush=True)
    try:
        path = event_on_list(site)
        kept = read(path)
        if call.only == "memory":
            return memory(site, path, kept, call.saves)
        for change in [one for one in (text, title, label, name, many) if not call.only or one.__name__ == call.only]:
            times = []
            for number in range(call.runs):
                time.sleep(2)
                times.append(change(site, path, "Proverka %s %d" % (change.__name__, number)))
                for made in glob.glob(os.path.join(call.site, "content/events/proverka-name-*.md")):
                    os.rename(made, path)
                for changed, words in before.items():
                    if read(changed) != words:
                        write(changed, words)
            print("%-6s %4.0f ms (%.0f to %.0f)" % (
                change.__name__, statistics.median(times), min(times), max(times)), flush=True)
    finally:
        site.server.terminate()
        site.server.wait(30)
        for path, words in before.items():
            write(path, words)
        made = os.path.join(call.site, "content/vocabularies/subjects.yaml")
        if os.path.exists(made):
            os.remove(made)


main()
