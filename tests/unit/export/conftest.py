"""Small tasks with known answers, and networks trained on them for a second or two."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.core.health import Health
from kdstudio.core.inputs import ImageInput, InputSpec, TextInput
from kdstudio.core.recipe import AugmentSpec, ExportSpec, Recipe, TaskKind
from kdstudio.engine import ort
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.progress import Reporter, Silent
from kdstudio.engine.tasks.base import View
from kdstudio.engine.tasks.image import TASK as IMAGE
from kdstudio.export.feeds import Batches
from kdstudio.export.pipeline import ExportResult, export
from kdstudio.export.runtime import run
from kdstudio.export.variants.base import Reference

SIZE, LENGTH, VOCABULARY, CLASSES = 16, 12, 40, 4
LABELS = ("ant", "bee", "cat", "dog")


class _NoSource:
    """The parts of a task that an export does not use."""

    def check(self, recipe: Recipe, cache: Path, thumbnails: Path, reporter: Reporter) -> Health:
        raise NotImplementedError

    def load(self, recipe: Recipe, cache: Path, reporter: Reporter) -> Dataset:
        raise NotImplementedError

    def augments(self, augment: AugmentSpec) -> bool:
        return False

    def encode(self, input: InputSpec, raw: Sequence[str]) -> dict[str, NDArray[Any]]:
        raise NotImplementedError


class TextTask(_NoSource):
    kind: TaskKind = "text-classification"

    def batch(
        self, examples: Examples, index: NDArray[np.int64], input: InputSpec, view: View | None
    ) -> dict[str, Tensor]:
        length = examples.take("length", index)
        longest = int(length.max())
        tokens = torch.from_numpy(examples.take("tokens", index)[:, :longest].astype(np.int64))
        mask = torch.arange(longest) < torch.from_numpy(length.astype(np.int64))[:, None]
        return {"input_ids": tokens, "attention_mask": mask.long()}

    def sample(self, input: InputSpec, batch: int) -> dict[str, Tensor]:
        assert isinstance(input, TextInput)
        ids = torch.ones(batch, input.max_length, dtype=torch.long)
        return {"input_ids": ids, "attention_mask": torch.ones_like(ids)}


def _examples(make: Any, count: int, seed: int) -> Examples:
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, CLASSES, count)
    return Examples(make(rng, labels), labels, [f"{seed}-{i}" for i in range(count)])


def _images(rng: np.random.Generator, labels: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
    """A bright bar in one of four places, in noise."""
    pixels = rng.integers(0, 120, (len(labels), SIZE, SIZE, 1))
    for i, label in enumerate(labels):
        pixels[i, 4 * label : 4 * label + 3, 2:14] += 100
    return {"image": pixels.astype(np.uint8)}


def _texts(rng: np.random.Generator, labels: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
    """Random tokens; those of the right class come in more often."""
    length = rng.integers(5, LENGTH + 1, len(labels)).astype(np.int32)
    tokens = rng.integers(10, VOCABULARY, (len(labels), LENGTH)).astype(np.int32)
    own = rng.random(tokens.shape) < 0.5
    tokens = np.where(own, 1 + labels[:, None].astype(np.int32), tokens)
    return {"tokens": np.where(np.arange(LENGTH) < length[:, None], tokens, 0).astype(np.int32), "length": length}


def _dataset(make: Any, input: InputSpec) -> Dataset:
    health = Health(path="", format="folder", layout="", fingerprint="abc", examples=700)
    train, validation, test = (_examples(make, count, seed) for seed, count in ((0, 400), (1, 150), (2, 150)))
    return Dataset(train, validation, test, LABELS, input, "abc", health)


@cache
def image_data() -> Dataset:
    return _dataset(_images, ImageInput(size=SIZE, channels=1, mean=(0.3,), std=(0.25,)))


@cache
def text_data() -> Dataset:
    tokenizer = json.dumps({"version": "1.0", "model": {"type": "WordLevel", "vocab": {"a": 0}, "unk_token": "a"}})
    return _dataset(_texts, TextInput(max_length=LENGTH, vocabulary=VOCABULARY, pad_id=0, tokenizer=tokenizer))


class ConvNet(nn.Module):
    def __init__(self, width: int = 8) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(1, width, 3, padding=1), nn.BatchNorm2d(width), nn.ReLU())
        self.block = nn.Sequential(nn.Conv2d(width, width, 3, padding=1), nn.BatchNorm2d(width))
        self.down = nn.Sequential(nn.Conv2d(width, 2 * width, 3, 2, 1), nn.BatchNorm2d(2 * width), nn.ReLU())
        self.head = nn.Linear(2 * width * 8, CLASSES)

    def forward(self, pixel_values: Tensor) -> Tensor:
        x = self.stem(pixel_values)
        x = self.down(torch.relu(x + self.block(x)))
        out: Tensor = self.head(x.mean(3).flatten(1))
        return out


class Perceptron(nn.Module):
    def __init__(self, width: int = 64) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.Flatten(), nn.Linear(SIZE * SIZE, width), nn.ReLU(), nn.Linear(width, width), nn.ReLU()
        )
        self.head = nn.Linear(width, CLASSES)

    def forward(self, pixel_values: Tensor) -> Tensor:
        out: Tensor = self.head(self.net(pixel_values))
        return out


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        from transformers import BertConfig, BertForSequenceClassification

        config = BertConfig(
            vocab_size=VOCABULARY,
            hidden_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=64,
            max_position_embeddings=LENGTH,
            num_labels=CLASSES,
        )
        self.bert = BertForSequenceClassification(config)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        out: Tensor = self.bert(input_ids=input_ids, attention_mask=attention_mask).logits
        return out


@dataclass(frozen=True)
class Student:
    module: nn.Module
    task: Any
    dataset: Dataset


def train(module: nn.Module, task: Any, dataset: Dataset, epochs: int, rate: float) -> Student:
    optimizer = torch.optim.AdamW(module.parameters(), rate)
    labels = torch.from_numpy(dataset.train.labels)
    for _ in range(epochs):
        for index in torch.randperm(len(labels)).split(32):
            batch = task.batch(dataset.train, index.numpy(), dataset.input, None)
            loss = nn.functional.cross_entropy(module(**batch), labels[index])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return Student(module.eval(), task, dataset)


@pytest.fixture(scope="session", autouse=True)
def _tracker() -> None:
    """Start the process in which multiprocessing keeps account; it lives as long as this one, so it is no leftover."""
    resource_tracker.ensure_running()


@pytest.fixture(scope="session")
def convnet() -> Student:
    torch.manual_seed(0)
    return train(ConvNet(), IMAGE, image_data(), 4, 1e-2)


@pytest.fixture(scope="session")
def perceptron() -> Student:
    torch.manual_seed(0)
    return train(Perceptron(), IMAGE, image_data(), 6, 3e-3)


@pytest.fixture(scope="session")
def encoder() -> Student:
    torch.manual_seed(0)
    return train(Encoder(), TextTask(), text_data(), 6, 3e-3)


def calibration_of(student: Student) -> Batches:
    """Batches of some training examples."""
    data = student.dataset
    return Batches(student.task, data.train, data.input, np.arange(64), 32)


def reference_of(student: Student, fp32: Path) -> Reference:
    """The validation split as the guard holds files against it."""
    data = student.dataset
    feeds = Batches(student.task, data.validation, data.input)
    return Reference(feeds, data.validation.labels, run(ort.session(fp32), feeds))


SPEC = ExportSpec(calibration_examples=64)


def run_export(student: Student, folder: Path, spec: ExportSpec = SPEC) -> ExportResult:
    return export(
        student.module,
        task=student.task,
        dataset=student.dataset,
        spec=spec,
        folder=folder,
        lineage={"name": "Animals", "teacher": {"kind": "train"}},
        reporter=Silent(),
        timing=False,
    )


@pytest.fixture(scope="session")
def convnet_export(convnet: Student, tmp_path_factory: pytest.TempPathFactory) -> tuple[Student, ExportResult]:
    return convnet, run_export(convnet, tmp_path_factory.mktemp("convnet") / "out")


@pytest.fixture(scope="session")
def perceptron_export(perceptron: Student, tmp_path_factory: pytest.TempPathFactory) -> tuple[Student, ExportResult]:
    return perceptron, run_export(perceptron, tmp_path_factory.mktemp("perceptron") / "out")


@pytest.fixture(scope="session")
def encoder_export(encoder: Student, tmp_path_factory: pytest.TempPathFactory) -> tuple[Student, ExportResult]:
    return encoder, run_export(encoder, tmp_path_factory.mktemp("encoder") / "out")
