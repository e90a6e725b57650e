"""Browsers: ONNX Runtime Web on WebAssembly, or WebGPU where there is one.

The operators of WebGPU are those of onnxruntime-web 1.30.0 (docs/webgpu-operators.md of that npm package, and “And”,
which its build places there as well); WebAssembly has all that the CPU has. Where that build places each node was read
from its log for every family of networks and every file: see ADR 42.
"""

from __future__ import annotations

from collections.abc import Iterator

from kdstudio.core.deliverable import Remark
from kdstudio.export.targets.base import FLOAT_AND_INTEGER, Facts, Target

_NAMES = """
Abs Acos Acosh Add And ArgMax ArgMin Asin Asinh Atan Atanh Attention AveragePool BatchNormalization Cast Ceil Clip
Concat Constant Conv ConvTranspose Cos Cosh CumSum DFT DepthToSpace DequantizeLinear Div Einsum Elu Equal Erf Exp
Expand Flatten Floor Gather GatherElements GatherND Gelu Gemm GlobalAveragePool GlobalMaxPool Greater GreaterOrEqual
GridSample HardSigmoid HardSwish If InstanceNormalization LayerNormalization LeakyRelu Less LessOrEqual Log MatMul
MaxPool Mul Neg Not Pad Pow Range Reciprocal ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean
ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape Resize RotaryEmbedding ScatterND Shape Sigmoid Sin Sinh
Slice Softmax Split Sqrt Squeeze Sub Tan Tanh ThresholdedRelu Tile Transpose Unsqueeze Where
com.microsoft:MatMulNBits
"""
WEBGPU = frozenset(_NAMES.split())


_INTEGERS = frozenset({"QuantizeLinear", "DynamicQuantizeLinear", "MatMulInteger", "ConvInteger", "QLinearConv"})
"""Operators that turn activations into integers or compute with them: WebGPU has none of them."""


def _rules(facts: Facts) -> Iterator[Remark]:
    outside = sorted(set(facts.operators) - WEBGPU - _INTEGERS)
    if _INTEGERS & set(facts.operators):
        yield Remark("note", "For WebAssembly: WebGPU has no integer kernels. Its files are FP16 and FP32.")
    elif outside:
        yield Remark("note", f"WebGPU runs this file too, but for {', '.join(outside[:6])}, which run on the CPU.")
    else:
        yield Remark("note", "Every operator runs on WebGPU as well as on WebAssembly.")
    if facts.variant == "fp16":
        yield Remark("warn", "FP16 is for WebGPU with shader-f16; WebAssembly computes it in FP32.")


TARGET = Target(
    name="browser",
    title="Browser",
    summary="ONNX Runtime Web and Transformers.js, on WebAssembly or WebGPU.",
    variants=("int8", "fp32", "fp16"),
    largest_opset=21,
    types=FLOAT_AND_INTEGER | {"FLOAT16", "UINT4", "INT4"},
    rules=_rules,
    advice=(
        "The files are named as Transformers.js expects them: dtype fp32, fp16, q8 and q4 find theirs.",
        "WebAssembly uses threads only on pages that are cross-origin isolated (COOP and COEP headers).",
    ),
)
