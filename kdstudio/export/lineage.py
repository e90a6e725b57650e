"""The record of where a model comes from: gathered before the export, completed by what was measured."""

from __future__ import annotations

import importlib
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import msgspec

import kdstudio
from kdstudio.core.deliverable import Deliverable
from kdstudio.core.hub import SOURCE, HubModel
from kdstudio.core.lineage import DataOrigin, FileLineage, Lineage, TeacherOrigin
from kdstudio.core.recipe import ExportSpec, TaskKind, TeacherSpec
from kdstudio.core.resources import resolve
from kdstudio.core.synthesis import ORIGIN, Origin
from kdstudio.engine.data.dataset import Dataset
from kdstudio.export import licence
from kdstudio.runs.files import sha256

INTENDED_USE = (
    "Inputs like those it was trained and tested on. It gives one of its classes whatever it is shown, "
    "so an app should ask for more when the probability is low."
)
RECIPE = "recipe.toml"
_PROGRAMS = {
    "torch": "torch",
    "transformers": "transformers",
    "safetensors": "safetensors",
    "tokenizers": "tokenizers",
    "onnx": "onnx",
    "onnxscript": "onnxscript",
    "onnxruntime": "onnxruntime",
    "numpy": "numpy",
    "Pillow": "PIL",
}
"""Names in the package index, and the modules that know their versions too."""
_WEIGHTS = ("model.safetensors", "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json")


def teacher(spec: TeacherSpec) -> dict[str, Any]:
    """What is known of a recipe’s teacher; one that was trained in the same run has no file and no licence."""
    found = {"kind": spec.kind, "architecture": spec.architecture}
    if spec.kind == "train":
        return {**found, "name": spec.architecture}
    path = resolve(spec.path)
    if (origin := llm(path.parent)) is not None:
        return {
            **found,
            "name": origin.model,
            "licence": origin.licence,
            "caution": licence.caution(origin.licence) or licence.caution(origin.model),
            "sha256": sha256(path),
        }
    file = next((path / name for name in _WEIGHTS if (path / name).is_file()), path)
    named, fetched = licence.of_model(path), _fetched(path)
    return {
        **found,
        "name": fetched.id if fetched else path.name,
        "source": fetched.address if fetched else "",
        "licence": named,
        "caution": licence.caution(named),
        "sha256": sha256(file) if file.is_file() else "",
    }


def llm(folder: Path) -> Origin | None:
    """Which teacher LLM made the data set in a folder, where one did."""
    try:
        return msgspec.json.decode((folder / ORIGIN).read_bytes(), type=Origin)
    except (OSError, msgspec.MsgspecError):
        return None


def made(path: str) -> dict[str, str]:
    """What is known of where a recipe’s data comes from."""
    origin = llm(resolve(path))
    return {} if origin is None else {"made_by": origin.model, "texts": origin.texts, "brief": origin.brief}


def _fetched(folder: Path) -> HubModel | None:
    """What a folder is that came from a hub."""
    try:
        return msgspec.json.decode((folder / SOURCE).read_bytes(), type=HubModel)
    except (OSError, msgspec.MsgspecError):
        return None


def versions() -> dict[str, str]:
    """The programs that made the files."""
    made = {name: _version(name, module) for name, module in _PROGRAMS.items()}
    return {"kdstudio": kdstudio.__version__, "python": platform.python_version(), **made}


def _version(name: str, module: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a packaged build does not carry the record of every package
        return str(importlib.import_module(module).__version__)


def complete(
    origin: dict[str, Any], task: TaskKind, dataset: Dataset, spec: ExportSpec, made: Deliverable, folder: Path
) -> Lineage:
    """The whole story: ``origin`` is plain data of where the student comes from, ``folder`` holds the files."""
    recipe = origin.get("recipe") or {}
    teacher = msgspec.convert(origin.get("teacher") or {}, TeacherOrigin)
    accuracy = made.teacher_accuracy.get("test")
    return Lineage(
        name=str(origin.get("name") or "Student"),
        run=str(origin.get("run") or ""),
        task=task,
        teacher=msgspec.structs.replace(teacher, accuracy=accuracy),
        data=DataOrigin(
            **(origin.get("made") or {}),
            name=Path(str((recipe.get("data") or {}).get("path") or "")).name,
            fingerprint=dataset.fingerprint,
            examples=made.examples,
            classes=len(dataset.labels),
        ),
        recipe=recipe,
        seed=(recipe.get("plan") or {}).get("seed"),
        command=f"kdstudio run {RECIPE}" if recipe else "",
        export=portable(msgspec.to_builtins(spec)),
        versions=origin.get("versions") or versions(),
        recommended=made.recommended,
        files={
            check.file: FileLineage(
                variant=check.variant,
                sha256=sha256(folder / check.file),
                size_bytes=check.size_bytes,
                accuracy=check.accuracy["test"],
                points_lost=None if accuracy is None else 100 * (accuracy - check.accuracy["test"]),
                errors=check.errors,
                inherited_errors=check.inherited_errors,
                new_errors=None if check.inherited_errors is None else check.errors - check.inherited_errors,
                steps=check.steps,
            )
            for check in made.files
        },
        intended_use=INTENDED_USE,
    )


def portable(value: Any) -> Any:
    """Plain data without the places of this machine: an absolute path keeps its last name only."""
    if isinstance(value, dict):
        return {key: portable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [portable(item) for item in value]
    if isinstance(value, str) and (PurePosixPath(value).is_absolute() or PureWindowsPath(value).drive):
        return PureWindowsPath(value).name
    return value
