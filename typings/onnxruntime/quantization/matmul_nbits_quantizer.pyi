import onnx

class _Model:
    model: onnx.ModelProto
    def save_model_to_file(self, output_path: str, use_external_data_format: bool = ...) -> None: ...

class MatMulNBitsQuantizer:
    model: _Model
    def __init__(
        self,
        model: onnx.ModelProto | str,
        *,
        bits: int = ...,
        block_size: int = ...,
        is_symmetric: bool = ...,
        accuracy_level: int | None = ...,
    ) -> None: ...
    def process(self) -> None: ...
