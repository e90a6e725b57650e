"""Reading somebody’s ONNX file: nothing outside its own folder is ever opened.

A tensor may name another file as the place of its data. onnxruntime refuses ``../`` and symbolic links but follows a
hard link and trusts offsets, so the names are checked here before any session is made.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import onnx
from google.protobuf.message import DecodeError

from kdstudio.core.errors import Code, KDError


def load_checked(path: Path) -> onnx.ModelProto:
    """Parse a model without its external data, and check every place that data is said to be.

    Raises ``MODEL_NOT_FOUND``, ``MODEL_DAMAGED`` for a file that does not parse or data that is not there, and
    ``MODEL_FORMAT`` for data outside the model's folder.
    """
    try:
        model = onnx.load(str(path), load_external_data=False)
    except FileNotFoundError:
        raise KDError(Code.MODEL_NOT_FOUND, f"There is no model at {path}.", "Check the path.") from None
    except (DecodeError, OSError) as error:
        raise KDError(
            Code.MODEL_DAMAGED, f"{path.name} is not a readable ONNX file.", "Copy or export the file again."
        ) from error
    if not model.graph.node:
        raise KDError(Code.MODEL_DAMAGED, f"{path.name} holds no network.", "Copy or export the file again.")
    for tensor in tensors(model):
        if tensor.data_location == onnx.TensorProto.EXTERNAL:
            _check_place(path, tensor)
    return model


def tensors(model: onnx.ModelProto) -> Iterator[onnx.TensorProto]:
    """Every tensor of a model, those of subgraphs, functions and attributes included."""
    yield from _of_graph(model.graph)
    for function in model.functions:
        yield from _of_nodes(function.node)
    for training in model.training_info:
        yield from _of_graph(training.initialization)
        yield from _of_graph(training.algorithm)


def _of_graph(graph: onnx.GraphProto) -> Iterator[onnx.TensorProto]:
    yield from graph.initializer
    for sparse in graph.sparse_initializer:
        yield from (sparse.values, sparse.indices)
    yield from _of_nodes(graph.node)


def _of_nodes(nodes: Iterator[onnx.NodeProto]) -> Iterator[onnx.TensorProto]:
    for node in nodes:
        for attribute in node.attribute:
            yield from (attribute.t, *attribute.tensors)
            for sparse in (attribute.sparse_tensor, *attribute.sparse_tensors):
                yield from (sparse.values, sparse.indices)
            for graph in (attribute.g, *attribute.graphs):
                yield from _of_graph(graph)


def _check_place(path: Path, tensor: onnx.TensorProto) -> None:
    entries = {entry.key: entry.value for entry in tensor.external_data}
    location = entries.get("location", "")
    name = PureWindowsPath(location)  # splits at both kinds of slash and knows drive letters
    if not location or name.is_absolute() or name.drive or name.root or ".." in name.parts or "\0" in location:
        raise _outside(path, location)
    place = path.parent
    for part in name.parts:
        place = place / part
        if place.is_symlink():
            raise _outside(path, location)
    try:
        found = place.stat()
    except OSError:
        raise KDError(
            Code.MODEL_DAMAGED,
            f"{path.name} keeps its weights in “{location}”, which is not there.",
            "Copy that file beside the model.",
        ) from None
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
        raise _outside(path, location)
    try:
        offset, length = int(entries.get("offset", 0)), int(entries.get("length", 0))
    except ValueError:
        offset, length = -1, 0
    if offset < 0 or length < 0 or offset + length > found.st_size:
        raise KDError(
            Code.MODEL_DAMAGED,
            f"{path.name} asks for weights beyond the end of “{location}”.",
            "Copy or export both files again.",
        )


def _outside(path: Path, location: str) -> KDError:
    return KDError(
        Code.MODEL_FORMAT,
        f"{path.name} keeps weights in “{location}”, which is not a plain file in its own folder.",
        "Save the model with its weights inside, or in a file beside it.",
    )
