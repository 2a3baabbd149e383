# SPDX-License-Identifier: GPL-3.0-or-later
"""firstwindow.py [--runs N] [--idle SECONDS] EMPTY PROGRAM

How long PROGRAM takes to its first window and what memory it needs, beside EMPTY, an empty window of the same
toolkit, on the X server that DISPLAY names (./dev bench brings one). The two take turns, so that whatever else
the machine does meets both; one turn before the first is not counted. Every start has a fresh home folder.

  window   from exec until the X server reports the first window of at least 100x60 as mapped
  picture  from exec until that window shows more than one colour
  PSS, RSS memory of the program and its children after SECONDS (5) of rest
"""

import argparse
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, display, error

MEASURES = [("window, ms", 0), ("picture, ms", 0), ("PSS, MiB", 1), ("RSS, MiB", 1)]


def family(pid):
    """The process and all that descend from it."""
    members = [pid]
    for member in members:
        for children in pathlib.Path(f"/proc/{member}/task").glob("*/children"):
            try:
                members += [int(child) for child in children.read_text().split()]
            except OSError:
                pass
    return members


def memory(pid):
    """(PSS, RSS) in MiB."""
    total = {"Pss:": 0, "Rss:": 0}
    for member in family(pid):
        try:
            for line in pathlib.Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
                name, value, *_ = line.split()
                if name in total:
                    total[name] += int(value)
        except (OSError, ValueError):
            pass
    return total["Pss:"] / 1024, total["Rss:"] / 1024


def first_window(server, process, began, patience=60):
    """The first big window that is mapped, and how long it took."""
    while time.perf_counter() - began < patience and process.poll() is None:
        if not server.pending_events():
            time.sleep(0.0005)
            continue
        event = server.next_event()
        if event.type != X.MapNotify or event.override:
            continue
        now = time.perf_counter()
        try:
            size = event.window.get_geometry()
        except error.XError:
            continue
        if size.width >= 100 and size.height >= 60:
            return event.window, now - began
    return None, None


def first_picture(window, began, patience=10):
    """How long it took until the middle half of the window shows more than one colour."""
    while time.perf_counter() - began < patience:
        try:
            size = window.get_geometry()
            picture = window.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF).data
        except error.XError:
            picture = b""
        now = time.perf_counter()
        quarter = len(picture) // 16 * 4
        middle = picture[quarter:len(picture) - quarter]
        if middle and middle != middle[:4] * (len(middle) // 4):
            return now - began
        time.sleep(0.002)
    return None


def end(process):
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(5)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue


def measure(server, program, idle):
    home = tempfile.mkdtemp(prefix="gatehouse-bench.")
    try:
        while server.pending_events():
            server.next_event()
        environment = {**os.environ, "GATEHOUSE_HOME": home + "/gatehouse", "GATEHOUSE_VAULT": "memory", "HOME": home,
                       "XDG_CONFIG_HOME": home + "/config", "XDG_CACHE_HOME": home + "/cache", "XDG_DATA_HOME": home + "/data"}
        log = open(home + "/log", "w+", encoding="utf-8")
        began = time.perf_counter()
        process = subprocess.Popen([program], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        try:
            window, shown = first_window(server, process, began)
            if window is None:
                log.seek(0)
                sys.exit(f"{program} shows no window:\n{log.read()[-2000:]}")
            painted = first_picture(window, began)
            if painted is None:
                sys.exit(f"{program} shows a window of one colour only")
            time.sleep(max(0.0, idle - (time.perf_counter() - began)))
            return (shown * 1000, painted * 1000, *memory(process.pid))
        finally:
            end(process)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def main():
    options = argparse.ArgumentParser(usage="%(prog)s [--runs N] [--idle SECONDS] EMPTY PROGRAM")
    options.add_argument("--runs", type=int, default=10)
    options.add_argument("--idle", type=float, default=5)
    options.add_argument("empty")
    options.add_argument("program")
    chosen = options.parse_args()
    server = display.Display()
    server.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
    server.sync()
    rows = {chosen.empty: [], chosen.program: []}
    for turn in range(chosen.runs + 1):
        for program, figures in rows.items():
            row = measure(server, program, chosen.idle)
            if turn:
                figures.append(row)
        print(f"\r{turn} of {chosen.runs}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(f"Medians of {chosen.runs} runs, in turns, in brackets the smallest and the largest; {os.cpu_count()} processors.\n")
    print("| | Gatehouse | empty Qt window | ratio |")
    print("|---|---|---|---|")
    for i, (name, digits) in enumerate(MEASURES):
        middle, cell = {}, {}
        for program, figures in rows.items():
            column = [row[i] for row in figures]
            middle[program] = statistics.median(column)
            cell[program] = f"{middle[program]:.{digits}f} ({min(column):.{digits}f}..{max(column):.{digits}f})"
        ratio = middle[chosen.program] / middle[chosen.empty]
        print(f"| {name} | {cell[chosen.program]} | {cell[chosen.empty]} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
