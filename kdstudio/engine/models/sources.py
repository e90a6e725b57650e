"""Where teachers and students come from: one function a kind of teacher, and the networks that are trained here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from kdstudio.core.catalog import FOLDER
from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.core.recipe import Recipe, StudentSpec, TeacherSpec
from kdstudio.core.resources import resolve
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.models import adapt, classes, hub_files, huggingface, registry, saved, statedict, weights
from kdstudio.engine.models.onnx_teacher import OnnxTeacher
from kdstudio.engine.models.predictions import PredictionsTeacher
from kdstudio.engine.models.teacher import (
    AdaptedImages,
    AdaptedTexts,
    ModuleTeacher,
    Query,
    Teacher,
    fingerprint,
)
from kdstudio.engine.models.wrapped import TextNetwork
from kdstudio.engine.tasks import Task

EXPORTED = "pytorch"
"""Where an export folder keeps the student’s weights, so that the folder itself can be named as a teacher."""
_TRIAL = 32


@dataclass(frozen=True)
class Fresh:
    """A network to be trained here; ``architecture`` and ``params`` are what :func:`saved.save` is given for it."""

    module: nn.Module
    title: str
    architecture: str
    params: dict[str, Any]


def new(spec: StudentSpec | TeacherSpec, dataset: Dataset) -> Fresh:
    """The network of a student, or of a teacher trained here, for this data.

    Weights are drawn from torch's global generator. A student with a ``path`` starts from the weights there, and the
    architecture ``hf-folder`` from those of its folder; a head for other classes is drawn anew.

    Raises what :func:`registry.build`, :func:`saved.load` and :func:`huggingface.load` raise.
    """
    params = dict(spec.params)
    title = registry.find(spec.architecture).title
    if spec.architecture == FOLDER:
        folder = _folder(spec.path)
        _require_text_input(folder, dataset.input)
        module = registry.build(FOLDER, {"path": str(folder)}, dataset.input, len(dataset.labels))
        return Fresh(module, title, FOLDER, {})
    module = registry.build(spec.architecture, params, dataset.input, len(dataset.labels))
    if isinstance(spec, StudentSpec) and spec.path:
        _start_from(module, resolve(spec.path), title)
    return Fresh(module, title, spec.architecture, params)


def _start_from(module: nn.Module, path: Path, title: str) -> None:
    """Fill in pretrained weights; a head of another size keeps its fresh ones."""
    file = path / saved.WEIGHTS if path.is_dir() else path
    state = dict(statedict.named(saved.core(module), statedict.read(file)))
    own = saved.core(module).state_dict()
    for name in list(own)[-2:]:
        if name in state and state[name].shape != own[name].shape:
            state[name] = own[name]
    weights.put(saved.core(module), state, str(file), title)


def load_teacher(recipe: Recipe, dataset: Dataset, task: Task, device: torch.device) -> Teacher:
    """The teacher of a recipe whose kind is not ``train``, proven by one forward pass over real examples.

    Its answers are logits over the data's classes in the data's label order.

    Raises ``KDError`` with a ``MODEL_…`` code: a file with code, of another type, damaged, too large, or one that does
    not fit the data.
    """
    spec, path = recipe.teacher, resolve(recipe.teacher.path)
    if not path.exists():
        raise KDError(Code.MODEL_NOT_FOUND, f"There is no teacher at {path}.", "Check teacher.path.")
    teacher: Teacher
    match spec.kind:
        case "onnx":
            teacher = OnnxTeacher(path, spec, dataset.input, dataset.labels)
        case "predictions":
            teacher = PredictionsTeacher(path, spec, dataset)
        case _:
            teacher = _checkpoint(path, spec, dataset, device)
    _prove(teacher, dataset, task, device)
    return teacher


def _checkpoint(path: Path, spec: TeacherSpec, dataset: Dataset, device: torch.device) -> ModuleTeacher:
    if path.is_file() and saved.is_saved(path.parent) and path.name in (saved.WEIGHTS, saved.CARD):
        path = path.parent
    if saved.is_saved(path / EXPORTED):
        path = path / EXPORTED
    if path.is_file():
        return _state_dict(path, spec, dataset, device)
    if saved.is_saved(path):
        return _own_folder(path, spec, dataset, device)
    if huggingface.is_folder(path):
        return _hugging_face(path, spec, dataset, device)
    raise KDError(
        Code.MODEL_FORMAT,
        f"{path} is not a model folder: it holds neither {saved.CARD} nor {hub_files.CONFIG}.",
        "Choose a folder saved by KD Studio or by save_pretrained, or a file of weights.",
    )


def _own_folder(folder: Path, spec: TeacherSpec, dataset: Dataset, device: torch.device) -> ModuleTeacher:
    model = saved.load(folder)
    title = f"The teacher in {folder}"
    between = adapt.adapter(dataset.input, model.input, title)
    order = classes.order(spec.classes or model.labels, len(model.labels), dataset.labels, title)
    name = registry.find(model.architecture).title
    return _placed(model.module, f"{name} ({folder.name})", device, between, order)


def _hugging_face(folder: Path, spec: TeacherSpec, dataset: Dataset, device: torch.device) -> ModuleTeacher:
    title = f"The teacher in {folder}"
    _require_text_input(folder, dataset.input)
    loaded = huggingface.load(folder, dataset.input)
    if loaded.fresh:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} has no trained classifier: the folder lacks {', '.join(loaded.fresh[:3])}.",
            f"Train it here first: set teacher.kind to train and teacher.architecture to {FOLDER}.",
        )
    between = adapt.adapter(dataset.input, loaded.input, title) if loaded.input else None
    outputs = int(getattr(loaded.module.network.config, "num_labels", 0))
    order = classes.order(spec.classes or loaded.labels, outputs, dataset.labels, title)
    return _placed(loaded.module, folder.name, device, between, order)


def _state_dict(path: Path, spec: TeacherSpec, dataset: Dataset, device: torch.device) -> ModuleTeacher:
    state = statedict.read(path)
    if not spec.architecture:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{path.name} holds weights, but does not say of which network.",
            "Name it under teacher.architecture.",
        )
    title = f"The teacher {path.name}"
    found = registry.find(spec.architecture)

    def build(outputs: int) -> nn.Module:
        return registry.build(spec.architecture, spec.params, dataset.input, outputs)

    outputs = statedict.outputs(saved.core(build(len(dataset.labels))), state)
    order = classes.order(spec.classes, outputs, dataset.labels, title)
    module = build(outputs)
    weights.put(saved.core(module), statedict.named(saved.core(module), state), path.name, found.title)
    return _placed(module, f"{found.title} ({path.name})", device, None, order, named=bool(spec.classes))


def _placed(
    module: nn.Module,
    title: str,
    device: torch.device,
    between: nn.Module | None,
    order: torch.Tensor | None,
    *,
    named: bool = True,
) -> ModuleTeacher:
    weights_alone = fingerprint(module)
    if between is not None or order is not None:
        kind = AdaptedTexts if between is None and isinstance(module, TextNetwork) else AdaptedImages
        module = kind(module, between, order)
    return ModuleTeacher(module.to(device), title, weights_alone, named=named)


def _folder(path: str) -> Path:
    folder = resolve(path)
    if not huggingface.is_folder(folder):
        raise KDError(
            Code.MODEL_NOT_FOUND,
            f"There is no Hugging Face folder at {folder}: {hub_files.CONFIG} is missing.",
            "Choose the folder that holds it; an archive must be unpacked first.",
        )
    return folder


def _require_text_input(folder: Path, data: InputSpec) -> None:
    """Compare a folder's tokenizer, vocabulary and length with those of the data, before anything large is read."""
    if not isinstance(data, TextInput):
        return
    title, raw = f"The model in {folder}", huggingface.read_config(folder)
    tokenizer = folder / hub_files.TOKENIZER
    if tokenizer.is_file():
        adapt.require_tokenizer(data, tokenizer.read_text(encoding="utf-8"), title)
    if isinstance(raw.get("vocab_size"), int):
        adapt.require_vocabulary(data, raw["vocab_size"], title)
    if isinstance(raw.get("max_position_embeddings"), int):
        adapt.require_length(data, raw["max_position_embeddings"], title)


def _prove(teacher: Teacher, dataset: Dataset, task: Task, device: torch.device) -> None:
    """One forward pass over real examples: any mismatch is found now, in words, and not an hour later."""
    index = np.arange(min(_TRIAL, len(dataset.train)))
    inputs = {name: tensor.to(device) for name, tensor in task.batch(dataset.train, index, dataset.input, None).items()}
    try:
        logits = teacher.logits(Query(inputs, dataset.train, index))
    except (RuntimeError, IndexError, ValueError, TypeError) as error:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{teacher.title} does not take this data: {first_line(error)}.",
            "Check data.image_size, or the tokenizer of the data.",
        ) from error
    if not bool(logits.isfinite().all()):
        raise KDError(
            Code.MODEL_DAMAGED,
            f"{teacher.title} answers with values that are not numbers (NaN or infinite).",
            "Its training has diverged, or its normalisation is wrong: check teacher.mean and teacher.std.",
        )
    if logits.shape != (len(index), len(dataset.labels)):
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{teacher.title} gives {logits.shape[1]:,} answers, but the data has {len(dataset.labels):,} classes.",
            "Choose a teacher of these classes.",
        )
