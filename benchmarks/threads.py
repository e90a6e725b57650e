"""What the measured choice of threads, wait policy and memory format gains over the defaults on a busy machine.

    python -m benchmarks.threads --busy 1 --rounds 3

Keeps ``--busy`` processes computing beside it, then times ResNet-20 training steps (batch 128, 32×32) in child
processes: with the libraries' defaults, and with what the worker sets and its probe chooses. Both kinds take turns.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import time
from typing import Any

CHILD = """
import json, sys, time
import torch
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import RuntimeSpec
from kdstudio.engine.device import Runtime, settle
from kdstudio.engine.models import registry
from kdstudio.engine.progress import Silent
size = ImageInput(size=32, channels=3, mean=(0.5,) * 3, std=(0.25,) * 3)
torch.manual_seed(0)
model = registry.build("resnet20", {}, size, 10)
inputs = {"pixel_values": torch.randn(128, 3, 32, 32)}
if sys.argv[1] == "defaults":
    runtime = Runtime(torch.device("cpu"), "no", torch.get_num_threads(), torch.contiguous_format)
else:
    runtime = settle(RuntimeSpec(), model, lambda: inputs, Silent())
model, inputs = runtime.place(model).train(), runtime.place_inputs(inputs)
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
times = []
for _ in range(8):
    start = time.perf_counter()
    torch.nn.functional.cross_entropy(model(**inputs), torch.zeros(128, dtype=torch.long)).backward()
    optimizer.step(); optimizer.zero_grad()
    times.append(time.perf_counter() - start)
print(json.dumps({"step": sorted(times)[4], "threads": runtime.threads, "layout": str(runtime.memory_format)}))
"""


def burn() -> None:
    """Keep one core busy."""
    while True:
        sum(i * i for i in range(10_000))


def measure(kind: str) -> dict[str, Any]:
    """One child's median step."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "KMP_"))}
    if kind == "chosen":
        environment |= {"OMP_WAIT_POLICY": "passive", "KMP_BLOCKTIME": "0"}
    out = subprocess.run([sys.executable, "-c", CHILD, kind], env=environment, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(out.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--busy", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    others = [multiprocessing.Process(target=burn, daemon=True) for _ in range(options.busy)]
    for other in others:
        other.start()
    time.sleep(0.5)
    steps: dict[str, list[float]] = {"defaults": [], "chosen": []}
    for _ in range(options.rounds):
        for kind, times in steps.items():
            found = measure(kind)
            times.append(found["step"])
            print(kind, found)
    ratios = [d / c for d, c in zip(steps["defaults"], steps["chosen"], strict=True)]
    print(f"defaults / chosen: median {statistics.median(ratios):.2f}, all {[round(r, 2) for r in ratios]}")
    for other in others:
        other.terminate()


if __name__ == "__main__":
    main()
