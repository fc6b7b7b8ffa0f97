"""The program under measurement, for the scripts that time PyTorch in turn with it."""

import json
import subprocess
import sys


class BenchProgram:
    """A bench verb in a process of its own, which makes a round for each line that it is sent."""

    def __init__(self, jar, verb, options):
        self.verb = verb
        self.process = subprocess.Popen(
            ["java", "-jar", str(jar), "bench", verb, "--on-request", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.first = self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"the program ended; run its bench {self.verb} by hand to see why")
        return json.loads(line)

    def round(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.answer()

    def close(self):
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.wait()
