"""What the open window costs a training: the same run without a window and with one, a few seconds of each in turn.

    xvfb-run -s "-screen 0 1440x900x24 -noreset" python3 src/bench/window_speed.py

Needs xdotool, which presses the keys of *Start training*. Both programs train on the demo data with the same settings and seed, so
that step n is the same work in both; one with its verb, the other in its window with the live charts in sight. While one works the
other is halted (SIGSTOP), so that a machine that gets slower for a while slows both. The time of a step is that of the run's own clock,
which stands in its metrics.jsonl, without the halts; evaluations are included. 100 % and more says that the window cost nothing.

On Linux the processor time of threads that is not the training's is told too: of those that draw, and of Java's compilers.
"""

import argparse
import itertools
import json
import math
import os
import pathlib
import re
import shlex
import signal
import statistics
import subprocess
import tempfile
import time

LONGEST = 3600
BLOCK = 20
KINDS = {
    "window": re.compile(r"JavaFX|Quantum|Prism|InvokeLater|Glass|Gtk|window", re.IGNORECASE),
    "compilers": re.compile(r"C[12] Compiler"),
}


class Training:
    """One program with one run, that can be halted."""

    def __init__(self, program, home, window):
        self.runs = pathlib.Path(home)
        self.window = window
        self.known = self.files()
        self.metrics = None
        self.halts = []
        self.worked = 0.0
        self.since = time.monotonic()
        command = shlex.split(program) + ([] if window else ["train"]) + ["--home", home]
        self.process = subprocess.Popen(
            command,
            env={**os.environ, "JAVA_TOOL_OPTIONS": "-Dprism.order=sw"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if window:
            self.press_start()

    def press_start(self):
        """Focuses the window once it is there, and presses Ctrl+Enter."""
        window = subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid), "--name", "ReID Studio"],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        ).stdout.split()[-1]
        time.sleep(5)  # a person looks at the form first
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True, timeout=60)
        subprocess.run(["xdotool", "key", "ctrl+Return"], check=True, timeout=60)

    def rows(self):
        """(step, seconds by the run's clock) as far as they are written."""
        if self.metrics is None:
            # looked for before another program begins a run
            self.metrics = next(iter(self.files() - self.known), None)
        rows = []
        for line in self.metrics.read_text().splitlines() if self.metrics else []:
            try:
                row = json.loads(line)
            except ValueError:
                break  # the line that is just being written
            rows.append((row["step"], row["seconds"]))
        return rows

    def files(self):
        return set(self.runs.glob("runs/*/metrics.jsonl"))

    def step(self):
        rows = self.rows()
        return rows[-1][0] if rows else 0

    def work_to(self, step):
        while self.step() < step:
            if self.process.poll() is not None or time.monotonic() - self.since > LONGEST:
                raise SystemExit(f"the program did not come to step {step}")
            time.sleep(0.5)

    def halt(self):
        self.process.send_signal(signal.SIGSTOP)
        now = time.monotonic()
        self.worked += now - self.since
        self.halts.append([now, now])

    def go_on(self):
        self.since = time.monotonic()
        self.halts[-1][1] = self.since
        self.process.send_signal(signal.SIGCONT)

    def steps(self):
        """Step to the seconds that it took, without halts.

        A halt is longer than any step and any evaluation, so it stands out between two rows.
        """
        halts = [end - begin for begin, end in self.halts if end > begin]
        shortest = min(halts)
        took = {}
        left = iter(halts)
        for (_, before), (step, after) in itertools.pairwise(self.rows()):
            seconds = after - before
            while seconds > 0.9 * shortest:
                seconds -= next(left)
            took[step] = seconds
        return took

    def processor_seconds(self):
        """Processor time so far by kind of thread."""
        used = dict.fromkeys(KINDS, 0.0)
        for thread in pathlib.Path(f"/proc/{self.process.pid}/task").iterdir():
            name = (thread / "comm").read_text()
            # not the ticks of "stat": threads that a timer wakes are seen by the tick more often than they work
            nanoseconds = int((thread / "schedstat").read_text().split()[0])
            for kind, pattern in KINDS.items():
                if pattern.search(name):
                    used[kind] += nanoseconds / 1e9
        return used

    def end(self):
        self.process.send_signal(signal.SIGCONT)
        self.process.terminate()
        self.process.wait()


def in_turn(trainings, seconds, marks):
    """Lets them work in turn until all have passed the last mark; gives what was used when each mark was passed."""
    passed = {training: {} for training in trainings}

    def note(training):
        for mark in marks:
            if mark not in passed[training] and training.step() >= mark:
                passed[training][mark] = (training.worked, training.processor_seconds())

    for training in trainings:
        note(training)
    while any(len(passed[training]) < len(marks) for training in trainings):
        for training in trainings:
            training.go_on()
            time.sleep(seconds)
            training.halt()
            note(training)
            if training.process.poll() is not None:
                raise SystemExit("a training ended before the other came to the last step: ask for fewer steps, or shorter turns")
    return passed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20, help="of each in turn; more than an evaluation takes")
    parser.add_argument("--steps", type=int, nargs="+", default=[145, 420, 1000, 1500], help="ends of the ranges of steps")
    parser.add_argument("--program", default="java -jar target/reid-studio.jar")
    options = parser.parse_args()
    marks = options.steps
    trainings = []
    with tempfile.TemporaryDirectory() as home:
        try:
            for window in (False, True):
                training = Training(options.program, home, window)
                trainings.append(training)
                training.work_to(20)
                training.halt()
            passed = in_turn(trainings, options.seconds, marks)
            without, with_window = (training.steps() for training in trainings)
        finally:
            for training in trainings:
                training.end()
    ranges = [*itertools.pairwise(marks)]
    if len(ranges) > 1:
        ranges.append((marks[0], marks[-1]))
    for begin, end in ranges:
        tell(range(begin + 1, end + 1), without, with_window)
        for training in trainings:
            (worked, before), (later, after) = passed[training][begin], passed[training][end]
            shares = ", ".join(f"{kind} {(after[kind] - before[kind]) / (later - worked):.1%}" for kind in KINDS)
            print(f"    {'with' if training.window else 'without'} a window, of one processor: {shares}")


def tell(steps, without, with_window):
    times = [[times[step] * 1000 for step in steps] for times in (without, with_window)]
    means = [statistics.mean(each) for each in times]
    medians = [statistics.median(each) for each in times]
    blocks = [
        sum(times[0][at : at + BLOCK]) / sum(times[1][at : at + BLOCK]) for at in range(0, len(times[0]) - BLOCK + 1, BLOCK)
    ]
    error = statistics.stdev(blocks) / math.sqrt(len(blocks)) if len(blocks) > 1 else math.nan
    print(
        f"steps {steps[0]:5} to {steps[-1]:5}: without {means[0]:.1f} ms, with {means[1]:.1f} ms, "
        f"speed kept {means[0] / means[1]:.1%}, of the median step {medians[0] / medians[1]:.1%}; "
        f"blocks of {BLOCK} steps: {statistics.mean(blocks):.1%} +- {error:.1%}"
    )


main()
