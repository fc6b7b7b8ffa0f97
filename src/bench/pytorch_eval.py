#!/usr/bin/env python3
"""Ranking and scoring of `reid-studio bench eval` in plain PyTorch, timed in turn with it.

Matmul of unit features, argsort of each row, and the usual formulas for CMC, mAP and mINP, in blocks
of queries so that memory stays bounded: what a practised user would write. The program writes its
features, both sides score them, and then rounds alternate, so that a busy machine slows both.

The program's scores are compared with PyTorch's in double precision. In float the places of two
pictures that are nearly equally similar depend on the order in which products are summed; the
program settles such places in double precision, the peer that is timed does not, and how far it is
off is told too.

    python3 src/bench/pytorch_eval.py --share 0.05 --rounds 3

Needs Python 3.9 and PyTorch 2; nothing else.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from bench_program import BenchProgram
from pytorch_step import read_safetensors

SCORES = ("R1", "R5", "R10", "mAP", "mINP")


def unit(rows):
    """In double precision: features that are rounded differently change places where two are nearly equal."""
    return F.normalize(rows.double(), dim=1).float()


class Peer:
    def __init__(self, file, block):
        arrays = read_safetensors(file)
        self.gallery = arrays.pop("gallery")
        self.gallery_labels = arrays.pop("gallery.labels")
        self.queries = {
            name[len("query.") :]: (rows, arrays[name + ".labels"])
            for name, rows in arrays.items()
            if not name.endswith(".labels")
        }
        self.block = block

    def round(self, precision=torch.float32):
        start = time.perf_counter()
        gallery = unit(self.gallery).to(precision).T.contiguous()
        scores = {name: self.score(gallery, *queries) for name, queries in self.queries.items()}
        return time.perf_counter() - start, scores

    def score(self, gallery, queries, labels):
        sums = torch.zeros(len(SCORES), dtype=torch.float64)
        places = torch.arange(1, len(self.gallery_labels) + 1, dtype=torch.float64)
        for rows, owners in zip(queries.split(self.block), labels.split(self.block)):
            similarity = unit(rows).to(gallery.dtype) @ gallery
            order = similarity.argsort(dim=1, descending=True)
            matches = self.gallery_labels[order] == owners[:, None]
            found = matches.cumsum(1)
            total = found[:, -1].double()
            cmc = found.clamp(max=1)
            precision = found.double() / places * matches
            last = (matches * places).amax(1)
            sums += torch.stack(
                [
                    cmc[:, 0].sum(),
                    cmc[:, 4].sum(),
                    cmc[:, 9].sum(),
                    (precision.sum(1) / total).sum(),
                    (total / last).sum(),
                ]
            )
        return dict(zip(SCORES, (sums / len(labels)).tolist()))


def difference(program, peer):
    return max(
        abs(row[score] - peer[row["setting"].replace("+", "-")][score])
        for row in program["settings"]
        for score in SCORES
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jar", type=Path, default=Path("target/reid-studio.jar"))
    parser.add_argument("--share", type=float, default=0.05, help="of ORBench's queries")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--block", type=int, default=256, help="queries that PyTorch ranks at once")
    arguments = parser.parse_args()
    print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads", file=sys.stderr)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "features.safetensors"
        options = ["--share", str(arguments.share), "--device", "cpu", "--export", str(file)]
        program = BenchProgram(arguments.jar, "eval", options)
        peer = Peer(file, arguments.block)
        _, exact = peer.round(torch.float64)
        worst = difference(program.first, exact)
        _, scores = peer.round()
        pairs = []
        for i in range(arguments.rounds):
            # Who goes first changes with each round.
            if i % 2 == 0:
                a, (b, _) = program.round()["seconds"], peer.round()
            else:
                (b, _), a = peer.round(), program.round()["seconds"]
            pairs.append((a, b))
        program.close()
    print(
        json.dumps(
            {
                "queries": program.first["queries"],
                "gallery": program.first["gallery"],
                "dimensions": program.first["dimensions"],
                "largestDifference": worst,
                "pytorchFloatDifference": max(
                    abs(exact[name][score] - scores[name][score]) for name in exact for score in SCORES
                ),
                "programSeconds": statistics.median(a for a, _ in pairs),
                "pytorchSeconds": statistics.median(b for _, b in pairs),
                "timesAsFast": statistics.median(b / a for a, b in pairs),
            }
        )
    )
    if not worst < 1e-6:
        print("the scores differ by more than 1e-6", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
