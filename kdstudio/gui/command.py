"""What is done in the window, as a terminal command."""

from __future__ import annotations

import shlex

import msgspec

from kdstudio.core.errors import KDError
from kdstudio.core.params import Value
from kdstudio.core.recipe import DataSpec, Recipe
from kdstudio.core.settings import override, value_of
from kdstudio.gui.models.settings_of import every
from kdstudio.gui.widgets.spec_row import as_text


def command_for(recipe: Recipe) -> str:
    """The ``kdstudio demo`` command that runs this recipe, naming only what differs from the defaults.

    A value that no flag can say, such as a class name with a comma, leaves the way over a saved recipe.
    """
    base = Recipe()
    changed = _changed(recipe, base)
    if not _means(base, changed, recipe):
        return shlex.join(["kdstudio", "run", f"{recipe.name or 'recipe'}.toml"])
    return shlex.join(["kdstudio", "demo", *_flags(changed)])


def check_command_for(recipe: Recipe) -> str:
    """The ``kdstudio data check`` command for this recipe's data, or an empty string without any.

    Of a curation that no flag can say the command says nothing.
    """
    if not recipe.data.path:
        return ""
    base = Recipe(name=recipe.name, task=recipe.task, data=DataSpec(path=recipe.data.path))
    changed = {address: text for address, text in _changed(recipe, base).items() if address.startswith("data.")}
    words = ["kdstudio", "data", "check", recipe.data.path, "--task", recipe.task]
    wanted = msgspec.structs.replace(base, data=recipe.data)
    return shlex.join([*words, *_flags(changed)] if _means(base, changed, wanted) else words)


def _changed(recipe: Recipe, base: Recipe) -> dict[str, str]:
    """What differs from another recipe, by address, as it is typed."""
    changed: dict[str, str] = {}
    for setting in every(recipe):
        if setting.path[:2] == ("teacher", "plan") and recipe.teacher.plan is None:
            continue  # it follows the student's
        value = value_of(recipe, setting)
        before = _default(base, setting.path)
        if value != (setting.spec.default if before is msgspec.UNSET else before):
            changed[setting.address] = as_text(value)
    return changed


def _means(base: Recipe, changed: dict[str, str], recipe: Recipe) -> bool:
    """Whether the terminal makes this recipe of what was changed."""
    try:
        return _values(override(base, changed)) == _values(recipe)
    except KDError:
        return False


def _flags(changed: dict[str, str]) -> list[str]:
    return [part for address, text in changed.items() for part in ("--set", f"{address}={text}")]


def _values(recipe: Recipe) -> dict[str, Value]:
    return {setting.address: value_of(recipe, setting) for setting in every(recipe)}


def _default(recipe: Recipe, path: tuple[str, ...]) -> Value | msgspec.UnsetType:
    value = msgspec.to_builtins(recipe)
    for part in path:
        if not isinstance(value, dict) or part not in value:
            return msgspec.UNSET
        value = value[part]
    return list(value) if isinstance(value, tuple) else value
