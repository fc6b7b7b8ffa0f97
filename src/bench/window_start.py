"""How long the window takes from the start of the process, for several ways of starting it in turn.

    xvfb-run -s "-screen 0 1440x900x24 -noreset" python3 src/bench/window_start.py --rounds 7 "java -jar target/reid-studio.jar" \\
        "target/dist/ReID\\ Studio/bin/reid-studio"

Milliseconds of the wall clock and of all processors, medians; the least is nearest to a machine without other work. The
first round, which warms the disk and draws the demo data, does not count. "first frame" is when the screen of X is no longer
of one colour where the window's menus are; it needs a screen without anything else.
"""

import argparse
import ctypes
import ctypes.util
import os
import pathlib
import re
import shlex
import statistics
import subprocess
import tempfile
import time

MARKS = ("window shown", "start possible")
TOLD = re.compile(r"StartTimes (.+): (\d+) ms, processor (-?\d+) ms")
LONGEST = 120
MENUS = (0, 0, 160, 30)


class Screen:
    """Looks at a rectangle of the X screen."""

    ALL_PLANES = 0xFFFFFFFF
    Z_PIXMAP = 2

    def __init__(self):
        self.x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XGetImage.restype = ctypes.c_void_p
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 4 + [ctypes.c_ulong, ctypes.c_int]
        self.x.XGetPixel.restype = ctypes.c_ulong
        self.x.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self.x.XDestroyImage.argtypes = [ctypes.c_void_p]
        self.display = self.x.XOpenDisplay(None)
        if not self.display:
            raise SystemExit("no X screen; start it under xvfb-run")
        self.root = self.x.XDefaultRootWindow(self.display)

    def is_drawn(self, left, top, width, height):
        image = self.x.XGetImage(self.display, self.root, left, top, width, height, self.ALL_PLANES, self.Z_PIXMAP)
        seen = {self.x.XGetPixel(image, x, y) for x in range(0, width, 2) for y in range(0, height, 3)}
        self.x.XDestroyImage(image)
        return len(seen) > 2


def start_once(command, home, screen):
    """One start: the times of each mark, and when the first frame was seen."""
    folder = pathlib.Path(home)
    log = folder / "log"
    for old in log.glob("*"):
        old.unlink()
    options = f"-Duser.home={home} -Dreidstudio.log.dir={log} -Dreidstudio.start=DEBUG -Dprism.order=sw"
    begun = time.monotonic()
    process = subprocess.Popen(
        shlex.split(command),
        env={**os.environ, "JAVA_TOOL_OPTIONS": options},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        drawn = None
        while time.monotonic() - begun < LONGEST:
            time.sleep(0.02)
            if drawn is None and screen.is_drawn(*MENUS):
                drawn = round((time.monotonic() - begun) * 1000)
            text = "".join(file.read_text() for file in log.glob("*.log"))
            told = {mark: (int(wall), int(cpu)) for mark, wall, cpu in TOLD.findall(text)}
            if drawn is not None and all(mark in told for mark in MARKS):
                return told, drawn
        raise SystemExit(f"{command} did not get so far in {LONGEST} s")
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    times = {command: [] for command in options.command}
    screen = Screen()
    with tempfile.TemporaryDirectory() as home:
        for number in range(options.rounds + 1):
            for command in options.command:
                once = start_once(command, home, screen)
                if number > 0:
                    times[command].append(once)
    for command, rounds in times.items():
        print(command)
        for mark in MARKS:
            walls = [told[mark][0] for told, _ in rounds]
            cpu = statistics.median(told[mark][1] for told, _ in rounds)
            print(f"  {mark:15} {statistics.median(walls):6.0f} ms, least {min(walls):6.0f} ms, processor {cpu:6.0f} ms")
        seen = [drawn for _, drawn in rounds]
        print(f"  {'first frame':15} {statistics.median(seen):6.0f} ms, least {min(seen):6.0f} ms")


main()
