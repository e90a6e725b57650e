"""An export folder as a person looks at it: its files, what each is for, and what the model takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication

from kdstudio.core.deliverable import Deliverable
from kdstudio.core.inputs import InputSpec


@dataclass(frozen=True)
class BundleFile:
    """One file: its path in the folder, its size, and what it is for."""

    name: str
    size_bytes: int
    purpose: str


@dataclass(frozen=True)
class Bundle:
    """A finished export."""

    folder: Path
    files: tuple[BundleFile, ...]
    input: InputSpec | None
    measured: Deliverable | None = None


def read(folder: Path) -> Bundle:
    """Look at an export folder; one that is gone has no files."""
    sizes: dict[str, int] = {}
    for path in folder.rglob("*") if folder.is_dir() else ():
        if path.is_file():
            name = _shown(path.relative_to(folder).parts)
            sizes[name] = sizes.get(name, 0) + path.stat().st_size
    files = (BundleFile(name, size, purpose(name)) for name, size in sizes.items())
    return Bundle(folder, tuple(sorted(files, key=_rank)), _input(folder), _measured(folder))


def _shown(parts: tuple[str, ...]) -> str:
    """A file’s name in the list: the example, a sample project and a Core ML package count as one."""
    if parts[0] == "example":
        return "example/"
    whole = parts[0] in ("samples", "coreml") and len(parts) > 2
    return f"{parts[0]}/{parts[1]}/" if whole else "/".join(parts)


def _rank(file: BundleFile) -> tuple[bool, bool, str]:
    return not file.name.endswith((".onnx", ".ort")), file.name.startswith("samples/"), file.name


def _input(folder: Path) -> InputSpec | None:
    try:
        found: InputSpec = msgspec.json.decode((folder / "preprocessing.json").read_bytes(), type=InputSpec)
    except (OSError, msgspec.MsgspecError):
        return None
    return found


def _measured(folder: Path) -> Deliverable | None:
    try:
        return msgspec.json.decode((folder / "measured.json").read_bytes(), type=Deliverable)
    except (OSError, msgspec.MsgspecError):
        return None


def purpose(name: str) -> str:
    """What a file of an export, or a sample’s folder, is for."""
    translate = QCoreApplication.translate
    known = {
        "model.onnx": translate("export", "the model in FP32"),
        "model_fp16.onnx": translate("export", "the model in FP16"),
        "model_quantized.onnx": translate("export", "the model in INT8, the one for phones"),
        "model.ort": translate("export", "the model in FP32, ready for phones"),
        "model_quantized.ort": translate("export", "the model in INT8, ready for phones"),
        "model_qnn.onnx": translate("export", "the model in INT8, for Snapdragon NPUs"),
        "labels.json": translate("export", "the classes, in the order of the answers"),
        "preprocessing.json": translate("export", "how an input is prepared"),
        "tokenizer.json": translate("export", "how a text becomes tokens"),
        "measured.json": translate("export", "how each file was made and measured"),
        "lineage.json": translate("export", "teacher, data, settings and versions it came from"),
        "README.md": translate("export", "the model card"),
        "SHA256SUMS": translate("export", "hashes of all files"),
        "bom.cdx.json": translate("export", "the bill of materials (CycloneDX)"),
        "recipe.toml": translate("export", "the recipe, to make it again"),
        "config.json": translate("export", "what Transformers.js and Optimum look for"),
        "preprocessor_config.json": translate("export", "how an image is prepared, for the same"),
        "tokenizer_config.json": translate("export", "how the tokenizer is used, for the same"),
        "pytorch/model.safetensors": translate("export", "the weights, to train on from"),
        "coreml/Classifier.mlpackage/": translate("export", "the model for Xcode and Core ML"),
        "litert/model.tflite": translate("export", "the model for LiteRT (TensorFlow Lite)"),
        "pytorch/kdstudio.json": translate("export", "what the weights belong to"),
    }
    if name == "example/":
        return translate("export", "an input to compare answers with")
    if name.startswith("samples/"):
        return translate("export", "a sample project")
    if name.endswith("_pixels.onnx"):
        return translate("export", "takes pictures of any size as they are")
    return known.get(name) or known.get(name.rpartition("/")[2], "")
