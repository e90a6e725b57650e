"""Transformers.js opens an export by the names of its files, offline, and gives Python’s answers with each of them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from torch import nn

from kdstudio.core.recipe import DataSpec, ExportSpec, Recipe, TaskKind
from kdstudio.engine import ort, tasks
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.probabilities import softmax
from kdstudio.engine.progress import Silent
from kdstudio.export import card
from kdstudio.export.pipeline import ExportResult, export
from tests.deploy.conftest import Shipped, texts_of, trained
from tests.deploy.tools import TOOLS, program, unpacked

PACKAGE = TOOLS / "transformers"
LEAST = 0.999
CLOSE = {"fp32": 1e-4, "fp16": 0.02, "q8": 0.02, "int8": 0.02, "q4": 0.02}
"""How far probabilities may be apart: Node’s ONNX Runtime is another version, whose kernels round otherwise."""

ASK = """
import { dirname, basename } from "node:path";
import { env, pipeline } from "@huggingface/transformers";

env.allowRemoteModels = false;
let text = "";
for await (const part of process.stdin) text += part;
const { folder, task, dtypes, inputs } = JSON.parse(text);
env.localModelPath = dirname(folder);
const found = {};
for (const dtype of dtypes) {
  const ask = await pipeline(task, basename(folder), { dtype });
  found[dtype] = [];
  for (const input of inputs) {
    const answers = await ask(input, { top_k: null });
    found[dtype].push(Object.fromEntries(answers.map(({ label, score }) => [label, score])));
  }
  await ask.dispose();
}
console.log(JSON.stringify(found));
"""


def answers(
    folder: Path, kind: TaskKind, dtypes: Sequence[str], inputs: list[str], labels: Sequence[str]
) -> dict[str, NDArray[np.float64]]:
    """The probabilities ``(N, C)`` of each dtype’s file."""
    unpacked(PACKAGE / "node_modules")
    feed = json.dumps({"folder": str(folder), "task": kind, "dtypes": dtypes, "inputs": inputs})
    done = subprocess.run(
        [program("node"), "--input-type=module", "-e", ASK],
        cwd=PACKAGE,
        input=feed,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, float]]] = json.loads(done.stdout.splitlines()[-1])
    return {dtype: np.array([[row[label] for label in labels] for row in rows]) for dtype, rows in found.items()}


def exported(
    module: nn.Module, kind: TaskKind, dataset: Dataset, folder: Path, variants: tuple[str, ...]
) -> ExportResult:
    return export(
        module,
        task=tasks.get(kind),
        dataset=dataset,
        spec=ExportSpec(calibration_examples=64, calibration="minmax", variants=variants),
        folder=folder,
        lineage={"name": "Opened elsewhere", "teacher": {"kind": "train"}},
        reporter=Silent(),
        timing=False,
    )


def in_python(made: ExportResult, file: str, dataset: Dataset) -> NDArray[np.float32]:
    """The probabilities of the test split, asked one by one, since some files choose ranges by the batch."""
    session = ort.session(made.folder / file, threads=1)
    task = tasks.get("text-classification" if "tokens" in dataset.test.arrays else "image-classification")
    found = []
    for row in range(len(dataset.test)):
        feed = task.batch(dataset.test, np.array([row]), dataset.input, None)
        logits: Any = session.run(None, {name: value.numpy() for name, value in feed.items()})[0]
        found.append(softmax(logits)[0])
    return np.array(found)


def same(made: ExportResult, dataset: Dataset, kind: TaskKind, inputs: list[str], dtypes: set[str]) -> None:
    """Every file that the card names a dtype for is opened by it, and answers as in Python."""
    files = {card.DTYPES[check.file]: check.file for check in made.deliverable.files if check.file in card.DTYPES}
    assert set(files) == dtypes
    found = answers(made.folder, kind, list(files), inputs, dataset.labels)
    for dtype, file in files.items():
        expected = in_python(made, file, dataset)
        assert (found[dtype].argmax(1) == expected.argmax(1)).mean() >= LEAST, dtype
        np.testing.assert_allclose(found[dtype], expected, atol=CLOSE[dtype], err_msg=dtype)
    right = (found["fp32"].argmax(1) == dataset.test.labels).mean()
    assert right > 2 / len(dataset.labels), "the network has learnt something"


def test_gray_pictures(digits: Shipped) -> None:
    """Files that are gray themselves are read as such; the card says what to do with others."""
    few = replace(digits.dataset, test=first(digits.dataset.test, 1000))
    same(digits.result, few, "image-classification", digits.raw[:1000], {"fp32", "q8"})


def first(examples: Examples, count: int) -> Examples:
    rows = np.arange(len(examples)) if examples.rows is None else examples.rows
    return Examples(examples.arrays, examples.labels[:count], examples.ids[:count], rows[:count])


def test_pictures_in_colour(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for place in range(300):
        label = ("red", "green", "blue")[place % 3]
        noise = rng.integers(0, 180, (5, 5, 3))
        noise[..., place % 3] += 40
        (tmp_path / "data" / label).mkdir(parents=True, exist_ok=True)
        picture = Image.fromarray(noise.astype(np.uint8)).resize((24, 24), Image.Resampling.BILINEAR)
        picture.save(tmp_path / "data" / label / f"{place}.png")
    data = DataSpec(path=str(tmp_path / "data"), image_size=24)
    recipe = Recipe(task="image-classification", data=data)
    dataset = tasks.get(recipe.task).load(recipe, tmp_path / "cache", Silent())
    network = trained("resnet8", {}, recipe.task, dataset, steps=15)
    made = exported(network, recipe.task, dataset, tmp_path / "export", ("fp16",))
    inputs = [str(tmp_path / "data" / name) for name in dataset.test.ids]
    same(made, dataset, recipe.task, inputs, {"fp32", "fp16", "q8"})


def test_texts(tmp_path: Path) -> None:
    dataset, texts = texts_of(tmp_path, max_length=48)
    network = trained(
        "text-encoder", {"layers": 1, "width": 64, "feed_forward": 128}, "text-classification", dataset, 40
    )
    variants = ("fp16", "int8-dynamic", "int4-weights")
    made = exported(network, "text-classification", dataset, tmp_path / "export", variants)
    same(made, dataset, "text-classification", texts, {"fp32", "fp16", "q8", "int8", "q4"})


def test_what_is_not_there_is_not_fetched(tmp_path: Path) -> None:
    """Guards the tests above: nothing comes from anywhere but the folder."""
    with pytest.raises(AssertionError, match=r"config\.json"):
        answers(tmp_path / "nothing", "image-classification", ["fp32"], [], [])
