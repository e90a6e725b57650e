"""A second file of the recommended model that takes a picture as an app has it, and answers with probabilities.

Colour, resizing, normalisation and softmax become plain ONNX operators around the model, so that an app needs no
arithmetic of its own. ONNX Runtime’s antialiased Resize on bytes follows Pillow’s: with ``exclude_outside`` the pixels
were equal but for one or two steps of 255 in at most 5 % of them (four sizes, seven shapes of noise); how often the
answers are the same is measured on the test pictures at their original size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from kdstudio.core.deliverable import FileCheck, PixelsCheck
from kdstudio.core.inputs import ImageInput
from kdstudio.core.phrases import percent
from kdstudio.engine import ort
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.probabilities import softmax
from kdstudio.engine.progress import Reporter
from kdstudio.export.preparation import LUMA

Pictures = Callable[[], Iterator[tuple[int, NDArray[np.uint8]]]]
"""Test pictures as they were before anything was done to them: position in the split, uint8 ``(H, W, 3)``."""
INPUT, OUTPUT = "image", "probabilities"
AGREEMENT = 0.99
_PREFIX = "pixels."
_REPORT = 32


def name_of(model: str) -> str:
    """``onnx/model_quantized.onnx`` becomes ``onnx/model_quantized_pixels.onnx``, which no library looks for."""
    return f"{model.removesuffix('.onnx')}_pixels.onnx"


def make(
    folder: Path,
    source: FileCheck,
    input: ImageInput,
    expected: NDArray[np.float32],
    pictures: Pictures,
    reporter: Reporter,
) -> PixelsCheck:
    """Write the file beside ``source`` and hold it against the plain pipeline’s logits ``expected`` ``(N, C)``.

    It is taken away again where it gives less than :data:`AGREEMENT` of the same answers.
    """
    name = name_of(source.file)
    path = folder / name
    onnx.save(wrap(onnx.load(str(folder / source.file)), input), str(path))
    session = ort.session(path)
    same, count, largest = 0, 0, 0.0
    for position, picture in pictures():
        if count % _REPORT == 0:
            reporter.progress(count, len(expected), "pictures")
        (found,) = session.run([OUTPUT], {INPUT: picture})
        chances = softmax(expected[position : position + 1])[0]
        same += int(found.argmax() == chances.argmax())
        largest = max(largest, float(np.abs(found - chances).max()))
        count += 1
    check = PixelsCheck(
        file=name,
        variant=source.variant,
        size_bytes=path.stat().st_size,
        pictures=count,
        agreement=same / count if count else 0.0,
        largest_difference=largest,
    )
    if check.agreement >= AGREEMENT:
        return check
    path.unlink()
    note = (
        f"A file that takes pictures as they are was left out: it gives {percent(check.agreement)} of the answers that "
        f"{source.file} gives on prepared ones."
    )
    return msgspec.structs.replace(check, file="", size_bytes=0, note=note)


def wrap(model: onnx.ModelProto, input: ImageInput) -> onnx.ModelProto:
    """The model with ``image`` uint8 ``(H, W, 3)`` in and ``probabilities`` float32 ``(classes,)`` out."""
    graph = model.graph
    inner, logits = graph.input[0].name, graph.output[0].name
    classes = graph.output[0].type.tensor_type.shape.dim[-1].dim_value
    nodes = [*_before(input, inner), *graph.node, *_after(logits)]
    del graph.node[:], graph.input[:], graph.output[:]
    graph.node.extend(nodes)
    graph.initializer.extend(_constants(input))
    graph.input.append(helper.make_tensor_value_info(INPUT, TensorProto.UINT8, ["height", "width", 3]))
    graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [classes]))
    del model.metadata_props[:]  # they describe the plain input
    return model


def of_examples(examples: Examples) -> Pictures:
    """The split’s own pixels, for data whose originals are not at hand."""

    def pictures() -> Iterator[tuple[int, NDArray[np.uint8]]]:
        for position in range(len(examples)):
            picture = examples.take("image", np.array([position]))[0]
            yield position, np.ascontiguousarray(np.broadcast_to(picture, (*picture.shape[:2], 3)))

    return pictures


class _Chain:
    """Nodes one after the other; constants go by their name in :func:`_constants`."""

    def __init__(self, start: str) -> None:
        self.nodes: list[NodeProto] = []
        self._at = self._of = start

    def then(self, kind: str, *constants: str, output: str = "", **attributes: Any) -> _Chain:
        """Add a node that reads the last one’s output first."""
        name = f"{_PREFIX}{self._of}.{len(self.nodes)}.{kind}"
        inputs = [self._at, *(_PREFIX + constant if constant else "" for constant in constants)]
        self._at = output or name
        self.nodes.append(helper.make_node(kind, inputs, [self._at], name=name, **attributes))
        return self


def _before(input: ImageInput, inner: str) -> list[NodeProto]:
    """Gray where the model is; resized as bytes; then float, normalised, channels first."""
    chain = _Chain(INPUT)
    if input.channels == 1:
        chain.then("Cast", to=TensorProto.INT32).then("Mul", "luma").then("ReduceSum", "last", keepdims=1)
        chain.then("Add", "half").then("Div", "scale").then("Cast", to=TensorProto.UINT8)
    chain.then("Unsqueeze", "first")
    chain.then(
        "Resize",
        "",
        "",
        "size",
        mode="linear",
        antialias=1,
        axes=[1, 2],
        coordinate_transformation_mode="half_pixel",
        exclude_outside=1,
    )
    chain.then("Cast", to=TensorProto.FLOAT).then("Div", "most").then("Sub", "mean").then("Div", "std")
    return chain.then("Transpose", output=inner, perm=[0, 3, 1, 2]).nodes


def _after(logits: str) -> list[NodeProto]:
    return _Chain(logits).then("Softmax", axis=-1).then("Squeeze", "first", output=OUTPUT).nodes


def _constants(input: ImageInput) -> Iterator[TensorProto]:
    values: dict[str, NDArray[Any]] = {
        "first": np.array([0], np.int64),
        "size": np.array([input.size, input.size], np.int64),
        "most": np.array(255, np.float32),
        "mean": np.array(input.mean, np.float32),
        "std": np.array(input.std, np.float32),
    }
    if input.channels == 1:
        values |= {
            "last": np.array([-1], np.int64),
            "luma": np.array(LUMA, np.int32),
            "half": np.array(1 << 15, np.int32),
            "scale": np.array(1 << 16, np.int32),
        }
    for name, value in values.items():
        yield numpy_helper.from_array(value, _PREFIX + name)
