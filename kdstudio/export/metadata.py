"""What a model file says about itself: its task, labels, preprocessing and origin, in ``metadata_props``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import onnx

import kdstudio
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.core.recipe import TaskKind

_PREFIX = "kdstudio."
_TOKENIZER = "tokenizer.json"


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """A model’s own description.

    A text model’s tokenizer is a file of its own beside the model, tied to it by ``tokenizer_sha256``: inside both
    model files it would weigh more than the quantized weights of a small student.
    """

    version: str
    task: TaskKind
    labels: tuple[str, ...]
    input: InputSpec
    opset: int = 0
    lineage: dict[str, Any] = {}
    tokenizer_sha256: str = ""


def describe(task: TaskKind, labels: tuple[str, ...], input: InputSpec, lineage: dict[str, Any]) -> Description:
    """The description of a model made here."""
    digest = ""
    if isinstance(input, TextInput):
        digest = _digest(input.tokenizer.encode())
        input = msgspec.structs.replace(input, tokenizer="")
    return Description(
        version=kdstudio.__version__,
        task=task,
        labels=labels,
        input=input,
        lineage=lineage,
        tokenizer_sha256=digest,
    )


def write(path: Path, description: Description) -> None:
    """Put the description into a model file, each field as one JSON value."""
    model = onnx.load(str(path), load_external_data=False)
    _forget_unused_domains(model)
    opset = next(entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx"))
    description = msgspec.structs.replace(description, opset=opset)
    entries = {f"{_PREFIX}{key}": msgspec.json.encode(value).decode() for key, value in _fields(description)}
    onnx.helper.set_model_props(model, entries)
    model.producer_name, model.producer_version = "KD Studio", description.version
    onnx.save(model, str(path))


def _forget_unused_domains(model: onnx.ModelProto) -> None:
    """ONNX Runtime’s optimizer declares every domain it knows; other runtimes refuse a file over one they do not."""
    used = {"", "ai.onnx"} | {node.domain for node in _nodes(model.graph)}
    used |= {node.domain for function in model.functions for node in function.node}
    kept = [entry for entry in model.opset_import if entry.domain in used]
    del model.opset_import[:]
    model.opset_import.extend(kept)


def _nodes(graph: onnx.GraphProto) -> Iterator[onnx.NodeProto]:
    """Every node, those inside of others among them."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            for inner in (attribute.g, *attribute.graphs):
                yield from _nodes(inner)


def _fields(description: Description) -> list[tuple[str, Any]]:
    return [(key, getattr(description, key)) for key in description.__struct_fields__]


def of_onnx(model: onnx.ModelProto, path: Path) -> Description:
    """The description in an ONNX model; raises ``MODEL_FORMAT`` where there is none."""
    return of_entries({entry.key: entry.value for entry in model.metadata_props}, path)


def of_entries(entries: Mapping[str, str], path: Path) -> Description:
    """The description in a model’s entries; raises ``MODEL_FORMAT`` where there is none."""
    raw = {key.removeprefix(_PREFIX): value for key, value in entries.items() if key.startswith(_PREFIX)}
    try:
        return msgspec.convert({key: msgspec.json.decode(value) for key, value in raw.items()}, Description)
    except msgspec.MsgspecError as error:
        raise KDError(
            Code.MODEL_FORMAT,
            f"{path.name} does not say what it takes and answers, so it was not exported by KD Studio.",
            "Open a model from an export folder, or use this file as a teacher.",
        ) from error


def tokenizer_beside(path: Path, description: Description) -> str:
    """The tokenizer that belongs to a text model, from its folder or the one above."""
    for folder in (path.parent, path.parent.parent):
        try:
            text = (folder / _TOKENIZER).read_bytes()
        except OSError:
            continue
        if _digest(text) == description.tokenizer_sha256:
            return text.decode()
    raise KDError(
        Code.MODEL_MISMATCH,
        f"The {_TOKENIZER} that belongs to {path.name} is not beside it.",
        "Keep the export folder together, or copy its tokenizer.json beside the model.",
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
