"""Where the files that ship with the app are: ``resources/`` beside the package, or inside it once installed."""

from __future__ import annotations

from pathlib import Path

from kdstudio.core.errors import Code, KDError

_PACKAGE = Path(__file__).resolve().parent.parent
SAMPLE_PREFIX = "sample:"


def root() -> Path:
    """The folder that holds ``catalog.json``, ``samples/``, ``icons/`` and the rest."""
    beside, inside = _PACKAGE.parent / "resources", _PACKAGE / "resources"
    return beside if beside.is_dir() else inside


def resolve(path: str) -> Path:
    """Turn a recipe's path into a real one: ``sample:digits`` names a bundled sample."""
    if not path.startswith(SAMPLE_PREFIX):
        return Path(path).expanduser()
    found = root() / "samples" / path.removeprefix(SAMPLE_PREFIX)
    if not found.exists():
        raise KDError(
            Code.DATA_NOT_FOUND, f"There is no bundled sample “{path}”.", "The bundled sample is sample:digits."
        )
    return found
