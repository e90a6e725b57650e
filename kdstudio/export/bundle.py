"""The export folder: what lies beside the model files, and the list of hashes that seals it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from kdstudio.core.deliverable import Deliverable
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.core.lineage import Lineage
from kdstudio.core.recipe_file import without_none
from kdstudio.export import bom, samples
from kdstudio.export.card import card
from kdstudio.export.lineage import RECIPE
from kdstudio.runs.files import sha256

MANIFEST = "SHA256SUMS"


def refuse_foreign(folder: Path) -> None:
    """Raise ``EXPORT_FOLDER`` where replacing ``folder`` would lose files that no export of ours has written."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise KDError(Code.EXPORT_FOLDER, f"{folder} is a file.", "Choose a folder for the export.")
    ours = {MANIFEST, *read_manifest(folder)}
    foreign = next(
        (p for p in folder.rglob("*") if not p.is_dir() and p.relative_to(folder).as_posix() not in ours), None
    )
    if foreign is not None:
        raise KDError(
            Code.EXPORT_FOLDER,
            f"{folder} holds files of its own, such as {foreign.name}, which the export would replace.",
            "Choose an empty or a new folder.",
        )


def read_manifest(folder: Path) -> dict[str, str]:
    """Hashes by relative path, or nothing where there is no manifest."""
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


def write_manifest(folder: Path) -> None:
    """List every file with its SHA-256, in the form that ``sha256sum --check`` reads."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    lines = [f"{sha256(p)}  {p.relative_to(folder).as_posix()}\n" for p in files]
    write_text(folder / MANIFEST, "".join(lines))


def write(folder: Path, lineage: Lineage, made: Deliverable, labels: tuple[str, ...], input: InputSpec) -> None:
    """Write everything beside the model files, which are in ``folder`` already, and seal it.

    A text’s tokenizer is a file of its own.
    """
    shown = samples.copy(folder, made.target, lineage.task)
    write_text(folder / "README.md", card(lineage, labels, input, made, shown))
    plain = msgspec.structs.replace(input, tokenizer="tokenizer.json") if isinstance(input, TextInput) else input
    data = {"labels": labels, "preprocessing": plain, "lineage": lineage, "measured": made}
    for name, value in data.items():
        write_json(folder / f"{name}.json", value)
    if lineage.recipe:
        write_text(folder / RECIPE, tomli_w.dumps(without_none(lineage.recipe)))
    bom.write(folder, lineage, made)
    write_manifest(folder)


def write_json(path: Path, value: Any) -> None:
    """Write data so that a person can read it too."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def write_text(path: Path, text: str) -> None:
    """Write a text the same on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")
