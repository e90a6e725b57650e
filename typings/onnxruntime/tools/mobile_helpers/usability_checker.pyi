import onnx

class PartitioningInfo:
    num_nodes: int
    num_supported_nodes: int
    num_partitions: int
    unsupported_ops: set[str]
    ops_with_unsupported_rank: set[str]

def check_nnapi_partitions(model: onnx.ModelProto, require_fixed_input_sizes: bool) -> PartitioningInfo: ...
def check_coreml_partitions(
    model: onnx.ModelProto, require_fixed_input_sizes: bool, config_filename: str
) -> PartitioningInfo: ...
