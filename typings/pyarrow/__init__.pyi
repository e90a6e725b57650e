# The part of pyarrow that KD Studio uses.
from collections.abc import Iterator, Mapping
from typing import Any

from pyarrow import types as types

class ArrowException(Exception): ...
class DataType: ...
class BaseExtensionType(DataType): ...

class StructType(DataType):
    def __iter__(self) -> Iterator[Field]: ...

class Field:
    name: str
    type: DataType

class Schema:
    metadata: dict[bytes, bytes] | None
    def __iter__(self) -> Iterator[Field]: ...
    def with_metadata(self, metadata: Mapping[bytes | str, bytes | str] | None) -> Schema: ...

class Scalar:
    def as_py(self) -> Any: ...

class Array:
    def __getitem__(self, index: int) -> Scalar: ...

class RecordBatch:
    num_rows: int
    def column(self, name: str | int) -> Array: ...

class ChunkedArray:
    type: DataType
    def to_pylist(self) -> list[Any]: ...
    def to_numpy(self) -> Any: ...

class Table:
    column_names: list[str]
    def column(self, name: str) -> ChunkedArray: ...
