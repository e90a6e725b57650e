"""Files for one example of full length, for devices whose compilers want fixed shapes."""

from __future__ import annotations

from pathlib import Path

import onnx

from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.export.quiet import onnxruntime_tool


def fix(path: Path, input: InputSpec) -> None:
    """Set the batch to 1 and the length to the longest, with ONNX Runtime’s own tool, in place."""
    from onnxruntime.tools.onnx_model_utils import fix_output_shapes, make_dim_param_fixed

    model = onnx.load(str(path))
    with onnxruntime_tool("given fixed shapes", path.parent):
        make_dim_param_fixed(model.graph, "batch", 1)
        if isinstance(input, TextInput):
            make_dim_param_fixed(model.graph, "length", input.max_length)
        fix_output_shapes(model)
    onnx.save(model, str(path))
