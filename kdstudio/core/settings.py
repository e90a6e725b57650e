"""Every setting of a recipe under one dotted address: the table behind the form, ``--set`` and the search box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from difflib import get_close_matches
from typing import Any

import msgspec

from kdstudio.core import catalog as catalogs
from kdstudio.core.catalog import Catalog
from kdstudio.core.errors import Code, KDError
from kdstudio.core.params import ParamSpec, Value, parse, specs
from kdstudio.core.recipe import (
    AugmentSpec,
    DataSpec,
    ExportSpec,
    MethodSpec,
    PlanSpec,
    Recipe,
    RuntimeSpec,
    StudentSpec,
    TeacherSpec,
)
from kdstudio.core.recipe_file import from_dict, without_none

SECTIONS: dict[str, type[msgspec.Struct]] = {
    "": Recipe,
    "data": DataSpec,
    "teacher": TeacherSpec,
    "teacher.plan": PlanSpec,
    "teacher.plan.augment": AugmentSpec,
    "student": StudentSpec,
    "method": MethodSpec,
    "plan": PlanSpec,
    "plan.augment": AugmentSpec,
    "runtime": RuntimeSpec,
    "export": ExportSpec,
}


class Setting(msgspec.Struct, frozen=True):
    """One addressable setting: ``path`` leads to it in the recipe's plain data."""

    address: str
    path: tuple[str, ...]
    spec: ParamSpec
    section: str


def all_settings(recipe: Recipe, catalog: Catalog | None = None) -> Iterator[Setting]:
    """Every setting that this recipe has, those of its method and architectures included."""
    for section, struct in SECTIONS.items():
        for spec in specs(struct):
            if spec.name not in ("version", "params"):
                path = (*filter(None, section.split(".")), spec.name)
                yield Setting(".".join(path), path, spec, section)
    catalog = catalog or catalogs.load()
    for section, found in _named_params(recipe, catalog):
        for spec in found:
            yield Setting(f"{section}.{spec.name}", (section, "params", spec.name), spec, section)


def _named_params(recipe: Recipe, catalog: Catalog) -> Iterator[tuple[str, tuple[ParamSpec, ...]]]:
    """The settings that a name brings along; an unknown name brings none, and preflight says so."""
    with suppress(KDError):
        yield "method", catalog.method(recipe.method.name).params
    for section, architecture in (("student", recipe.student.architecture), ("teacher", recipe.teacher.architecture)):
        with suppress(KDError):
            yield section, catalog.architecture(architecture).params


def value_of(recipe: Recipe, setting: Setting) -> Value:
    """The recipe's value of a setting, or its default where the recipe is silent."""
    value: Any = msgspec.to_builtins(recipe)
    value["teacher"]["plan"] = msgspec.to_builtins(recipe.teacher_plan)
    for part in setting.path:
        value = value.get(part) if isinstance(value, Mapping) else None
    if value is None:
        return setting.spec.default
    return list(value) if isinstance(value, tuple) else value


def with_values(recipe: Recipe, values: Mapping[tuple[str, ...], Value]) -> Recipe:
    """A copy of the recipe with values put at their paths, checked as a whole.

    A teacher's plan starts as a copy of the student's. Another method or architecture starts with its own defaults.
    """
    raw: dict[str, Any] = without_none(msgspec.to_builtins(recipe))
    for path, value in values.items():
        level = raw
        if path[:2] == ("teacher", "plan"):
            raw["teacher"].setdefault("plan", deepcopy(raw["plan"]))
        if path[1:] in (("name",), ("architecture",)) and raw[path[0]][path[1]] != value:
            raw[path[0]]["params"] = {}
        for part in path[:-1]:
            level = level.setdefault(part, {})
        level[path[-1]] = value
    return from_dict(raw, "the recipe")


def override(recipe: Recipe, assignments: Mapping[str, str], catalog: Catalog | None = None) -> Recipe:
    """Apply ``{"method.temperature": "4"}``-like assignments, as ``--set`` gives them, in the order given."""
    for address, text in assignments.items():
        found = {setting.address: setting for setting in all_settings(recipe, catalog)}
        if address not in found:
            near = [name for name in found if name.rpartition(".")[2] == address.rpartition(".")[2]]
            near = near or get_close_matches(address, found)
            hint = f"Did you mean {' or '.join(near[:3])}?" if near else "“kdstudio settings” explains the settings."
            raise KDError(Code.RECIPE_INVALID, f"There is no setting “{address}”.", hint)
        setting = found[address]
        recipe = with_values(recipe, {setting.path: parse(setting.spec, text)})
    return recipe


def differences(one: Recipe, two: Recipe) -> dict[str, tuple[Value, Value]]:
    """The settings in which two recipes differ, by address.

    A setting of a method or an architecture that a recipe does not mention has its default, or is ``None`` where the
    recipe’s method or architecture does not know it.
    """
    left, right = (_flat(without_none(msgspec.to_builtins(recipe))) for recipe in (one, two))
    addresses = dict.fromkeys((*left, *right))
    silent, spoken = _defaults(one), _defaults(two)
    pairs = {name: (left.get(name, silent.get(name)), right.get(name, spoken.get(name))) for name in addresses}
    return {name: (mine, theirs) for name, (mine, theirs) in pairs.items() if mine != theirs}


def _defaults(recipe: Recipe) -> dict[str, Value]:
    """The defaults of the settings that come with the recipe's method and architectures, by address."""
    named = _named_params(recipe, catalogs.load())
    return {f"{section}.{spec.name}": spec.default for section, found in named for spec in found}


def spread(recipes: Sequence[Recipe]) -> dict[str, tuple[Value, ...]]:
    """The settings in which any of several recipes differ, by address, with the value of each."""
    found: dict[str, list[Value]] = {}
    for place, recipe in enumerate(recipes):
        for name, (first, here) in differences(recipes[0], recipe).items():
            found.setdefault(name, [first] * len(recipes))[place] = here
    return {name: tuple(values) for name, values in found.items()}


def _flat(plain: dict[str, Any], prefix: str = "") -> dict[str, Value]:
    flat: dict[str, Value] = {}
    for name, value in plain.items():
        section = f"{prefix}{name}"
        if isinstance(value, dict) and (section in SECTIONS or name == "params"):
            flat |= _flat(value, prefix if name == "params" else f"{section}.")
        else:
            flat[section] = value
    return flat
