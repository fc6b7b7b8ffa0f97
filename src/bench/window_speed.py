"""What the open window costs a training: the same run without a window and with one, in turn.

    xvfb-run -s "-screen 0 1440x900x24 -noreset" python3 src/bench/window_speed.py --rounds 2

Needs xdotool, which presses the keys of *Start training*. Both runs train on the demo data with the same settings and seed, one in the
program's verb, the other in its window with the live charts in sight; the times are those of the run's own clock, which stands in its
metrics.jsonl, evaluations included. 100 % and more says that the window cost nothing.

Runs differ by a percent or two without any window, so on Linux the processor time of the window's own threads is told too: its share
of all processors is what a training that uses them all can lose, but for threads that wait for one that had to give way.
"""

import argparse
import itertools
import json
import math
import os
import pathlib
import re
import shlex
import statistics
import subprocess
import tempfile
import time

LONGEST = 1800
WINDOW_THREADS = re.compile(r"JavaFX|Quantum|Prism|InvokeLater|Glass|Gtk|window", re.IGNORECASE)
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def written(home, known):
    """The steps of the one run in this home that is not known yet: step to seconds."""
    for file in pathlib.Path(home).glob("**/runs/*/metrics.jsonl"):
        if file.parent not in known:
            seconds = {}
            for line in file.read_text().splitlines():
                try:
                    row = json.loads(line)
                except ValueError:
                    break  # the line that is just being written
                seconds[row["step"]] = row["seconds"]
            return file.parent, seconds
    return None, {}


def window_seconds(process):
    """Processor time so far of the threads that draw; NaN where the system does not tell."""
    ticks = 0
    try:
        for stat in pathlib.Path(f"/proc/{process.pid}/task").glob("*/stat"):
            name, numbers = re.match(r"\d+ \((.*)\) \S+ (.*)", stat.read_text()).groups()
            if WINDOW_THREADS.search(name):
                user, system = numbers.split()[10:12]
                ticks += int(user) + int(system)
    except OSError:
        return math.nan
    return ticks / TICKS


def press_start(process):
    """Focuses the window once it is there, and presses Ctrl+Enter."""
    window = subprocess.run(
        ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(process.pid), "--name", "ReID Studio"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout.split()[-1]
    time.sleep(5)  # a person looks at the form first
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True, timeout=60)
    subprocess.run(["xdotool", "key", "ctrl+Return"], check=True, timeout=60)


def train(program, home, marks, window, known):
    """Trains until the last of the marked steps has been written, then ends the program.

    Gives the seconds of each step by the run's clock, and (wall clock, window's processor time) about each marked step.
    """
    last = marks[-1]
    used = {}
    command = [*shlex.split(program), "--home", home] if window else [*shlex.split(program), "train", "--home", home]
    process = subprocess.Popen(
        command,
        env={**os.environ, "JAVA_TOOL_OPTIONS": "-Dprism.order=sw"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        if window:
            press_start(process)
        for _ in range(LONGEST):
            time.sleep(1)
            run, steps = written(home, known)
            for mark in marks:
                if mark in steps and mark not in used:
                    used[mark] = (time.monotonic(), window_seconds(process))
            if last in steps:
                known.add(run)
                return steps, used
            if process.poll() is not None:
                raise SystemExit(f"{program} ended before step {last}")
        raise SystemExit(f"{program} did not come to step {last} in {LONGEST} s")
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--steps", type=int, nargs="+", default=[145, 420, 1000], help="ends of the ranges of steps")
    parser.add_argument("--program", default="java -jar target/reid-studio.jar")
    options = parser.parse_args()
    first, last = options.steps[0], options.steps[-1]
    ranges = [*itertools.pairwise(options.steps)]
    if len(ranges) > 1:
        ranges.append((first, last))
    took = {(part, window): [] for part in ranges for window in (False, True)}
    shares = {part: [] for part in ranges}
    with tempfile.TemporaryDirectory() as home:
        known = set()
        for number in range(options.rounds):
            for window in (False, True) if number % 2 == 0 else (True, False):
                steps, used = train(options.program, home, options.steps, window, known)
                for begin, end in ranges:
                    took[(begin, end), window].append((steps[end] - steps[begin]) / (end - begin) * 1000)
                    if window:
                        (wall, before), (later, after) = used[begin], used[end]
                        shares[begin, end].append((after - before) / (later - wall) / os.cpu_count())
    for part in ranges:
        without, with_window = took[part, False], took[part, True]
        kept = statistics.median(a / b for a, b in zip(without, with_window))
        listed = " ".join(f"{a:.1f}/{b:.1f}" for a, b in zip(without, with_window))
        share = statistics.median(shares[part])
        print(
            f"steps {part[0]:5} to {part[1]:5}: without/with {listed} ms a step, speed kept {kept:.1%}, "
            f"window's threads {share:.2%} of all processors"
        )


main()
