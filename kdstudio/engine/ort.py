"""The one place that imports ONNX Runtime: its telemetry is off before it loads, and its sessions are made alike.

onnxruntime 1.32 writes a device id under the user's cache as soon as it is imported, unless told not to.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime  # the variable above must come first

from kdstudio.core.errors import Code, KDError, first_line

Session = onnxruntime.InferenceSession
VERSION: str = onnxruntime.__version__
_ERRORS_ONLY = 3


def session(
    model: Path | bytes,
    *,
    threads: int = 0,
    precise: bool = False,
    portable: bool = False,
    optimized: Path | None = None,
) -> Session:
    """Open a model on the CPU; raises ``MODEL_DAMAGED`` where ONNX Runtime refuses it.

    ``threads`` is the number of threads of one operator (0: one a core). ``precise`` takes the integer kernel that
    cannot saturate on x86 without VNNI, which is slower. ``portable`` leaves out the one optimisation that depends on
    this very processor. ``optimized`` receives the graph as it really runs.
    """
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _ERRORS_ONLY
    options.intra_op_num_threads = threads
    # a thread that spins while it waits takes the core from the window and from other programs
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    if precise:
        options.add_session_config_entry("session.x64quantprecision", "1")
    if optimized is not None:
        options.optimized_model_filepath = str(optimized)
    source: Any = model if isinstance(model, bytes) else str(model)
    try:
        return onnxruntime.InferenceSession(
            source,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["NchwcTransformer"] if portable else [],
        )
    except Exception as error:  # onnxruntime has a dozen error classes without a common base
        name = "The model" if isinstance(model, bytes) else model.name
        raise KDError(
            Code.MODEL_DAMAGED,
            f"{name} cannot be opened by ONNX Runtime {VERSION}: {first_line(error)}.",
            "Export the model again, or open it with the program that made it.",
        ) from error
