"""Whether something fits the memory, asked before it is read."""

from __future__ import annotations

from pathlib import Path

import psutil

from kdstudio.core.errors import Code, KDError


def require_memory(
    needed: int, path: Path, instead: str = "choose a smaller teacher, or give the teacher’s predictions as a file"
) -> None:
    """Raise ``MODEL_TOO_LARGE`` where ``needed`` bytes are not free; ``instead`` is what else a person can do."""
    free = psutil.virtual_memory().available
    if needed > free:
        raise KDError(
            Code.MODEL_TOO_LARGE,
            f"{path.name} needs {needed / 1e9:,.1f} GB of memory, but only {free / 1e9:,.1f} GB are free.",
            f"Close other programs, {instead}.",
        )
