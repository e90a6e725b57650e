"""The recipe as a TOML file.

``loads(dumps(recipe)) == recipe`` holds for every recipe. An unknown field, a value out of range or a
newer version is refused with the field's name.
"""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
import tomli_w

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import VERSION, Recipe
from kdstudio.core.resources import SAMPLE_PREFIX


def loads(text: str, source: str = "recipe.toml") -> Recipe:
    """Read a recipe from TOML; ``source`` names the file in an error."""
    try:
        return from_dict(tomllib.loads(text), source)
    except tomllib.TOMLDecodeError as error:
        raise KDError(Code.RECIPE_INVALID, f"{source} is not valid TOML: {error}.", "Correct the named line.") from None


def from_dict(raw: dict[str, Any], source: str = "recipe.toml") -> Recipe:
    """Build a recipe from plain data, naming the field that does not fit."""
    version = raw.get("version", VERSION)
    if isinstance(version, int) and version > VERSION:
        raise KDError(
            Code.NEWER_VERSION,
            f"{source} has version {version}; this KD Studio reads up to {VERSION}.",
            "Open it with a newer KD Studio.",
        )
    try:
        recipe = msgspec.convert(raw, Recipe)
    except msgspec.ValidationError as error:
        raise _invalid(source, _in_words(error, raw)) from None
    if field := _not_a_number(raw):
        raise _invalid(source, f"{field}: Expected a finite number")
    return recipe


def _invalid(source: str, what: str) -> KDError:
    return KDError(Code.RECIPE_INVALID, f"{source}: {what}.", "Correct that field, or remove it to use its default.")


def _not_a_number(value: Any, field: str = "") -> str:
    """The address of the first ``nan`` or ``inf``, which TOML can say and no setting takes."""
    match value:
        case float():
            return "" if math.isfinite(value) else field
        case dict():
            items = [(f"{field}.{name}" if field else name, item) for name, item in value.items()]
        case list() | tuple():
            items = [(f"{field}[{number}]", item) for number, item in enumerate(value)]
        case _:
            return ""
    return next(filter(None, (_not_a_number(item, name) for name, item in items)), "")


def _in_words(error: msgspec.ValidationError, raw: dict[str, Any]) -> str:
    what, _, where = str(error).partition(" - at `$")
    field = where.rstrip("`").lstrip(".")
    if what.startswith("Invalid enum value") and (words := _choices(field)):
        return f"{field}: “{_at(field, raw)}” is none of {', '.join(words)}"
    return f"{field}: {what}" if where else what


def _choices(field: str) -> tuple[str, ...]:
    """What a setting takes that knows certain words alone; nothing for any other."""
    kind: Any = Recipe
    for name in field.split("."):
        sections = [p for p in (kind, *get_args(kind)) if isinstance(p, type) and issubclass(p, msgspec.Struct)]
        kind = next(
            (found.type for part in sections for found in msgspec.structs.fields(part) if found.name == name), None
        )
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
    return tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()


def _at(field: str, raw: Any) -> Any:
    """The value at an address that is known to exist."""
    for name in field.split("."):
        raw = raw[name]
    return raw


def dumps(recipe: Recipe) -> str:
    """Write a recipe as TOML, every field in declaration order."""
    return tomli_w.dumps(without_none(msgspec.to_builtins(recipe)))


def without_none(value: Any) -> Any:
    """Plain data without the fields that TOML cannot say."""
    if isinstance(value, dict):
        return {key: without_none(item) for key, item in value.items() if item is not None}
    return list(value) if isinstance(value, tuple) else value


def load(path: Path) -> Recipe:
    """Read a recipe file."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KDError(Code.RECIPE_INVALID, f"There is no recipe at {path}.", "Check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise KDError(
            Code.RECIPE_INVALID, f"{path} could not be read: {error}.", "A recipe is a UTF-8 TOML file."
        ) from None
    return loads(text, str(path))


def anchored(recipe: Recipe, base: Path) -> Recipe:
    """The same recipe with its relative paths made absolute from ``base``, so that it means the same anywhere."""

    def fix(path: str) -> str:
        return path if not path or path.startswith(SAMPLE_PREFIX) else str(base / Path(path).expanduser())

    replace = msgspec.structs.replace
    return replace(
        recipe,
        data=replace(recipe.data, path=fix(recipe.data.path), tokenizer=fix(recipe.data.tokenizer)),
        teacher=replace(recipe.teacher, path=fix(recipe.teacher.path)),
        student=replace(recipe.student, path=fix(recipe.student.path)),
        export=replace(recipe.export, directory=fix(recipe.export.directory)),
    )
