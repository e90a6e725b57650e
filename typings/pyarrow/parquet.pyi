from collections.abc import Iterator, Sequence
from os import PathLike
from types import TracebackType

from pyarrow import RecordBatch, Schema, Table

class ColumnChunkMetaData:
    path_in_schema: str
    total_compressed_size: int
    total_uncompressed_size: int

class RowGroupMetaData:
    def column(self, i: int) -> ColumnChunkMetaData: ...

class FileMetaData:
    num_rows: int
    num_columns: int
    num_row_groups: int
    def row_group(self, i: int) -> RowGroupMetaData: ...

class ParquetFile:
    metadata: FileMetaData
    schema_arrow: Schema
    def __init__(
        self, source: PathLike[str] | str, *, read_dictionary: Sequence[str] | None = None, pre_buffer: bool = False
    ) -> None: ...
    def __enter__(self) -> ParquetFile: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...
    def iter_batches(
        self, batch_size: int = ..., *, columns: Sequence[str] | None = None, use_threads: bool = True
    ) -> Iterator[RecordBatch]: ...
    def read(self) -> Table: ...
