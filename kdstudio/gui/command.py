"""What is done in the window, as a terminal command."""

from __future__ import annotations

import shlex

import msgspec

from kdstudio.core.errors import KDError
from kdstudio.core.params import Value
from kdstudio.core.recipe import Recipe
from kdstudio.core.settings import override, value_of
from kdstudio.gui.models.settings_of import every
from kdstudio.gui.widgets.spec_row import as_text


def command_for(recipe: Recipe) -> str:
    """The ``kdstudio demo`` command that runs this recipe, naming only what differs from the defaults.

    A value that no flag can say, such as a class name with a comma, leaves the way over a saved recipe.
    """
    base = Recipe()
    changed: dict[str, str] = {}
    for setting in every(recipe):
        if setting.path[:2] == ("teacher", "plan") and recipe.teacher.plan is None:
            continue  # it follows the student's
        value = value_of(recipe, setting)
        before = _default(base, setting.path)
        if value != (setting.spec.default if before is msgspec.UNSET else before):
            changed[setting.address] = as_text(value)
    try:
        faithful = _values(override(base, changed)) == _values(recipe)
    except KDError:
        faithful = False
    if not faithful:
        return shlex.join(["kdstudio", "run", f"{recipe.name or 'recipe'}.toml"])
    flags = [part for address, text in changed.items() for part in ("--set", f"{address}={text}")]
    return shlex.join(["kdstudio", "demo", *flags])


def _values(recipe: Recipe) -> dict[str, Value]:
    return {setting.address: value_of(recipe, setting) for setting in every(recipe)}


def _default(recipe: Recipe, path: tuple[str, ...]) -> Value | msgspec.UnsetType:
    value = msgspec.to_builtins(recipe)
    for part in path:
        if not isinstance(value, dict) or part not in value:
            return msgspec.UNSET
        value = value[part]
    return list(value) if isinstance(value, tuple) else value
