"""How long the window takes from the start of the process, for several ways of starting it in turn.

    xvfb-run -s "-screen 0 1440x900x24 -noreset" python3 src/bench/window_start.py --rounds 7 "java -jar target/reid-studio.jar" \\
        "target/dist/ReID\\ Studio/bin/reid-studio"

Milliseconds of the wall clock and of all processors, medians; the least is nearest to a machine without other work. The
first round, which warms the disk and draws the demo data, does not count.
"""

import argparse
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


def start_once(command, home):
    """One start: the times of each mark."""
    folder = pathlib.Path(home)
    log = folder / "log"
    for old in log.glob("*"):
        old.unlink()
    options = f"-Duser.home={home} -Dreidstudio.log.dir={log} -Dreidstudio.start=DEBUG -Dprism.order=sw"
    process = subprocess.Popen(
        shlex.split(command),
        env={**os.environ, "JAVA_TOOL_OPTIONS": options},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(LONGEST * 20):
            time.sleep(0.05)
            text = "".join(file.read_text() for file in log.glob("*.log"))
            told = {mark: (int(wall), int(cpu)) for mark, wall, cpu in TOLD.findall(text)}
            if all(mark in told for mark in MARKS):
                return told
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
    with tempfile.TemporaryDirectory() as home:
        for number in range(options.rounds + 1):
            for command in options.command:
                told = start_once(command, home)
                if number > 0:
                    times[command].append(told)
    for command, rounds in times.items():
        print(command)
        for mark in MARKS:
            walls = [told[mark][0] for told in rounds]
            cpu = statistics.median(told[mark][1] for told in rounds)
            print(f"  {mark:15} {statistics.median(walls):6.0f} ms, least {min(walls):6.0f} ms, processor {cpu:6.0f} ms")


main()
