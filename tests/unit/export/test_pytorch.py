"""The weights of an export and the small files around them: what other programs make of the folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from kdstudio.core.inputs import ImageInput, TextInput
from kdstudio.core.recipe import DataSpec, Recipe, TeacherSpec
from kdstudio.engine import tasks
from kdstudio.engine.data import tokenize
from kdstudio.engine.models import registry, saved, sources
from kdstudio.engine.models.teacher import Query
from kdstudio.engine.models.wrapped import quiet_transformers
from kdstudio.export import pytorch
from tests.unit.export.conftest import image_data

RGB = ImageInput(size=32, channels=3, mean=(0.4, 0.5, 0.6), std=(0.2, 0.25, 0.3))
GRAY = ImageInput(size=16, channels=1, mean=(0.3,), std=(0.25,))
LABELS = ("ant", "bee", "cat", "dog")
SMALL_VIT = {"layers": 1, "width": 32, "heads": 2, "patch": 8}


@pytest.fixture(scope="module")
def transformers() -> Any:
    with quiet_transformers() as library:
        return library


@pytest.fixture(scope="module")
def texts() -> TextInput:
    return tokenize.text_input(tokenize.train(["a good film", "a bad film", "good good bad"] * 9, 300), 12)


def written(folder: Path, name: str, params: dict[str, Any], input: Any) -> torch.nn.Module:
    torch.manual_seed(0)
    module = registry.build(name, params, input, len(LABELS)).eval()
    pytorch.write(folder, module, pytorch.Architecture(name, params), input, LABELS)
    return module


def test_a_transformers_image_network_loads_by_the_library_alone(transformers: Any, tmp_path: Path) -> None:
    module = written(tmp_path, "hf-vit", SMALL_VIT, RGB)
    pixels = torch.rand(2, 3, 32, 32)
    with quiet_transformers():
        network = transformers.AutoModelForImageClassification.from_pretrained(tmp_path / "pytorch").eval()
        processor = transformers.AutoImageProcessor.from_pretrained(tmp_path / "pytorch")
    with torch.no_grad():
        torch.testing.assert_close(network(pixel_values=pixels).logits, module(pixel_values=pixels))
    assert network.config.id2label == dict(enumerate(LABELS))
    picture = np.random.default_rng(0).integers(0, 255, (32, 32, 3), np.uint8)
    found = processor(picture, return_tensors="np")["pixel_values"][0]
    expected = (picture.transpose(2, 0, 1) / 255 - np.reshape(RGB.mean, (3, 1, 1))) / np.reshape(RGB.std, (3, 1, 1))
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_a_text_network_loads_with_its_tokenizer(transformers: Any, texts: TextInput, tmp_path: Path) -> None:
    module = written(tmp_path, "text-encoder", {"layers": 1, "width": 32}, texts)
    expected = tasks.get("text-classification").encode(texts, ["A good, very good film"])
    for folder in (tmp_path, tmp_path / "pytorch"):
        with quiet_transformers():
            tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
            config = transformers.AutoConfig.from_pretrained(folder)
        found = tokenizer("A good, very good film", truncation=True, return_tensors="np")
        np.testing.assert_array_equal(found["input_ids"], expected["input_ids"])
        assert tokenizer.pad_token_id == texts.pad_id
        assert (config.model_type, config.label2id["cat"]) == ("bert", 2)
    with quiet_transformers():
        network = transformers.AutoModelForSequenceClassification.from_pretrained(tmp_path / "pytorch").eval()
    inputs = {name: torch.from_numpy(values) for name, values in expected.items()}
    with torch.no_grad():
        torch.testing.assert_close(network(**inputs).logits, module(**inputs))


def test_an_own_network_is_described_for_programs_that_run_its_onnx_files(transformers: Any, tmp_path: Path) -> None:
    written(tmp_path, "resnet8", {}, GRAY)
    with quiet_transformers():
        config = transformers.AutoConfig.from_pretrained(tmp_path)
        processor = transformers.AutoImageProcessor.from_pretrained(tmp_path)
    assert config.id2label == dict(enumerate(LABELS))
    assert config.architectures is None, "nobody is told to put the weights into a class of the library"
    picture = np.random.default_rng(0).integers(0, 255, (16, 16), np.uint8)
    found = processor(Image.fromarray(picture), return_tensors="np")["pixel_values"]
    np.testing.assert_allclose(found[0, 0], (picture / 255 - 0.3) / 0.25, atol=1e-5)


@pytest.mark.parametrize("place", ["", "pytorch"])
def test_an_export_is_a_teacher_by_its_folder(tmp_path: Path, place: str) -> None:
    module = written(tmp_path, "resnet8", {}, GRAY)
    data = image_data()
    task = tasks.get("image-classification")
    recipe = Recipe(data=DataSpec(path="x"), teacher=TeacherSpec(kind="checkpoint", path=str(tmp_path / place)))
    teacher = sources.load_teacher(recipe, data, task, torch.device("cpu"))
    index = np.arange(8)
    batch = task.batch(data.test, index, data.input, None)
    with torch.no_grad():
        torch.testing.assert_close(teacher.logits(Query(batch, data.test, index)), module(**batch))


def test_a_network_that_nobody_could_build_gets_no_weights_folder(tmp_path: Path) -> None:
    pytorch.write(tmp_path, torch.nn.Linear(2, 2), None, GRAY, LABELS)
    assert not (tmp_path / "pytorch").exists()
    assert (tmp_path / "config.json").is_file()
    assert not saved.is_saved(tmp_path)
