from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

class CalibrationMethod(Enum):
    MinMax = 0
    Entropy = 1
    Percentile = 2

class QuantFormat(Enum):
    QOperator = 0
    QDQ = 1

class QuantType(Enum):
    QInt8 = 0
    QUInt8 = 1
    QUInt16 = 3

class StaticQuantConfig: ...

class CalibrationDataReader:
    def get_next(self) -> dict[str, NDArray[Any]] | None: ...

def quantize_static(
    model_input: str | Path,
    model_output: str | Path,
    calibration_data_reader: CalibrationDataReader | None,
    quant_format: QuantFormat = ...,
    op_types_to_quantize: Sequence[str] | None = ...,
    per_channel: bool = ...,
    reduce_range: bool = ...,
    activation_type: QuantType = ...,
    weight_type: QuantType = ...,
    nodes_to_quantize: Sequence[str] | None = ...,
    nodes_to_exclude: Sequence[str] | None = ...,
    use_external_data_format: bool = ...,
    calibrate_method: CalibrationMethod = ...,
    calibration_providers: Sequence[str] | None = ...,
    extra_options: dict[str, Any] | None = ...,
    calibration_cache_path: str | Path | None = ...,
) -> None: ...
def quantize_dynamic(
    model_input: str | Path,
    model_output: str | Path,
    op_types_to_quantize: Sequence[str] | None = ...,
    per_channel: bool = ...,
    reduce_range: bool = ...,
    weight_type: QuantType = ...,
    nodes_to_quantize: Sequence[str] | None = ...,
    nodes_to_exclude: Sequence[str] | None = ...,
    use_external_data_format: bool = ...,
    extra_options: dict[str, Any] | None = ...,
) -> None: ...
def quantize(model_input: str | Path, model_output: str | Path, quant_config: StaticQuantConfig) -> None: ...
