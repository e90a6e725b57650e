from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, TextInput
from kdstudio.core.recipe import Recipe, TeacherSpec
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.models.onnx_teacher import OnnxTeacher
from kdstudio.engine.models.sources import load_teacher
from kdstudio.engine.models.teacher import Query

PIXELS = 16 * 16 * 3
WEIGHT = np.random.default_rng(1).normal(0, 0.02, (PIXELS, 3)).astype(np.float32)


def save(
    path: Path,
    shape: Sequence[int | str],
    *,
    weight: NDArray[np.float32] = WEIGHT,
    end: str = "",
    type_: int = TensorProto.FLOAT,
) -> Path:
    """Flatten, multiply, and perhaps end in Softmax or Sigmoid: a classifier as any framework would write it."""
    nodes = [helper.make_node("Cast", ["images"], ["x"], to=TensorProto.FLOAT)]
    nodes.append(helper.make_node("Flatten", ["x"], ["flat"], axis=1))
    nodes.append(helper.make_node("MatMul", ["flat", "weight"], ["raw" if end else "scores"]))
    if end:
        nodes.append(helper.make_node(end, ["raw"], ["scores"]))
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info("images", type_, shape)],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [shape[0], weight.shape[1]])],
        [numpy_helper.from_array(weight, "weight")],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10), path)
    return path


def teach(path: Path, pictures: Dataset, **spec: object) -> tuple[OnnxTeacher, torch.Tensor]:
    recipe = Recipe(teacher=TeacherSpec(kind="onnx", path=str(path), **spec))
    task = tasks.get("image-classification")
    teacher = load_teacher(recipe, pictures, task, torch.device("cpu"))
    assert isinstance(teacher, OnnxTeacher)
    index = np.arange(5)
    query = Query(task.batch(pictures.train, index, pictures.input, None), pictures.train, index)
    return teacher, teacher.logits(query)


def pixels(pictures: Dataset) -> torch.Tensor:
    """The first five training images, 0 to 1, ``(5, 3, 16, 16)``."""
    return torch.from_numpy(pictures.train.take("image", np.arange(5))).permute(0, 3, 1, 2) / 255


def expected(images: torch.Tensor, weight: NDArray[np.float32] = WEIGHT) -> torch.Tensor:
    return images.flatten(1) @ torch.from_numpy(weight)


def normalised(pictures: Dataset) -> torch.Tensor:
    assert isinstance(pictures.input, ImageInput)
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (pictures.input.mean, pictures.input.std))
    return (pixels(pictures) - mean) / std


@pytest.mark.parametrize("batch", ["n", 1, 2, 5, 64])
def test_any_batch_gives_the_same_logits(tmp_path: Path, pictures: Dataset, batch: int | str) -> None:
    teacher, logits = teach(save(tmp_path / "t.onnx", [batch, 3, 16, 16]), pictures)
    torch.testing.assert_close(logits, expected(normalised(pictures)))
    assert teacher.parameters == PIXELS * 3
    assert teacher.size_bytes == (tmp_path / "t.onnx").stat().st_size


def test_axes_that_end_in_the_channels_are_recognised(tmp_path: Path, pictures: Dataset) -> None:
    _, logits = teach(save(tmp_path / "t.onnx", ["n", 16, 16, 3]), pictures)
    torch.testing.assert_close(logits, expected(normalised(pictures).permute(0, 2, 3, 1)))


def test_axes_without_sizes_follow_the_recipe(tmp_path: Path, pictures: Dataset) -> None:
    path = save(tmp_path / "t.onnx", ["n", "a", "b", "c"])
    torch.testing.assert_close(teach(path, pictures)[1], expected(normalised(pictures)))
    last = expected(normalised(pictures).permute(0, 2, 3, 1))
    torch.testing.assert_close(teach(path, pictures, layout="nhwc")[1], last)


def test_its_own_normalisation_and_size_are_used(tmp_path: Path, pictures: Dataset) -> None:
    weight = np.random.default_rng(2).normal(0, 0.1, (8 * 10, 3)).astype(np.float32)
    path = save(tmp_path / "t.onnx", ["n", 1, 8, 10], weight=weight)
    _, logits = teach(path, pictures, mean=(0.2,), std=(0.5,))
    gray = (pixels(pictures) * torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)).sum(1, keepdim=True)
    small = torch.nn.functional.interpolate(gray, (8, 10), mode="bilinear", antialias=True)
    torch.testing.assert_close(logits, expected((small - 0.2) / 0.5, weight))


def test_bytes_are_given_as_bytes(tmp_path: Path, pictures: Dataset) -> None:
    path = save(tmp_path / "t.onnx", ["n", 16, 16, 3], type_=TensorProto.UINT8)
    _, logits = teach(path, pictures)
    torch.testing.assert_close(logits, expected((pixels(pictures) * 255).permute(0, 2, 3, 1)), rtol=1e-4, atol=1e-3)


def test_flat_images_are_given_flat(tmp_path: Path, pictures: Dataset) -> None:
    _, logits = teach(save(tmp_path / "t.onnx", ["n", PIXELS]), pictures)
    torch.testing.assert_close(logits, expected(normalised(pictures)))


def test_probabilities_become_their_logarithms(tmp_path: Path, pictures: Dataset) -> None:
    _, logits = teach(save(tmp_path / "t.onnx", ["n", 3, 16, 16], end="Softmax"), pictures)
    torch.testing.assert_close(logits, expected(normalised(pictures)).log_softmax(1), rtol=1e-4, atol=1e-4)


def test_one_answer_stands_for_two_classes(tmp_path: Path, pictures: Dataset) -> None:
    weight, images = WEIGHT[:, :1], normalised(pictures)
    score = expected(images, weight)
    labels = ("no", "yes")
    inputs = {"pixel_values": images}
    query = Query(inputs, pictures.train, np.arange(5))
    for end in ("", "Sigmoid"):
        path = save(tmp_path / "t.onnx", ["n", 3, 16, 16], weight=weight, end=end)
        logits = OnnxTeacher(path, TeacherSpec(kind="onnx"), pictures.input, labels).logits(query)
        torch.testing.assert_close(logits.softmax(1)[:, 1:], score.sigmoid(), rtol=1e-4, atol=1e-5)


def test_classes_are_matched_by_name(tmp_path: Path, pictures: Dataset) -> None:
    _, logits = teach(save(tmp_path / "t.onnx", ["n", 3, 16, 16]), pictures, classes=("dog", "bird", "cat"))
    torch.testing.assert_close(logits, expected(normalised(pictures))[:, [1, 2, 0]])


def test_the_fingerprint_follows_file_and_settings(tmp_path: Path, pictures: Dataset) -> None:
    path = save(tmp_path / "t.onnx", ["n", 3, 16, 16])
    first, again = (teach(path, pictures)[0].fingerprint for _ in range(2))
    other = teach(path, pictures, mean=(0.1,))[0].fingerprint
    save(path, ["n", 3, 16, 16], weight=WEIGHT + 1)
    assert first == again
    assert len({first, other, teach(path, pictures)[0].fingerprint}) == 3


@pytest.mark.parametrize(
    ("shape", "outputs", "spec", "words"),
    [
        (["n", 3, 16, 16], 1000, {}, "1,000 answers, but the data has 3 classes"),
        (["n", 4, 16, 16], 3, {}, "4 channels"),
        (["n", 100], 3, {}, "100 numbers"),
        (["n", 3, 16, 16], 3, {"mean": (0.1, 0.2)}, "mean"),
        (["n", 3, 16, 16, 1], 3, {}, "does not take images"),
    ],
)
def test_a_teacher_that_does_not_fit_is_said(
    tmp_path: Path, pictures: Dataset, shape: list[int | str], outputs: int, spec: dict[str, object], words: str
) -> None:
    inner = [size for size in shape[1:] if isinstance(size, int)]
    path = save(tmp_path / "t.onnx", shape, weight=np.ones((int(np.prod(inner)), outputs), np.float32))
    with pytest.raises(KDError) as caught:
        teach(path, pictures, **spec)
    assert caught.value.code == Code.MODEL_MISMATCH
    assert words in caught.value.message


def test_answers_that_are_not_numbers_are_refused(tmp_path: Path, pictures: Dataset) -> None:
    path = save(tmp_path / "t.onnx", ["n", 3, 16, 16], weight=np.full_like(WEIGHT, np.nan))
    with pytest.raises(KDError) as caught:
        teach(path, pictures)
    assert caught.value.code == Code.MODEL_DAMAGED


def external(path: Path, location: str, **entries: int) -> Path:
    """A model whose weights are said to be in another file."""
    save(path, ["n", 3, 16, 16])
    model = onnx.load(path)
    weight = model.graph.initializer[0]
    weight.ClearField("raw_data")
    weight.data_location = TensorProto.EXTERNAL
    for key, value in {"location": location, **entries}.items():
        weight.external_data.add(key=key, value=str(value))
    path.write_bytes(model.SerializeToString())
    return path


def test_weights_beside_the_file_are_read(tmp_path: Path, pictures: Dataset) -> None:
    (tmp_path / "t.bin").write_bytes(WEIGHT.tobytes())
    teacher, logits = teach(external(tmp_path / "t.onnx", "t.bin"), pictures)
    torch.testing.assert_close(logits, expected(normalised(pictures)))
    assert teacher.size_bytes is not None
    assert teacher.size_bytes > WEIGHT.nbytes


@pytest.mark.parametrize("kind", ["parent", "absolute", "symlink", "hardlink", "folder", "huge", "negative"])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, pictures: Dataset, kind: str) -> None:
    secret = tmp_path / "secret.bin"
    secret.write_bytes(WEIGHT.tobytes())
    folder = tmp_path / "model"
    folder.mkdir()
    location, entries = "weights.bin", {}
    match kind:
        case "parent":
            location = "../secret.bin"
        case "absolute":
            location = str(secret)
        case "symlink":
            (folder / location).symlink_to(secret)
        case "hardlink":
            os.link(secret, folder / location)
        case "folder":
            (folder / location).mkdir()
        case "huge":
            (folder / location).write_bytes(WEIGHT.tobytes())
            entries = {"length": 1 << 50}
        case "negative":
            (folder / location).write_bytes(WEIGHT.tobytes())
            entries = {"offset": -4}
    with pytest.raises(KDError) as caught:
        teach(external(folder / "t.onnx", location, **entries), pictures)
    assert caught.value.code in (Code.MODEL_FORMAT, Code.MODEL_DAMAGED)


def test_weights_too_big_for_memory_are_refused_before_they_are_read(tmp_path: Path, pictures: Dataset) -> None:
    with (tmp_path / "t.bin").open("wb") as stream:
        stream.truncate(1 << 42)
    with pytest.raises(KDError) as caught:
        teach(external(tmp_path / "t.onnx", "t.bin"), pictures)
    assert caught.value.code == Code.MODEL_TOO_LARGE


@pytest.mark.parametrize("content", [b"\x08\x0a\x12", b"", b"not an onnx file at all"])
def test_a_damaged_file_is_said(tmp_path: Path, pictures: Dataset, content: bytes) -> None:
    path = tmp_path / "t.onnx"
    path.write_bytes(content)
    with pytest.raises(KDError) as caught:
        teach(path, pictures)
    assert caught.value.code == Code.MODEL_DAMAGED


VOCABULARY = 50


def save_text(path: Path, length: int | str, *, types: bool = True, ids: int = TensorProto.INT64) -> Path:
    """Mean of the embeddings of unmasked tokens."""
    table = np.random.default_rng(3).normal(size=(VOCABULARY, 3)).astype(np.float32)
    names = ["input_ids", "attention_mask", *(["token_type_ids"] if types else [])]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["wide"]),
        helper.make_node("Mul", ["rows", "wide"], ["kept"]),
        helper.make_node("ReduceSum", ["kept", "middle"], ["logits"], keepdims=0),
    ]
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, ids, ["n", length]) for name in names],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", 3])],
        [
            numpy_helper.from_array(table, "table"),
            numpy_helper.from_array(np.array([2]), "last"),
            numpy_helper.from_array(np.array([1]), "middle"),
        ],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10), path)
    return path


@pytest.mark.parametrize(("length", "types", "ids"), [("l", True, 7), (16, True, 6), ("l", False, 6), (16, False, 7)])
def test_texts_are_fed_as_the_file_wants_them(
    tmp_path: Path, pictures: Dataset, length: int | str, types: bool, ids: int
) -> None:
    path = save_text(tmp_path / "t.onnx", length, types=types, ids=ids)
    data = TextInput(max_length=8, vocabulary=VOCABULARY, pad_id=0, tokenizer="{}")
    teacher = OnnxTeacher(path, TeacherSpec(kind="onnx"), data, ("a", "b", "c"))
    tokens = torch.randint(1, VOCABULARY, (4, 6))
    mask = torch.ones_like(tokens)
    mask[0, 3:] = 0
    logits = teacher.logits(Query({"input_ids": tokens, "attention_mask": mask}, pictures.train, np.arange(4)))
    table = torch.from_numpy(np.random.default_rng(3).normal(size=(VOCABULARY, 3)).astype(np.float32))
    torch.testing.assert_close(logits, (table[tokens] * mask[..., None]).sum(1))


def test_a_token_that_the_file_does_not_know_is_said(tmp_path: Path, pictures: Dataset) -> None:
    path = save_text(tmp_path / "t.onnx", "l")
    data = TextInput(max_length=8, vocabulary=900, pad_id=0, tokenizer="{}")
    teacher = OnnxTeacher(path, TeacherSpec(kind="onnx"), data, ("a", "b", "c"))
    tokens = torch.full((2, 4), 800)
    with pytest.raises(KDError) as caught:
        teacher.logits(
            Query({"input_ids": tokens, "attention_mask": torch.ones_like(tokens)}, pictures.train, np.arange(2))
        )
    assert caught.value.code == Code.MODEL_MISMATCH


def test_texts_longer_than_the_file_takes_are_refused(tmp_path: Path) -> None:
    data = TextInput(max_length=64, vocabulary=VOCABULARY, pad_id=0, tokenizer="{}")
    with pytest.raises(KDError, match="up to 16 tokens") as caught:
        OnnxTeacher(save_text(tmp_path / "t.onnx", 16), TeacherSpec(kind="onnx"), data, ("a", "b", "c"))
    assert caught.value.code == Code.MODEL_MISMATCH


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("names", "{0: 'b', 1: \"c\", 2: 'a'}"),  # as Ultralytics writes them
        ("labels", '["b", "c", "a"]'),
        ("id2label", '{"0": "b", "2": "a", "1": "c"}'),
    ],
)
def test_class_names_of_other_exporters_are_read(tmp_path: Path, pictures: Dataset, key: str, value: str) -> None:
    path = save(tmp_path / "t.onnx", ["n", 3, 16, 16])
    order = {"a": 0, "b": 1, "c": 2}
    ours = dict(zip(order, pictures.labels, strict=True))
    for name, label in ours.items():
        value = value.replace(f"'{name}'", f"'{label}'").replace(f'"{name}"', f'"{label}"')
    plain, _ = teach(path, pictures)
    assert not plain.named
    model = onnx.load(path)
    model.metadata_props.add(key=key, value=value)
    onnx.save(model, path)
    teacher, logits = teach(path, pictures)
    assert teacher.named
    torch.testing.assert_close(logits, expected(normalised(pictures))[:, [2, 0, 1]])
