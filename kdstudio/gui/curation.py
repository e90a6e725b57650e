"""Changes to which examples are used and how they are labelled. Files are never touched; the recipe remembers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from kdstudio.core.recipe import DataSpec, Recipe


def with_data(recipe: Recipe, **changes: Any) -> Recipe:
    """The recipe with some fields of its data section replaced."""
    data: DataSpec = msgspec.structs.replace(recipe.data, **changes)
    return msgspec.structs.replace(recipe, data=data)


def exclude(recipe: Recipe, ids: Iterable[str]) -> Recipe:
    """Leave examples out."""
    return with_data(recipe, exclude=tuple(dict.fromkeys((*recipe.data.exclude, *ids))))


def restore(recipe: Recipe, ids: Iterable[str]) -> Recipe:
    """Take back what was changed about examples: they are used again, with the label that they came with."""
    wanted, data = set(ids), recipe.data
    return with_data(
        recipe,
        exclude=tuple(id for id in data.exclude if id not in wanted),
        relabel={id: label for id, label in data.relabel.items() if id not in wanted},
    )


def relabel(recipe: Recipe, ids: Iterable[str], label: str) -> Recipe:
    """Give examples another label."""
    return with_data(recipe, relabel={**recipe.data.relabel, **dict.fromkeys(ids, label)})


def merge(recipe: Recipe, names: Iterable[str], into: str) -> Recipe:
    """Read some classes as one."""
    merged = {old: into if new in set(names) else new for old, new in recipe.data.merge_classes.items()}
    return with_data(recipe, merge_classes={**merged, **{name: into for name in names if name != into}})


def unmerge(recipe: Recipe) -> Recipe:
    """Read every class as itself again."""
    return with_data(recipe, merge_classes={})


def keep_first(recipe: Recipe, groups: Iterable[Iterable[str]]) -> Recipe:
    """Leave out all but the first of every group of duplicates."""
    return exclude(recipe, [id for group in groups for id in list(group)[1:]])


def accept(recipe: Recipe, code: str) -> Recipe:
    """Go on although a finding stops."""
    return with_data(recipe, accept=tuple(dict.fromkeys((*recipe.data.accept, code))))


def unaccept(recipe: Recipe, code: str) -> Recipe:
    """Let the finding stop again."""
    return with_data(recipe, accept=tuple(found for found in recipe.data.accept if found != code))


def curated(data: DataSpec) -> int:
    """How many changes have been made by hand."""
    return len(data.exclude) + len(data.relabel) + len(data.merge_classes)
