"""The export folder: what lies beside the model files, and the list of hashes that seals it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from kdstudio.core.deliverable import Deliverable
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec
from kdstudio.core.lineage import Lineage
from kdstudio.core.recipe_file import without_none
from kdstudio.export import bom, example, preparation, samples, tokens
from kdstudio.export.card import Inside, card
from kdstudio.export.lineage import RECIPE
from kdstudio.runs import manifest


def refuse_foreign(folder: Path) -> None:
    """Raise ``EXPORT_FOLDER`` where replacing ``folder`` would lose files that no export of ours has written."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise KDError(Code.EXPORT_FOLDER, f"{folder} is a file.", "Choose a folder for the export.")
    ours = {manifest.NAME, *manifest.read(folder)}
    foreign = next(
        (p for p in folder.rglob("*") if not p.is_dir() and p.relative_to(folder).as_posix() not in ours), None
    )
    if foreign is not None:
        raise KDError(
            Code.EXPORT_FOLDER,
            f"{folder} holds files of its own, such as {foreign.name}, which the export would replace.",
            "Choose an empty or a new folder.",
        )


def write(folder: Path, lineage: Lineage, made: Deliverable, labels: tuple[str, ...], input: InputSpec) -> None:
    """Write everything beside the model files and the tokenizer’s, which are in ``folder`` already, and seal it."""
    shown = samples.copy(
        folder,
        made.target,
        lineage.task,
        pixels=made.pixels is not None and bool(made.pixels.file),
        tokens=(folder / tokens.FILE).is_file(),
    )
    prepared = preparation.record(input, fixed_shape=made.fixed_shape)
    data = {"labels": labels, "preprocessing": prepared, "lineage": lineage, "measured": made}
    for name, value in data.items():
        write_json(folder / f"{name}.json", value)
    if lineage.recipe:
        write_text(folder / RECIPE, tomli_w.dumps(without_none(lineage.recipe)))
    bom.write(folder, lineage, made)
    asked = example.write(folder, lineage.task, input, made)
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    write_text(folder / "README.md", card(lineage, labels, input, made, Inside(shown, asked, tuple(names))))
    manifest.write(folder)


def write_json(path: Path, value: Any) -> None:
    """Write data so that a person can read it too."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def write_text(path: Path, text: str) -> None:
    """Write a text the same on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")
