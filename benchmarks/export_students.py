"""Export ten kinds of students to every kind of file and hold each to the bars. Prints one Markdown table.

    python -m benchmarks.export_students --data DATA_FOLDER [--only ResNet-8 BERT] [--steps 1]

DATA_FOLDER holds ``mnist`` (IDX files) and ``package_sections``. Each student is trained for a short while on a part
of the data, so that its accuracy means something. Sizes and speeds (at one thread / at one a core) are ratios to the
FP32 file, from one process; a star marks the file that is recommended. Accuracy and agreement are of 2,000 test
examples, “default / precise” is the agreement on the validation split with either integer kernel.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from kdstudio.core.recipe import DataSpec, ExportSpec, Recipe
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.models.registry import build
from kdstudio.engine.progress import Silent
from kdstudio.export.pipeline import ExportResult, export

TRAIN, VALIDATION, TEST = 8000, 2000, 2000


@dataclass(frozen=True)
class Student:
    """An architecture and how it is trained; ``size`` is the side of its images, 0 for texts."""

    architecture: str
    params: dict[str, Any] = field(default_factory=dict)
    rate: float = 3e-3
    steps: int = 200
    size: int = 28


STUDENTS: dict[str, Student] = {
    "MLP 1200-1200": Student("mlp", rate=1e-3),
    "ResNet-8": Student("resnet8"),
    "ResNet-8x4": Student("resnet8x4"),
    "ResNet-56": Student("resnet56"),
    "MobileNetV2": Student("mobilenetv2-small"),
    "ShuffleNetV2": Student("shufflenetv2-small"),
    "EfficientNet": Student("hf-efficientnet", {"width": 0.5, "depth": 0.5, "dropout": 0.0}, steps=400, size=64),
    "ConvNeXt": Student("hf-convnext", {"widths": (32, 64, 128, 192), "depths": (1, 1, 2, 1)}, 1e-3, size=64),
    "MobileViT": Student("hf-mobilevit", {"size": "xxs", "dropout": 0.0}, 1e-3, steps=300, size=64),
    "ViT": Student("hf-vit", {"layers": 4}, 5e-4, steps=900),
    "BERT": Student("text-encoder", {"layers": 4, "width": 256, "heads": 4, "feed_forward": 1024}, 5e-4, size=0),
}


def _cut(examples: Examples, count: int) -> Examples:
    """An even choice of the examples."""
    index = np.random.default_rng(0).permutation(len(examples))[:count]
    rows = index if examples.rows is None else examples.rows[index]
    ids = [examples.ids[i] for i in index]
    return Examples(examples.arrays, examples.labels[index], ids, rows)


def load(student: Student, folder: Path, cache: Path) -> tuple[Any, Dataset]:
    """Part of a real data set."""
    task = tasks.get("image-classification" if student.size else "text-classification")
    spec = DataSpec(path=str(folder / ("mnist" if student.size else "package_sections")), image_size=student.size)
    data = task.load(Recipe(task=task.kind, data=spec), cache, Silent())
    parts = {"train": TRAIN, "validation": VALIDATION, "test": TEST}
    return task, replace(data, **{name: _cut(data.split(name), count) for name, count in parts.items()})


def train(module: nn.Module, task: Any, data: Dataset, rate: float, steps: int) -> nn.Module:
    """AdamW with a linear fall of the learning rate."""
    optimizer = torch.optim.AdamW(module.parameters(), rate, weight_decay=0.01)
    fall = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.02, steps)
    generator = np.random.default_rng(0)
    module.train()
    for _ in range(steps):
        index = generator.integers(0, len(data.train), 64)
        batch = task.batch(data.train, index, data.input, None)
        loss = nn.functional.cross_entropy(module(**batch), torch.from_numpy(data.train.labels[index]))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        optimizer.step()
        fall.step()
    return module.eval()


def lines(name: str, result: ExportResult) -> list[str]:
    """The table’s rows of one student."""
    fp32 = result.deliverable.files[0]
    rows = []
    for check in result.deliverable.files:
        size, share = check.size_bytes, check.integer_share
        star = " ★" if check.variant == result.deliverable.recommended else ""
        cells = [
            f"{name} ({fp32.size_bytes / 1e6:.1f} MB)" if check is fp32 else "",
            f"{check.title}{star}",
            f"{size / fp32.size_bytes:.3f}",
            f"{100 * (check.accuracy['test'] - fp32.accuracy['test']):+.2f}"
            if check is not fp32
            else f"{check.accuracy['test']:.2%}",
            f"{check.agreement['test']:.2%}",
            f"{check.agreement['validation']:.2%} / {check.precise_agreement:.2%}" if check.precise_agreement else "",
            "" if share is None else f"{share:.0%}",
            " / ".join(f"{a.median_ms / b.median_ms:.2f}" for a, b in zip(fp32.timings, check.timings, strict=True)),
            f"{check.parity:.1e}" if check.parity is not None else "",
            " → ".join(check.steps) if len(check.steps) > 1 else "",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def main() -> None:
    """Train, export, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", nargs="*", choices=list(STUDENTS), default=list(STUDENTS))
    parser.add_argument("--steps", type=float, default=1.0, help="factor on the steps of training")
    arguments = parser.parse_args()
    print("| student | file | size | points | agreement | default / precise | integer | speed | parity | guard |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.only:
            student = STUDENTS[name]
            task, data = load(student, arguments.data, Path(folder) / "cache")
            torch.manual_seed(0)
            module = train(
                build(student.architecture, student.params, data.input, len(data.labels)),
                task,
                data,
                student.rate,
                int(arguments.steps * student.steps),
            )
            result = export(
                module,
                task=task,
                dataset=data,
                spec=ExportSpec(variants=("all",)),
                folder=Path(folder) / name,
                lineage={},
                reporter=Silent(),
            )
            print(*lines(name, result), sep="\n", flush=True)


if __name__ == "__main__":
    main()
