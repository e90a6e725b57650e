from pathlib import Path

import onnx
from onnxruntime.quantization import CalibrationDataReader, QuantType, StaticQuantConfig

def qnn_preprocess_model(model_input: str | Path | onnx.ModelProto, model_output: str | Path) -> bool: ...
def get_qnn_qdq_config(
    model_input: str | Path,
    calibration_data_reader: CalibrationDataReader,
    *,
    activation_type: QuantType = ...,
    weight_type: QuantType = ...,
    per_channel: bool = ...,
    stride: int | None = ...,
) -> StaticQuantConfig: ...
