"""Settings of a recipe by address, whether or not its architectures are known."""

from __future__ import annotations

from contextlib import suppress

import msgspec

from kdstudio.core import catalog as catalogs
from kdstudio.core.errors import KDError
from kdstudio.core.recipe import Recipe
from kdstudio.core.settings import Setting, all_settings
from kdstudio.gui import spoken


def every(recipe: Recipe) -> list[Setting]:
    """All settings; those of an unknown method or architecture are missing."""
    found: list[Setting] = []
    with suppress(KDError):  # an unknown name; preflight says it in words
        found.extend(_with_names(recipe, setting) for setting in all_settings(recipe))
    return found


def _with_names(recipe: Recipe, setting: Setting) -> Setting:
    """Names of methods and architectures are chosen from the catalog, not typed."""
    if setting.address == "method.name":
        names = [info.name for info in catalogs.load().methods if recipe.task in info.tasks]
    elif setting.address in ("teacher.architecture", "student.architecture"):
        names = [info.name for info in catalogs.load().for_task(recipe.task)]
        if setting.section == "teacher":
            names.insert(0, "")
    else:
        return setting
    spec = msgspec.structs.replace(setting.spec, type="choice", choices=tuple(names))
    return Setting(setting.address, setting.path, spec, setting.section)


def settings_of(recipe: Recipe, *addresses: str) -> list[Setting]:
    """The settings at these addresses, in this order."""
    found = {setting.address: setting for setting in every(recipe)}
    return [found[address] for address in addresses if address in found]


def params_of(recipe: Recipe, section: str) -> list[Setting]:
    """The settings of the method or architecture that a section names."""
    return [setting for setting in every(recipe) if setting.section == section and "params" in setting.path]


def titles_of(setting: Setting) -> dict[str, str]:
    """What methods and architectures are called."""
    catalog = catalogs.load()
    if setting.address == "method.name":
        return {info.name: spoken.setting(info.title) for info in catalog.methods}
    if setting.address in ("teacher.architecture", "student.architecture"):
        return {info.name: info.title for info in catalog.architectures}
    return {}
