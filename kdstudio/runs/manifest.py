"""``SHA256SUMS`` of an export folder: the hash of every file, in the form that ``sha256sum --check`` reads."""

from __future__ import annotations

from pathlib import Path

from kdstudio.runs.files import sha256

NAME = "SHA256SUMS"


def read(folder: Path) -> dict[str, str]:
    """Hashes by relative path, or nothing where there is no manifest."""
    try:
        lines = (folder / NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


def write(folder: Path) -> None:
    """List every file of the folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")
