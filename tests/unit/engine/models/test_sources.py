from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from msgspec import structs
from torch import nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, TextInput
from kdstudio.core.recipe import Recipe, StudentSpec, TeacherSpec
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.models import registry, saved, sources
from kdstudio.engine.models.adapt import ImageAdapter
from kdstudio.engine.models.teacher import AdaptedImages, ModuleTeacher, Query, Teacher, fingerprint
from tests.unit.engine.models.test_huggingface import save_resnet

ENCODER = {"layers": 1, "width": 16, "heads": 2, "feed_forward": 32}
CPU = torch.device("cpu")
LABELS = ("bird", "cat", "dog")


def teach(path: Path | str, pictures: Dataset, **spec: Any) -> Teacher:
    recipe = Recipe(teacher=TeacherSpec(kind="checkpoint", path=str(path), **spec))
    return sources.load_teacher(recipe, pictures, tasks.get("image-classification"), CPU)


def inputs(pictures: Dataset, count: int = 5) -> dict[str, torch.Tensor]:
    return tasks.get("image-classification").batch(pictures.train, np.arange(count), pictures.input, None)


def ask(teacher: Teacher, pictures: Dataset) -> torch.Tensor:
    return teacher.logits(Query(inputs(pictures), pictures.train, np.arange(5)))


def network(pictures: Dataset, outputs: int = 3) -> nn.Module:
    return registry.build("resnet8", {}, pictures.input, outputs).eval()


def keep(
    folder: Path, module: nn.Module, input: object, labels: tuple[str, ...] = LABELS, name: str = "resnet8"
) -> Path:
    assert isinstance(input, ImageInput)
    saved.save(folder, module, architecture=name, params={}, input=input, labels=labels)
    return folder


def test_an_own_folder_is_a_teacher(tmp_path: Path, pictures: Dataset) -> None:
    module = network(pictures)
    teacher = teach(keep(tmp_path / "m", module, pictures.input), pictures)
    with torch.no_grad():
        torch.testing.assert_close(ask(teacher, pictures), module(**inputs(pictures)))
    assert teacher.parameters == sum(p.numel() for p in module.parameters())
    assert teacher.sees_views
    assert teacher.module is not None
    assert not any(p.requires_grad for p in teacher.module.parameters())


def test_its_weights_file_stands_for_the_folder(tmp_path: Path, pictures: Dataset) -> None:
    folder = keep(tmp_path / "m", network(pictures), pictures.input)
    assert teach(folder / saved.WEIGHTS, pictures).fingerprint == teach(folder, pictures).fingerprint


def test_classes_and_images_are_adapted(tmp_path: Path, pictures: Dataset) -> None:
    gray = ImageInput(size=24, channels=1, mean=(0.3,), std=(0.2,))
    module = registry.build("resnet8", {}, gray, 4).eval()
    folder = keep(tmp_path / "m", module, gray, ("fish", "Dog", "cat", "bird"))
    teacher = teach(folder, pictures)
    images = torch.from_numpy(pictures.train.take("image", np.arange(5))).permute(0, 3, 1, 2) / 255
    luma = (images * torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)).sum(1, keepdim=True)
    wide = nn.functional.interpolate(luma, (24, 24), mode="bilinear", antialias=True)
    with torch.no_grad():
        expected = module(pixel_values=(wide - 0.3) / 0.2)[:, [3, 2, 1]]
    torch.testing.assert_close(ask(teacher, pictures), expected, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("suffix", [".pt", ".safetensors"])
def test_a_state_dict_needs_the_name_of_its_network(tmp_path: Path, pictures: Dataset, suffix: str) -> None:
    from safetensors.torch import save_file

    module, path = network(pictures), tmp_path / f"m{suffix}"
    if suffix == ".pt":
        torch.save({"state_dict": module.state_dict()}, path)
    else:
        save_file(module.state_dict(), path)
    teacher = teach(path, pictures, architecture="resnet8")
    with torch.no_grad():
        torch.testing.assert_close(ask(teacher, pictures), module(**inputs(pictures)))
    with pytest.raises(KDError, match="does not say of which network") as caught:
        teach(path, pictures)
    assert caught.value.code == Code.MODEL_MISMATCH


def test_a_state_dict_of_other_classes_is_picked_by_name(tmp_path: Path, pictures: Dataset) -> None:
    module, path = network(pictures, 5), tmp_path / "m.pt"
    torch.save(module.state_dict(), path)
    names = ("a", "dog", "b", "bird", "cat")
    teacher = teach(path, pictures, architecture="resnet8", classes=names)
    with torch.no_grad():
        torch.testing.assert_close(ask(teacher, pictures), module(**inputs(pictures))[:, [3, 4, 1]])


def test_a_hugging_face_folder_is_a_teacher(tmp_path: Path, pictures: Dataset) -> None:
    module = save_resnet(tmp_path / "hf", ("dog", "cat", "bird"))
    found = ask(teach(tmp_path / "hf", pictures), pictures)
    with torch.no_grad():
        torch.testing.assert_close(found, module(**inputs(pictures)).logits[:, [2, 1, 0]])


def test_a_hugging_face_folder_of_other_classes_is_said(tmp_path: Path, pictures: Dataset) -> None:
    save_resnet(tmp_path / "hf", ("dog", "cat"))
    with pytest.raises(KDError, match="“bird”") as caught:
        teach(tmp_path / "hf", pictures)
    assert caught.value.code == Code.MODEL_MISMATCH


def thousand(tmp_path: Path, pictures: Dataset) -> dict[str, Any]:
    torch.save(network(pictures, 1000).state_dict(), tmp_path / "m.pt")
    return {"path": tmp_path / "m.pt", "architecture": "resnet8"}


def other_names(tmp_path: Path, pictures: Dataset) -> dict[str, Any]:
    folder = keep(tmp_path / "m", network(pictures, 1000), pictures.input, tuple(map(str, range(1000))))
    return {"path": folder}


def other_network(tmp_path: Path, pictures: Dataset) -> dict[str, Any]:
    torch.save(network(pictures).state_dict(), tmp_path / "m.pt")
    return {"path": tmp_path / "m.pt", "architecture": "resnet20"}


def other_pixels(tmp_path: Path, pictures: Dataset) -> dict[str, Any]:
    large = ImageInput(size=32, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3)
    torch.save(registry.build("mlp", {}, large, 3).state_dict(), tmp_path / "m.pt")
    return {"path": tmp_path / "m.pt", "architecture": "mlp"}


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (thousand, "1,000 answers, but the data has 3 classes"),
        (other_names, "1,000 classes and the data has 3"),
        (other_network, "do not fit ResNet-20"),
        (other_pixels, "do not fit MLP"),
    ],
)
def test_a_teacher_that_does_not_fit_is_said_before_training(
    tmp_path: Path, pictures: Dataset, make: Any, words: str
) -> None:
    with pytest.raises(KDError) as caught:
        teach(pictures=pictures, **make(tmp_path, pictures))
    assert caught.value.code == Code.MODEL_MISMATCH
    assert words in caught.value.message


def test_a_teacher_that_answers_nonsense_is_refused(tmp_path: Path, pictures: Dataset) -> None:
    module = network(pictures)
    with torch.no_grad():
        module.get_parameter("head.weight").mul_(1e38)
        module.get_parameter("stem.1.weight").mul_(1e10)
    with pytest.raises(KDError, match="not numbers") as caught:
        teach(keep(tmp_path / "m", module, pictures.input), pictures)
    assert caught.value.code == Code.MODEL_DAMAGED


def test_a_path_without_a_model_is_said(tmp_path: Path, pictures: Dataset) -> None:
    for path, code in ((tmp_path / "none", Code.MODEL_NOT_FOUND), (tmp_path, Code.MODEL_FORMAT)):
        with pytest.raises(KDError) as caught:
            teach(path, pictures)
        assert caught.value.code == code


def test_the_fingerprint_follows_weights_and_order(pictures: Dataset) -> None:
    module = network(pictures)
    plain = ModuleTeacher(module, "T", fingerprint(module)).fingerprint
    assert ModuleTeacher(module, "T", fingerprint(module)).fingerprint == plain
    other = ImageAdapter(pictures.input, ImageInput(size=8, channels=1, mean=(0.5,), std=(0.5,)))
    changed = [AdaptedImages(module, None, torch.tensor([2, 1, 0])), AdaptedImages(module, other, None)]
    found = [ModuleTeacher(whole, "T", fingerprint(module)).fingerprint for whole in changed]
    with torch.no_grad():
        module.get_buffer("stem.1.running_mean").add_(1e-3)
    moved = ModuleTeacher(module, "T", fingerprint(module)).fingerprint
    assert len({plain, *found, moved}) == 4


def test_a_new_student_is_the_same_for_the_same_seed(pictures: Dataset) -> None:
    torch.manual_seed(3)
    first = sources.new(StudentSpec(architecture="resnet8"), pictures)
    torch.manual_seed(3)
    again = sources.new(StudentSpec(architecture="resnet8"), pictures)
    assert fingerprint(first.module) == fingerprint(again.module)
    assert (first.architecture, first.params, first.title) == ("resnet8", {}, "ResNet-8")


def test_a_student_starts_from_pretrained_weights(tmp_path: Path, pictures: Dataset) -> None:
    before = network(pictures, 9)
    folder = keep(tmp_path / "m", before, pictures.input, tuple("abcdefghi"))
    found = sources.new(StudentSpec(architecture="resnet8", path=str(folder)), pictures).module
    assert torch.equal(found.get_parameter("layer3.0.residual.0.0.weight"), before.layer3[0].residual[0][0].weight)
    assert found(**inputs(pictures)).shape == (5, 3)
    with pytest.raises(KDError) as caught:
        sources.new(StudentSpec(architecture="resnet20", path=str(folder)), pictures)
    assert caught.value.code == Code.MODEL_MISMATCH


@pytest.mark.parametrize("spec", [StudentSpec, TeacherSpec])
def test_a_hugging_face_folder_is_trained_further_and_saved(
    tmp_path: Path, pictures: Dataset, spec: type[StudentSpec] | type[TeacherSpec]
) -> None:
    save_resnet(tmp_path / "hf")
    fresh = sources.new(spec(architecture="hf-folder", path=str(tmp_path / "hf")), pictures)
    module = fresh.module.eval()
    saved.save(
        tmp_path / "own",
        module,
        architecture=fresh.architecture,
        params=fresh.params,
        input=pictures.input,
        labels=LABELS,
    )
    (tmp_path / "hf" / "config.json").unlink()
    assert str(tmp_path) not in (tmp_path / "own" / saved.CARD).read_text()
    teacher = teach(tmp_path / "own", pictures)
    with torch.no_grad():
        torch.testing.assert_close(ask(teacher, pictures), module(**inputs(pictures)))


def test_a_folder_that_is_not_one_is_said(tmp_path: Path, pictures: Dataset) -> None:
    with pytest.raises(KDError) as caught:
        sources.new(StudentSpec(architecture="hf-folder", path=str(tmp_path)), pictures)
    assert caught.value.code == Code.MODEL_NOT_FOUND


def encoder(texts: Dataset, vocabulary: int = 0, longest: int = 16) -> tuple[nn.Module, TextInput]:
    assert isinstance(texts.input, TextInput)
    input = structs.replace(texts.input, vocabulary=vocabulary or texts.input.vocabulary, max_length=longest)
    return registry.build("text-encoder", ENCODER, input, 3).eval(), input


def teach_texts(texts_recipe: Recipe, texts: Dataset, **spec: Any) -> torch.Tensor:
    task = tasks.get("text-classification")
    recipe = structs.replace(texts_recipe, teacher=TeacherSpec(**spec))
    teacher = sources.load_teacher(recipe, texts, task, CPU)
    index = np.arange(5)
    return teacher.logits(Query(task.batch(texts.train, index, texts.input, None), texts.train, index))


def expect_texts(module: nn.Module, texts: Dataset) -> torch.Tensor:
    with torch.no_grad():
        logits: torch.Tensor = module(
            **tasks.get("text-classification").batch(texts.train, np.arange(5), texts.input, None)
        )
    return logits


def test_a_text_teacher_is_read_from_its_folder(tmp_path: Path, texts_recipe: Recipe, texts: Dataset) -> None:
    module, input = encoder(texts)
    saved.save(
        tmp_path / "m",
        module,
        architecture="text-encoder",
        params=ENCODER,
        input=input,
        labels=("web", "games", "science"),
    )
    expected = expect_texts(module, texts)[:, [1, 2, 0]]
    torch.testing.assert_close(teach_texts(texts_recipe, texts, path=str(tmp_path / "m")), expected)
    (tmp_path / "m" / saved.CARD).unlink()  # what is left is a plain Hugging Face folder
    torch.testing.assert_close(teach_texts(texts_recipe, texts, path=str(tmp_path / "m")), expected)


@pytest.mark.parametrize("plain", [False, True])
def test_another_tokenizer_is_said(tmp_path: Path, texts_recipe: Recipe, texts: Dataset, plain: bool) -> None:
    module, input = encoder(texts)
    other = json.loads(input.tokenizer)
    first, second = list(other["model"]["vocab"])[-2:]
    vocabulary = other["model"]["vocab"]
    vocabulary[first], vocabulary[second] = vocabulary[second], vocabulary[first]
    changed = structs.replace(input, tokenizer=json.dumps(other))
    saved.save(tmp_path / "m", module, architecture="text-encoder", params=ENCODER, input=changed, labels=texts.labels)
    if plain:
        (tmp_path / "m" / saved.CARD).unlink()
    with pytest.raises(KDError, match="another tokenizer") as caught:
        teach_texts(texts_recipe, texts, path=str(tmp_path / "m"))
    assert caught.value.code == Code.MODEL_MISMATCH


def test_a_vocabulary_that_is_too_small_is_said(tmp_path: Path, texts_recipe: Recipe, texts: Dataset) -> None:
    module, input = encoder(texts, vocabulary=20)
    saved.save(tmp_path / "m", module, architecture="text-encoder", params=ENCODER, input=input, labels=texts.labels)
    for name in (saved.CARD, "tokenizer.json"):
        (tmp_path / "m" / name).unlink()
    with pytest.raises(KDError, match="knows 20 tokens") as caught:
        teach_texts(texts_recipe, texts, path=str(tmp_path / "m"))
    assert caught.value.code == Code.MODEL_MISMATCH


def test_a_text_teacher_may_be_a_state_dict(tmp_path: Path, texts_recipe: Recipe, texts: Dataset) -> None:
    module, _ = encoder(texts)
    torch.save(saved.core(module).state_dict(), tmp_path / "m.pt")
    found = teach_texts(
        texts_recipe, texts, path=str(tmp_path / "m.pt"), architecture="text-encoder", params=dict(ENCODER)
    )
    torch.testing.assert_close(found, expect_texts(module, texts))
