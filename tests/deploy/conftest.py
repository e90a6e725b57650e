"""Exports of the bundled sample and of a text model, with their whole test split as files and Python’s answers."""

from __future__ import annotations

import csv
import os
import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import nn

from kdstudio.core import samples
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import DataSpec, ExportSpec, Recipe, TaskKind
from kdstudio.engine import ort, tasks
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.models import registry
from kdstudio.engine.progress import Silent
from kdstudio.export import cpu, feeds
from kdstudio.export.pipeline import ExportResult, export
from kdstudio.export.runtime import run
from tests.deploy.tools import DRIVERS, ONNXRUNTIME, TOOLS, program, unpacked
from tests.deploy.tools import run as run_program

INT8 = "onnx/model_quantized.onnx"


@dataclass(frozen=True)
class Shipped:
    """An export, its test split ``(N,)`` as files or texts, and the logits ``(N, C)`` of its INT8 file in Python."""

    folder: Path
    result: ExportResult
    dataset: Dataset
    raw: list[str]
    logits: NDArray[np.float32]

    @property
    def labels(self) -> tuple[str, ...]:
        return self.dataset.labels

    def in_float(self) -> NDArray[np.float32]:
        """Logits ``(N, C)`` of the FP32 file in Python."""
        images = isinstance(self.dataset.input, ImageInput)
        task = tasks.get("image-classification" if images else "text-classification")
        session = ort.session(self.folder / "onnx/model.onnx")
        return run(session, feeds.Batches(task, self.dataset.test, self.dataset.input))

    def agreement(self, logits: NDArray[np.float32]) -> float:
        """The share of test examples that get the same class."""
        return float((logits.argmax(1) == self.logits.argmax(1)).mean())


def shipped(module: nn.Module, kind: TaskKind, dataset: Dataset, folder: Path, raw: list[str]) -> Shipped:
    task = tasks.get(kind)
    result = export(
        module,
        task=task,
        dataset=dataset,
        spec=ExportSpec(calibration_examples=64, calibration="minmax"),
        folder=folder,
        lineage={"name": "Shipped", "teacher": {"kind": "train"}},
        reporter=Silent(),
        timing=False,
    )
    # WebAssembly has no saturating kernel, so it is held against the one here that has none either
    session = ort.session(folder / INT8, precise=cpu.saturates())
    logits = run(session, feeds.Batches(task, dataset.test, dataset.input))
    return Shipped(folder, result, dataset, raw, logits)


def trained(architecture: str, params: dict[str, Any], kind: TaskKind, dataset: Dataset, steps: int) -> nn.Module:
    """An architecture, hastily taught."""
    torch.manual_seed(0)
    return taught(registry.build(architecture, params, dataset.input, len(dataset.labels)), kind, dataset, steps)


def taught(network: nn.Module, kind: TaskKind, dataset: Dataset, steps: int) -> nn.Module:
    """Some steps are enough to tell classes apart and to leave answers in doubt."""
    optimizer = torch.optim.AdamW(network.parameters(), 3e-3)
    choose = np.random.default_rng(0)
    for _ in range(steps):
        index = choose.integers(0, len(dataset.train), 64)
        batch = tasks.get(kind).batch(dataset.train, index, dataset.input, None)
        loss = nn.functional.cross_entropy(network(**batch), torch.from_numpy(dataset.train.labels[index]))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return network.eval()


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dataset, list[str]]:
    """The bundled sample, and its 3,000 test pictures in a folder for each class."""
    place = tmp_path_factory.mktemp("pictures")
    dataset = tasks.get("image-classification").load(Recipe(), place / "cache", Silent())
    raw = []
    pixels = dataset.test.take("image", np.arange(len(dataset.test)))
    for row, (picture, label) in enumerate(zip(pixels, dataset.test.labels, strict=True)):
        path = place / "test" / dataset.labels[label] / f"{row:05}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(picture[..., 0]).save(path, compress_level=1)
        raw.append(str(path))
    return dataset, raw


@pytest.fixture(scope="session")
def digits(pictures: tuple[Dataset, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """The student of the bundled sample, hastily trained."""
    dataset, raw = pictures
    network = trained("resnet8", {}, "image-classification", dataset, steps=40)
    return shipped(network, "image-classification", dataset, tmp_path_factory.mktemp("digits") / "export", raw)


class Sketch(nn.Module):
    """Convolutions so few that a graphics adapter in software answers thousands of pictures in seconds."""

    def __init__(self) -> None:
        super().__init__()
        layers = (nn.Conv2d(1, 8, 5, 4, 2), nn.ReLU(), nn.Conv2d(8, 16, 3, 2, 1), nn.ReLU(), nn.Flatten())
        self.layers = nn.Sequential(*layers, nn.Linear(256, 10))

    def forward(self, pixel_values: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self.layers(pixel_values)
        return logits


@pytest.fixture(scope="session")
def sketch(pictures: tuple[Dataset, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """A tiny network for the same pictures."""
    dataset, raw = pictures
    torch.manual_seed(0)
    network = taught(Sketch(), "image-classification", dataset, steps=100)
    return shipped(network, "image-classification", dataset, tmp_path_factory.mktemp("sketch") / "export", raw)


TOPICS = {
    "cooking": "simmer the onions, butter & crème brûlée until golden",
    "sailing": "hoist the mainsail: 12 knots, naïve crew, façade of fog",
    "weather": "Regen später 7°C; 東京は晴れ and Ωραία ημέρα ☀️ 👩‍🚀",
}
FILLERS = ["and", "then", "we", "saw", "some", "of", "it", "again"]
FIRST = 2  # an example is named by its line, and the first line is the header


@pytest.fixture(scope="session")
def topics(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """A small encoder over texts of many scripts."""
    place = tmp_path_factory.mktemp("topics")
    dataset, texts = texts_of(place)
    task: TaskKind = "text-classification"
    network = trained("text-encoder", {"layers": 1, "width": 64, "feed_forward": 128}, task, dataset, steps=40)
    return shipped(network, task, dataset, place / "export", texts)


def texts_of(place: Path, max_length: int = 16) -> tuple[Dataset, list[str]]:
    """Texts of three topics, and those of the test split as they were."""
    choose = random.Random(0)
    rows = [(_text(choose, label, number), label) for number, label in enumerate(choose.choices(list(TOPICS), k=900))]
    table = place / "texts.csv"
    with table.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("text", "label"), *rows])
    recipe = Recipe(task="text-classification", data=DataSpec(path=str(table), max_length=max_length, vocabulary=400))
    dataset = tasks.get(recipe.task).load(recipe, place / "cache", Silent())
    return dataset, [rows[int(name.rpartition(":")[2]) - FIRST][0] for name in dataset.test.ids]


def _text(choose: random.Random, label: str, number: int) -> str:
    words = choose.choices(TOPICS[label].split() + FILLERS, k=12)
    return f"{' '.join(words)} {number}"


@pytest.fixture(scope="session")
def kotlin_classes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples’ Kotlin without Android’s own classes, in one go: that for pictures and that for texts."""
    program("java")
    compiler, runtime = unpacked(TOOLS / "kotlin" / "bin" / "kotlinc"), unpacked(ONNXRUNTIME / "classes.jar")
    folder = tmp_path_factory.mktemp("kotlin")
    (pictures,) = (samples.folder() / "kotlin").rglob("Classifier.kt")
    text = pictures.read_text(encoding="utf-8").replace("package org.example.classify", "package org.example.pictures")
    (folder / "Pictures.kt").write_text(text, encoding="utf-8")
    texts = samples.folder().glob("kotlin-texts/**/[CT]*.kt")  # the classifier and its tokenizer
    sources = [folder / "Pictures.kt", *texts, DRIVERS / "Ids.kt"]
    made = folder / "classes.jar"
    run_program("bash", compiler, "-Werror", "-no-reflect", "-cp", runtime, *sources, "-d", made)
    return made


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The packages of the Node sample, as ``.ci/tools`` installs them."""
    found = Path(__file__).resolve().parents[2] / ".tools" / "node" / "node_modules"
    if shutil.which("node") is None:
        pytest.skip("Node is not installed")
    if not found.is_dir():
        pytest.skip("run .ci/tools first, which installs the packages of the Node sample")
    return found


@pytest.fixture
def node_sample(node_modules: Path) -> Any:
    """Give an export’s Node sample its packages."""

    def ready(made: Shipped) -> Path:
        folder = made.folder / "samples" / "node"
        if not os.path.lexists(folder / "node_modules"):
            (folder / "node_modules").symlink_to(node_modules, target_is_directory=True)
        return folder

    return ready
