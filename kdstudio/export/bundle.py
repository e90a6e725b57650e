"""The export folder: what lies beside the model files, and the list of hashes that seals it."""

from __future__ import annotations

import platform
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import msgspec
import onnx
import torch

import kdstudio
from kdstudio.core.deliverable import Deliverable
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.core.recipe import ExportSpec
from kdstudio.engine import ort
from kdstudio.runs.files import sha256

MANIFEST = "SHA256SUMS"
INTENDED_USE = (
    "Inputs like those it was trained and tested on. It gives one of its classes whatever it is shown, "
    "so an app should ask for more when the probability is low."
)


def refuse_foreign(folder: Path) -> None:
    """Raise ``EXPORT_FOLDER`` where replacing ``folder`` would lose files that no export of ours has written."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise KDError(Code.EXPORT_FOLDER, f"{folder} is a file.", "Choose a folder for the export.")
    ours = {MANIFEST, *read_manifest(folder)}
    foreign = next(
        (p for p in folder.rglob("*") if not p.is_dir() and p.relative_to(folder).as_posix() not in ours), None
    )
    if foreign is not None:
        raise KDError(
            Code.EXPORT_FOLDER,
            f"{folder} holds files of its own, such as {foreign.name}, which the export would replace.",
            "Choose an empty or a new folder.",
        )


def read_manifest(folder: Path) -> dict[str, str]:
    """Hashes by relative path, or nothing where there is no manifest."""
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


def write_manifest(folder: Path) -> None:
    """List every file with its SHA-256, in the form that ``sha256sum --check`` reads."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    lines = [f"{sha256(p)}  {p.relative_to(folder).as_posix()}\n" for p in files]
    write_text(folder / MANIFEST, "".join(lines))


def write_data(folder: Path, labels: tuple[str, ...], input: InputSpec, lineage: dict[str, Any]) -> None:
    """Write labels, preprocessing and lineage; a text’s tokenizer lies beside them."""
    if isinstance(input, TextInput):
        input = msgspec.structs.replace(input, tokenizer="tokenizer.json")
    for name, value in (("labels", labels), ("preprocessing", input), ("lineage", lineage)):
        write_json(folder / f"{name}.json", value)


def lineage(origin: dict[str, Any], spec: ExportSpec, made: Deliverable) -> dict[str, Any]:
    """The whole story for a machine: where the model comes from, how it came out, what it lost and what it is for."""
    teacher = made.teacher_accuracy.get("test")
    return {
        **origin,
        "export": msgspec.to_builtins(spec),
        "examples": made.examples,
        "teacher_accuracy": teacher,
        "recommended": made.recommended,
        "files": {
            check.file: {
                "variant": check.variant,
                "accuracy": check.accuracy["test"],
                "points_lost_against_teacher": None if teacher is None else 100 * (teacher - check.accuracy["test"]),
                "errors": check.errors,
                "errors_inherited_from_teacher": check.inherited_errors,
            }
            for check in made.files
        },
        "intended_use": INTENDED_USE,
    }


def write_json(path: Path, value: Any) -> None:
    """Write data so that a person can read it too."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def write_text(path: Path, text: str) -> None:
    """Write a text the same on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def portable(value: Any) -> Any:
    """Plain data without the places of this machine: an absolute path keeps its last name only."""
    if isinstance(value, dict):
        return {key: portable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [portable(item) for item in value]
    if isinstance(value, str) and (PurePosixPath(value).is_absolute() or PureWindowsPath(value).drive):
        return PureWindowsPath(value).name
    return value


def versions() -> dict[str, str]:
    """The programs that made the files."""
    return {
        "kdstudio": kdstudio.__version__,
        "python": platform.python_version(),
        "torch": str(torch.__version__),
        "onnx": onnx.__version__,
        "onnxruntime": ort.VERSION,
    }
