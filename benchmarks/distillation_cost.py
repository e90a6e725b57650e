"""What distilling costs on top of training the same student alone, ResNet-56 → ResNet-20 on 32×32 images.

    python -m benchmarks.distillation_cost --rounds 5

Every round trains a few steps of each kind in turn, in one process: the student alone, with cached teacher answers,
and with the teacher run at every step. Printed are the medians of the ratios within a round.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
import torch

from kdstudio.core.health import Health
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import AugmentSpec, PlanSpec, RuntimeSpec
from kdstudio.engine import answers, methods, tasks
from kdstudio.engine.answers import Answers, LiveAnswers, Views
from kdstudio.engine.checkpoint import CheckpointStore
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.device import settle
from kdstudio.engine.listener import Unattended
from kdstudio.engine.loop import train
from kdstudio.engine.methods.supervised import Supervised
from kdstudio.engine.models import registry
from kdstudio.engine.models.teacher import ModuleTeacher, fingerprint
from kdstudio.engine.progress import Silent
from kdstudio.engine.training import Training

STEPS, BATCH, CLASSES = 20, 128, 100
INPUT = ImageInput(size=32, channels=3, mean=(0.5,) * 3, std=(0.25,) * 3)


def make_dataset() -> Dataset:
    """Noise is enough: the cost does not depend on what the pixels show."""
    rng = np.random.default_rng(0)

    def split(count: int) -> Examples:
        pixels = rng.integers(0, 256, (count, 32, 32, 3), dtype=np.uint8)
        return Examples({"image": pixels}, rng.integers(0, CLASSES, count), [str(i) for i in range(count)])

    health = Health(path="", format="", layout="", fingerprint="noise", examples=0)
    labels = tuple(map(str, range(CLASSES)))
    return Dataset(split(STEPS * BATCH), split(2), split(2), labels, INPUT, "noise", health)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    dataset, task = make_dataset(), tasks.get("image-classification")
    plan = PlanSpec(epochs=1, batch_size=BATCH, augment=AugmentSpec(shift=0.125, flip=True, views=1))
    student = registry.build("resnet20", {}, INPUT, CLASSES)
    network = registry.build("resnet56", {}, INPUT, CLASSES)
    teacher = ModuleTeacher(network, "ResNet-56", fingerprint(network))
    index = np.arange(BATCH)
    runtime = settle(RuntimeSpec(), student, lambda: task.batch(dataset.train, index, INPUT, None), Silent())
    runtime.place(network)
    views = Views.of(task, plan, teacher)
    seconds: dict[str, list[float]] = {"alone": [], "cached": [], "live": []}
    with tempfile.TemporaryDirectory() as folder:
        cached = answers.ask(teacher, task, dataset, views, Path(folder) / "answers", runtime, Silent())
        kinds: dict[str, Answers | None] = {"alone": None, "cached": cached, "live": LiveAnswers(teacher)}
        for number in range(rounds + 1):
            for kind, heard in kinds.items():
                method = methods.create("kd", {}, CLASSES) if heard else Supervised(CLASSES)
                torch.manual_seed(0)
                model = registry.build("resnet20", {}, INPUT, CLASSES)
                store = CheckpointStore(Path(folder) / f"{number}-{kind}", Silent())
                training = Training(
                    model, method, task, dataset, plan, views, heard, runtime, store, Unattended(), 3600.0
                )
                start = time.perf_counter()
                train(training)
                if number:  # the first round warms up
                    seconds[kind].append(time.perf_counter() - start)
    cost = [c / a for c, a in zip(seconds["cached"], seconds["alone"], strict=True)]
    gain = [live / c for live, c in zip(seconds["live"], seconds["cached"], strict=True)]
    step = statistics.median(seconds["alone"]) / STEPS
    print(f"threads {runtime.threads}, {runtime.memory_format}, student step {step:.3f} s")
    print(f"cached / alone: median {statistics.median(cost):.3f}, all {[round(r, 3) for r in cost]}")
    print(f"live / cached: median {statistics.median(gain):.2f}, all {[round(r, 2) for r in gain]}")


if __name__ == "__main__":
    main()
