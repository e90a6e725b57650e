from os import PathLike

from pyarrow import Table

def read_json(input_file: PathLike[str] | str) -> Table: ...
