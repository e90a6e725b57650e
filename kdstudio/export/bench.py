"""The speed of an export folder’s files on whatever machine this is, by the same measure as when they were made."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kdstudio.core.deliverable import Bench, Deliverable, FileTimes
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.engine import tasks
from kdstudio.export import cpu
from kdstudio.export.runtime import OnnxModel
from kdstudio.export.timing import timed


def bench(folder: Path) -> Bench:
    """Time every model file of an export folder with one example of full length.

    Raises ``MODEL_NOT_FOUND`` where the folder is no export, ``MODEL_FORMAT`` where it names files outside itself, and
    what opening a file raises.
    """
    try:
        made = msgspec.json.decode((folder / "measured.json").read_bytes(), type=Deliverable)
        input: InputSpec = msgspec.json.decode((folder / "preprocessing.json").read_bytes(), type=InputSpec)
    except (OSError, msgspec.MsgspecError) as error:
        raise KDError(
            Code.MODEL_NOT_FOUND,
            f"{folder} is not an export of KD Studio.",
            "Choose the folder that holds measured.json.",
        ) from error
    for check in made.files:
        if not (folder / check.file).resolve().is_relative_to(folder.resolve()):
            raise KDError(
                Code.MODEL_FORMAT,
                f"measured.json names {check.file}, which lies outside {folder}.",
                "Export the model again; nothing was opened.",
            )
    opened = [OnnxModel.open(folder / check.file) for check in made.files]
    sample = tasks.get(opened[0].task).sample(input, 1)
    pad = input.pad_id if isinstance(input, TextInput) else 0
    feed = {name: tensor.numpy() for name, tensor in sample.items()}
    return Bench(
        folder=str(folder),
        processor=cpu.name(),
        threads=cpu.cores(),
        files=tuple(
            FileTimes(
                title=check.title,
                file=check.file,
                size_bytes=(folder / check.file).stat().st_size,
                timings=check.timings,
                footprint=check.footprint,
            )
            for check in timed(folder, made.files, feed, pad)
        ),
    )
