from enum import Enum
from pathlib import Path

class OptimizationStyle(Enum):
    Fixed = 0
    Runtime = 1

def convert_onnx_models_to_ort(
    model_path_or_dir: Path,
    *,
    optimization_styles: list[OptimizationStyle] | None = ...,
    target_platform: str | None = ...,
) -> None: ...
