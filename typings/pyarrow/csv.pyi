from os import PathLike

from pyarrow import Table

def read_csv(input_file: PathLike[str] | str) -> Table: ...
