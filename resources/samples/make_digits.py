"""Make the bundled sample ``digits`` and its teacher from the full MNIST.

    python resources/samples/make_digits.py MNIST_FOLDER

MNIST_FOLDER holds the four original gzipped IDX files. The sample is a small, class-balanced part of them; the
teacher is a WRN-16-2 trained on 14,000 other training images. MNIST: CC BY-SA 3.0, Y. LeCun, C. Cortes, C. Burges.
"""

from __future__ import annotations

import gzip
import struct
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from kdstudio.core.health import Health
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import AugmentSpec, PlanSpec, RuntimeSpec
from kdstudio.engine import tasks
from kdstudio.engine.answers import Views
from kdstudio.engine.checkpoint import CheckpointStore
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.device import settle
from kdstudio.engine.evaluate import accuracy_of, logits_of
from kdstudio.engine.listener import Unattended
from kdstudio.engine.loop import train
from kdstudio.engine.methods.supervised import Supervised
from kdstudio.engine.models import registry, saved
from kdstudio.engine.progress import Silent
from kdstudio.engine.training import Training

HERE = Path(__file__).resolve().parent / "digits"
TRAIN, TEST, TEACHER = 2000, 3000, 14_000
ARCHITECTURE = "wrn-16-2"
LABELS = tuple("0123456789")
PLAN = PlanSpec(
    epochs=4,
    batch_size=128,
    learning_rate=0.1,
    schedule="cosine",
    augment=AugmentSpec(shift=0.1, rotate=10, zoom=0.1, views=0),
)

Images = NDArray[np.uint8]
Labels = NDArray[np.uint8]


class Printer(Unattended):
    """Says how the teacher is doing."""

    def validated(self, step: int, logits: NDArray[np.float32], values: dict[str, float]) -> None:
        """One line an epoch."""
        sys.stdout.write(f"step {step}: {values}\n")
        sys.stdout.flush()


def read(path: Path) -> NDArray[np.uint8]:
    """An IDX file of bytes."""
    data = gzip.decompress(path.read_bytes())
    dimensions = data[3]
    shape = struct.unpack(f">{dimensions}I", data[4 : 4 + 4 * dimensions])
    return np.frombuffer(data, np.uint8, offset=4 + 4 * dimensions).reshape(shape)


def write(path: Path, array: NDArray[np.uint8]) -> None:
    """A gzipped IDX file, the same bytes every time."""
    header = struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape)
    path.write_bytes(gzip.compress(header + array.tobytes(), 9, mtime=0))


def balanced(labels: Labels, count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Positions of ``count`` examples, equally many of each class, in random order."""
    chosen = [rng.permutation(np.flatnonzero(labels == c))[: count // 10] for c in range(10)]
    return rng.permutation(np.concatenate(chosen))


def examples(images: Images, labels: Labels, name: str) -> Examples:
    """Arrays as the loop takes them."""
    ids = [f"{name}/{i}" for i in range(len(labels))]
    return Examples({"image": images[..., None]}, labels.astype(np.int64), ids)


def main(source: Path) -> None:
    """Write ``digits/`` beside this script."""
    rng = np.random.default_rng(0)
    x, y = read(source / "train-images-idx3-ubyte.gz"), read(source / "train-labels-idx1-ubyte.gz")
    xt, yt = read(source / "t10k-images-idx3-ubyte.gz"), read(source / "t10k-labels-idx1-ubyte.gz")
    HERE.mkdir(exist_ok=True)
    chosen, tested = balanced(y, TRAIN, rng), balanced(yt, TEST, rng)
    for name, images, labels in (("train", x[chosen], y[chosen]), ("t10k", xt[tested], yt[tested])):
        write(HERE / f"{name}-images-idx3-ubyte.gz", images)
        write(HERE / f"{name}-labels-idx1-ubyte.gz", labels)
    rest = rng.permutation(np.setdiff1d(np.arange(len(y)), chosen))
    learnt, watched = rest[:TEACHER], rest[TEACHER : TEACHER + 5000]
    pixels = x[learnt] / 255.0
    input = ImageInput(size=28, channels=1, mean=(float(pixels.mean()),), std=(float(pixels.std()),))
    health = Health(path=str(source), format="idx", layout="", fingerprint="mnist", examples=TEACHER)
    dataset = Dataset(
        examples(x[learnt], y[learnt], "train"),
        examples(x[watched], y[watched], "validation"),
        examples(xt[tested], yt[tested], "test"),
        LABELS,
        input,
        "mnist",
        health,
    )
    task, views = tasks.get("image-classification"), None
    views = Views.of(task, PLAN)
    torch.manual_seed(PLAN.seed)
    model = registry.build(ARCHITECTURE, {}, input, len(LABELS))
    index = np.arange(PLAN.batch_size)
    runtime = settle(RuntimeSpec(), model, lambda: task.batch(dataset.train, index, input, None), Silent())
    with tempfile.TemporaryDirectory() as folder:
        store = CheckpointStore(Path(folder), Silent())
        trained = train(
            Training(model, Supervised(10), task, dataset, PLAN, views, None, runtime, store, Printer(), 600.0)
        )
    accuracy = accuracy_of(logits_of(trained, task, dataset.test, input, runtime), dataset.test.labels)
    saved.save(
        HERE / "teacher",
        trained.to("cpu", memory_format=torch.contiguous_format),  # type: ignore[call-overload] # the stub has no overload for both
        architecture=ARCHITECTURE,
        params={},
        input=input,
        labels=LABELS,
        extra={"test_accuracy": accuracy, "licence": "CC BY-SA 3.0, made from MNIST (LeCun, Cortes, Burges)"},
        half=True,
    )
    sys.stdout.write(f"teacher accuracy on the sample's test images: {accuracy:.4f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
