from collections.abc import Callable
from typing import Any

class CpuParams:
    n_threads: int
    poll: int

class CommonParamsModel:
    path: str

class CommonParams:
    model: CommonParamsModel
    cpuparams: CpuParams
    cpuparams_batch: CpuParams
    n_ctx: int
    n_batch: int
    n_parallel: int
    cache_ram_mib: int
    verbosity: int
    offline: bool
    use_jinja: bool
    hostnames: list[str]
    port: int
    api_keys: list[str]

class Server:
    def __init__(self, params: CommonParams) -> None: ...
    def handle_chat_completions(
        self, inputs: dict[str, Any], stream_callback: Callable[[Any], bool] | None = None
    ) -> Any: ...
