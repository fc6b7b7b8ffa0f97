#!/usr/bin/env python3
"""The training step of `reid-studio bench step` in plain PyTorch, timed in turn with it.

Eager mode, scaled_dot_product_attention, fused AdamW, autocast for bf16: what a practised user would
write. The program writes its weights and its batch, both sides make the same step, the losses are
compared, and then rounds of steps alternate, so that a busy machine slows both.

    python3 src/bench/pytorch_step.py --model compact --batch 32
    python3 src/bench/pytorch_step.py --model vit-b-16 --batch 8 --steps 2 --rounds 5

Needs Python 3.9 and PyTorch 2; nothing else.
"""

import argparse
import json
import math
import statistics
import struct
import sys
import tempfile
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from bench_program import BenchProgram

CLASSES = 400
SMOOTHING = 0.1
SDM_WEIGHT = 1.0
TEMPERATURE = 0.1
CLIP_NORM = 5.0
IMAGE_MODALITIES = ("vis", "nir", "cp", "sk")
HEADS = {"compact": (4, 4), "vit-b-16": (12, 8)}


def read_safetensors(path):
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        data = torch.frombuffer(bytearray(raw[8 + size + start : 8 + size + end]), dtype=torch.float32)
        tensors[name] = data.reshape(entry["shape"])
    return tensors


class Model:
    """The same functions of the same parameters, under the names of the weight file."""

    def __init__(self, weights, kind, device):
        self.buffers = {k: v.to(device) for k, v in weights.items() if "running" in k}
        self.w = {
            k: v.to(device).requires_grad_() for k, v in weights.items() if "running" not in k
        }
        self.kind = kind
        self.image_heads, self.text_heads = HEADS[kind]

    def attention(self, x, name, heads, mask, causal):
        b, t, width = x.shape
        qkv = F.linear(x, self.w[name + ".in_proj_weight"], self.w[name + ".in_proj_bias"])
        q, k, v = qkv.view(b, t, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=causal)
        a = a.transpose(1, 2).reshape(b, t, width)
        return F.linear(a, self.w[name + ".out_proj.weight"], self.w[name + ".out_proj.bias"])

    def norm(self, x, name):
        return F.layer_norm(x, x.shape[-1:], self.w[name + ".weight"], self.w[name + ".bias"])

    def layer(self, x, name, heads, mask=None, causal=False):
        x = x + self.attention(self.norm(x, name + ".ln_1"), name + ".attn", heads, mask, causal)
        h = self.norm(x, name + ".ln_2")
        h = F.linear(h, self.w[name + ".mlp.c_fc.weight"], self.w[name + ".mlp.c_fc.bias"])
        h = h * torch.sigmoid(1.702 * h)
        return x + F.linear(h, self.w[name + ".mlp.c_proj.weight"], self.w[name + ".mlp.c_proj.bias"])

    def depth(self, name):
        return len({k.split(".")[3] for k in self.w if k.startswith(name + ".transformer.")})

    def images(self, batch):
        tokens = []
        for modality in IMAGE_MODALITIES:
            name = "visual." + modality
            kernel = self.w[name + ".conv1.weight"]
            maps = F.conv2d(batch["pixels." + modality], kernel, stride=kernel.shape[-1])
            patches = maps.flatten(2).transpose(1, 2)
            start = self.w[name + ".class_embedding"].expand(patches.shape[0], 1, -1)
            x = torch.cat([start, patches], 1) + self.w[name + ".positional_embedding"]
            tokens.append(self.norm(x, name + ".ln_pre"))
        x = torch.cat(tokens)
        for i in range(self.depth("visual")):
            x = self.layer(x, f"visual.transformer.resblocks.{i}", self.image_heads)
        return F.linear(self.norm(x[:, 0], "visual.ln_post"), self.w["visual.proj.weight"])

    def text(self, batch):
        tokens = batch["captions"].long()
        present = batch["captions.present"]
        x = F.embedding(tokens, self.w["text.token_embedding.weight"])
        x = x + self.w["text.positional_embedding"][: tokens.shape[1]]
        causal = self.kind != "compact"
        mask = None if causal else present.bool()[:, None, None, :]
        for i in range(self.depth("text")):
            x = self.layer(x, f"text.transformer.resblocks.{i}", self.text_heads, mask, causal)
        if causal:
            ends = present.sum(1).long() - 1
            x = x[torch.arange(len(x), device=x.device), ends]
        else:
            x = x[:, 0]
        return F.linear(self.norm(x, "text.ln_post"), self.w["text.proj.weight"])

    def fuse(self, features, batch):
        rows, present = batch["groups"].long(), batch["groups.present"]
        x = features[rows]
        x = self.layer(x, "fusion", features.shape[1] // 64, present.bool()[:, None, None, :])
        weight = present.unsqueeze(2)
        x = (x * weight).sum(1) / weight.sum(1).clamp(min=1)
        return self.norm(x, "fusion.ln_post")

    def loss(self, batch):
        features = torch.cat([self.images(batch), self.text(batch)]).float()
        fused = self.fuse(features, batch).float()
        rows = torch.cat([features, fused])
        neck = F.batch_norm(
            rows,
            self.buffers["bn_neck.bn.running_mean"],
            self.buffers["bn_neck.bn.running_var"],
            self.w["bn_neck.bn.weight"],
            self.w["bn_neck.bn.bias"],
            training=True,
        )
        with torch.autocast(features.device.type, enabled=False):
            logits = F.linear(neck.float(), self.w["bn_neck.classifier.weight"])
            labels = batch["labels"].long()
            group_labels = labels[batch["groups"][:, 0].long()]
            all_labels = torch.cat([labels, group_labels])
            ce = F.cross_entropy(logits, all_labels, label_smoothing=SMOOTHING)
            visible = batch["pixels.vis"].shape[0]
            gallery, gallery_labels = features[:visible], labels[:visible]
            singles = sdm(features[visible:], labels[visible:], gallery, gallery_labels)
            groups = sdm(fused, group_labels, gallery, gallery_labels)
            return ce + SDM_WEIGHT * 0.5 * (singles + groups)


def sdm(query, query_labels, gallery, gallery_labels):
    s = F.normalize(query, dim=1) @ F.normalize(gallery, dim=1).T / TEMPERATURE
    y = (query_labels[:, None] == gallery_labels[None, :]).float()
    return 0.5 * (side(s, y) + side(s.T, y.T))


def side(s, y):
    positives = y.sum(1)
    valid = positives > 0
    q = y[valid] / positives[valid, None]
    return -(q * F.log_softmax(s[valid], 1)).sum(1).mean()


class Peer:
    def __init__(self, folder, kind, bf16, device):
        weights = read_safetensors(folder / "weights.safetensors")
        self.batch = {k: v.to(device) for k, v in read_safetensors(folder / "batch.safetensors").items()}
        self.model = Model(weights, kind, device)
        self.bf16 = bf16
        self.device = device
        parameters = self.model.w
        decayed = [v for v in parameters.values() if v.dim() > 1]
        plain = [v for v in parameters.values() if v.dim() <= 1]
        self.optimizer = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": 1e-2}, {"params": plain, "weight_decay": 0.0}],
            lr=5e-4,
            fused=True,
        )

    def step(self):
        self.optimizer.zero_grad()
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.bf16):
            loss = self.model.loss(self.batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(self.model.w.values()), CLIP_NORM)
        value = loss.item()
        self.optimizer.step()
        return value

    def round(self, steps):
        start = time.perf_counter()
        for _ in range(steps):
            self.step()
        if self.device == "cuda":
            torch.cuda.synchronize()
        return (time.perf_counter() - start) / steps


def program(jar, folder, arguments, precision):
    options = ["--model", arguments.model, "--batch", str(arguments.batch)]
    options += ["--steps", str(arguments.steps), "--warmup", str(arguments.warmup)]
    options += ["--precision", precision]
    options += ["--device", "cpu" if arguments.device == "cpu" else "cuda", "--export", str(folder)]
    return BenchProgram(jar, "step", options)


def compare(arguments, precision):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = program(arguments.jar, folder, arguments, precision)
        peer = Peer(folder, arguments.model, precision == "bf16", arguments.device)
        theirs = peer.step()
        ours = bench.first["loss"]
        peer.round(arguments.warmup)
        pairs = []
        for i in range(arguments.rounds):
            # Who goes first changes with each round.
            if i % 2 == 0:
                a, b = bench.round()["stepSeconds"], peer.round(arguments.steps)
            else:
                b, a = peer.round(arguments.steps), bench.round()["stepSeconds"]
            pairs.append((a, b))
        bench.close()
    ratios = [b / a for a, b in pairs]
    return {
        "model": arguments.model,
        "batch": arguments.batch,
        "precision": precision,
        "lossProgram": ours,
        "lossPyTorch": theirs,
        "lossDifference": abs(ours - theirs) / abs(theirs),
        "programMs": 1000 * statistics.median(a for a, _ in pairs),
        "pytorchMs": 1000 * statistics.median(b for _, b in pairs),
        "timesAsFast": statistics.median(ratios),
        "ratios": [round(r, 3) for r in ratios],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jar", type=Path, default=Path("target/reid-studio.jar"))
    parser.add_argument("--model", choices=sorted(HEADS), default="compact")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--warmup", type=int, help="steps of each side before the first round")
    parser.add_argument("--precision", choices=["float32", "bf16", "both"], default="both")
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
    arguments = parser.parse_args()
    if arguments.warmup is None:
        # Java's compiler works beside the first 400 short steps and takes one of two cores from them.
        arguments.warmup = 500 if arguments.model == "compact" else 2
    print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads", file=sys.stderr)
    wrong = False
    for precision in ["float32", "bf16"] if arguments.precision == "both" else [arguments.precision]:
        result = compare(arguments, precision)
        print(json.dumps(result))
        # bf16 rounds at other places in two programs; float32 must agree.
        limit = 1e-4 if precision == "float32" else 1e-2
        if not result["lossDifference"] < limit or math.isnan(result["lossProgram"]):
            print(f"the losses differ by more than {limit}", file=sys.stderr)
            wrong = True
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
