"""Changing a run's recipe between two of its sessions, where that is sound, with the recipe before it kept."""

from __future__ import annotations

from collections.abc import Mapping

from kdstudio.core import recipe_file
from kdstudio.core.errors import Code, KDError
from kdstudio.core.params import Value
from kdstudio.core.recipe import Recipe
from kdstudio.core.settings import differences, override
from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder

_PLAN = {
    "learning_rate",
    "micro_batch",
    "clip",
    "weight_decay",
    "momentum",
    "schedule",
    "warmup",
    "milestones",
    "gamma",
    "label_smoothing",
    "early_stopping",
}
_SECTIONS = ("runtime.", "export.")


def amend(folder: RunFolder, changes: Mapping[str, str]) -> Recipe:
    """Write the run's recipe with ``{"plan.learning_rate": "0.01"}``-like changes; the old one is ``recipe-1.toml``.

    Only settings that keep a checkpoint's meaning can change: those of the optimiser's course and of memory, of the
    machine, and of the export. Raises ``RECIPE_INVALID`` naming any other.
    """
    before = folder.recipe()
    after = override(before, changes)
    for address in differences(before, after):
        if not _may_change(address):
            raise KDError(
                Code.RECIPE_INVALID,
                f"{address} cannot change while a run goes on: its checkpoints would mean something else.",
                "Start a new run with it instead.",
            )
    if after != before:
        number = 1 + len(earlier(folder))
        write_atomic(folder.path / f"recipe-{number}.toml", folder.recipe_file.read_bytes())
        write_atomic(folder.recipe_file, recipe_file.dumps(after).encode())
    return after


def amended(folder: RunFolder) -> dict[str, tuple[Value, Value]]:
    """What was changed since the run began: by setting, the first and the present value."""
    found = earlier(folder)
    return differences(found[0], folder.recipe()) if found else {}


def earlier(folder: RunFolder) -> list[Recipe]:
    """The recipes of the sessions before each change, oldest first."""
    found: list[Recipe] = []
    while (path := folder.path / f"recipe-{len(found) + 1}.toml").is_file():
        found.append(recipe_file.load(path))
    return found


def _may_change(address: str) -> bool:
    section, _, name = address.rpartition(".")
    return address.startswith(_SECTIONS) or (section in ("plan", "teacher.plan") and name in _PLAN)
