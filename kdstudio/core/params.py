"""One declaration of a setting, from which the form, ``--help`` and validation are all drawn.

A setting is a field of a frozen ``msgspec.Struct`` annotated with :func:`param`. :func:`specs` reads the
fields back as plain :class:`ParamSpec` data, which travels in the catalog to the stack that has no torch.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Literal, cast

import msgspec
from msgspec import inspect as mi

from kdstudio.core.errors import Code, KDError

ParamType = Literal["int", "float", "bool", "choice", "text", "ints", "floats", "texts", "map"]
_BOOLEANS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
_ELEMENTS: dict[str, type | tuple[type, ...]] = {"ints": int, "floats": (int, float), "texts": str}
Value = int | float | bool | str | list[Any] | dict[str, Any] | None


class ParamSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One setting as data: everything a form row, a flag and a check need to know.

    ``empty`` says what happens where a text is left empty, for the field itself.
    """

    name: str
    type: ParamType
    default: Value
    label: str
    help: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: bool = False
    exclusive_maximum: bool = False
    choices: tuple[str, ...] = ()
    group: str = ""
    advanced: bool = False
    empty: str = ""

    def takes(self) -> str:
        """The values it takes, in words: a type, a range with its unit, or the choices."""
        if self.choices:
            return " | ".join(self.choices)
        low = "" if self.minimum is None else f"{'>' if self.exclusive_minimum else '≥'} {self.minimum:g}"
        high = "" if self.maximum is None else f"{'<' if self.exclusive_maximum else '≤'} {self.maximum:g}"
        return " ".join(filter(None, (self.type, ", ".join(filter(None, (low, high))), self.unit)))


def param(  # noqa: PLR0913 - one keyword for each property of a setting
    help: str,
    *,
    label: str = "",
    unit: str = "",
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    lt: float | None = None,
    group: str = "",
    advanced: bool = False,
    empty: str = "",
) -> msgspec.Meta:
    """Describe a setting inside ``Annotated[...]``: its words, unit, range and place in the form."""
    bounds: dict[str, Any] = {"ge": ge, "gt": gt, "le": le, "lt": lt, "title": label or None}
    return msgspec.Meta(
        description=help,
        extra={"unit": unit, "group": group, "advanced": advanced, "empty": empty},
        **{name: value for name, value in bounds.items() if value is not None},
    )


def specs(struct: type[msgspec.Struct]) -> tuple[ParamSpec, ...]:
    """Read the settings of ``struct`` in declaration order; nested structs are left to their own form."""
    info = mi.type_info(struct)
    assert isinstance(info, mi.StructType)
    found = (_spec(field) for field in info.fields)
    return tuple(spec for spec in found if spec is not None)


def _spec(field: mi.Field) -> ParamSpec | None:
    meta: Mapping[str, Any] = {}
    extra: Mapping[str, Any] = {}
    kind = field.type
    if isinstance(kind, mi.Metadata):
        meta, extra = kind.extra_json_schema or {}, kind.extra or {}
        kind = kind.type
    if isinstance(kind, mi.StructType | mi.UnionType):
        return None
    type_, choices = _type_of(kind)
    default = field.default if field.default is not msgspec.NODEFAULT else None
    if field.default_factory is not msgspec.NODEFAULT:
        default = field.default_factory()
    if isinstance(default, tuple):
        default = list(default)
    low, low_open = _bound(kind, "ge", "gt")
    high, high_open = _bound(kind, "le", "lt")
    return ParamSpec(
        name=field.name,
        type=type_,
        default=default,
        label=str(meta.get("title") or field.name.replace("_", " ").capitalize()),
        help=str(meta.get("description", "")),
        unit=str(extra.get("unit", "")),
        minimum=low,
        maximum=high,
        exclusive_minimum=low_open,
        exclusive_maximum=high_open,
        choices=choices,
        group=str(extra.get("group", "")),
        advanced=bool(extra.get("advanced", False)),
        empty=str(extra.get("empty", "")),
    )


def _bound(kind: mi.Type, closed: str, opened: str) -> tuple[float | None, bool]:
    for name, is_open in ((closed, False), (opened, True)):
        value = getattr(kind, name, None)
        if value is not None:
            return float(value), is_open
    return None, False


def _type_of(kind: mi.Type) -> tuple[ParamType, tuple[str, ...]]:
    match kind:
        case mi.BoolType():
            return "bool", ()
        case mi.IntType():
            return "int", ()
        case mi.FloatType():
            return "float", ()
        case mi.LiteralType(values=values):
            return "choice", tuple(str(v) for v in values)
        case mi.StrType():
            return "text", ()
        case mi.DictType():
            return "map", ()
        case mi.VarTupleType(item_type=item) | mi.ListType(item_type=item):
            inner, _ = _type_of(item.type if isinstance(item, mi.Metadata) else item)
            plural: dict[ParamType, ParamType] = {"int": "ints", "float": "floats", "text": "texts"}
            return plural[inner], ()
    raise TypeError(f"a setting of type {kind} has no form")


def parse(spec: ParamSpec, text: str) -> Value:
    """Turn what a person typed (always in the C locale) into a value of the setting's type."""
    text = text.strip()
    try:
        match spec.type:
            case "int":
                return int(text)
            case "float":
                return float(text)
            case "bool":
                return _BOOLEANS[text.lower()]
            case "ints":
                return [int(part) for part in re.split(r",|(?<=\d)-", text) if part.strip()]
            case "floats":
                return [float(part) for part in text.split(",") if part.strip()]
            case "texts":
                return [part.strip() for part in text.split(",") if part.strip()]
            case "map":
                pairs = (part.partition("=") for part in text.split(",") if part.strip())
                return {key.strip(): value.strip() for key, _, value in pairs}
    except (ValueError, KeyError):
        raise KDError(
            Code.RECIPE_INVALID, f"{spec.label}: “{text}” is not a value of type {spec.type}.", f"{spec.help}"
        ) from None
    return text


def show(value: Value) -> str:
    """A value as a person types it: the inverse of :func:`parse`."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:g}" if float(f"{value:g}") == value else repr(value)
        case dict():
            return ", ".join(f"{key} = {item}" for key, item in value.items())
        case list():
            return ", ".join(show(item) for item in value)
    return str(value)


def check(spec: ParamSpec, value: Value) -> str:
    """Return what is wrong with ``value`` in words, or an empty string."""
    expected: dict[str, type | tuple[type, ...]] = {
        "int": int,
        "float": (int, float),
        "bool": bool,
        "choice": str,
        "text": str,
        "map": dict,
    }
    element = _ELEMENTS.get(spec.type)
    wanted = (list, tuple) if element else expected[spec.type]
    if not isinstance(value, wanted) or (isinstance(value, bool) and spec.type != "bool"):
        return f"{spec.label} must be of type {spec.type}, not {value!r}."
    if element and any(not isinstance(item, element) or isinstance(item, bool) for item in cast("list[Any]", value)):
        return f"{spec.label} must be of type {spec.type}, not {value!r}."
    if isinstance(value, float) and not math.isfinite(value):
        return f"{spec.label} must be a finite number."
    if spec.choices and value not in spec.choices:
        return f"{spec.label} must be one of {', '.join(spec.choices)}, not {value!r}."
    if isinstance(value, int | float) and not isinstance(value, bool):
        low, high = spec.minimum, spec.maximum
        if low is not None and (value < low or (spec.exclusive_minimum and value == low)):
            if spec.exclusive_minimum:
                return f"{spec.label} must be more than {low:g}, not {value:g}."
            return f"{spec.label} must be at least {low:g}, not {value:g}."
        if high is not None and (value > high or (spec.exclusive_maximum and value == high)):
            if spec.exclusive_maximum:
                return f"{spec.label} must be less than {high:g}, not {value:g}."
            return f"{spec.label} must be at most {high:g}, not {value:g}."
    return ""


def defaults(wanted: tuple[ParamSpec, ...]) -> dict[str, Value]:
    """The default value of every setting, by name."""
    return {spec.name: spec.default for spec in wanted}
