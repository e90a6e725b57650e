"""Whether a value fits a JSON schema, for the part of JSON schema that structured outputs know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kdstudio.core.phrases import phrase

_WHOLE = phrase("the answer")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def misfit(value: Any, schema: Mapping[str, Any], where: str = _WHOLE) -> str:
    """Why a value does not fit, in words, or nothing where it does."""
    kind = schema.get("type")
    if kind is not None and not _is(value, kind):
        return phrase(f"{where} is not of the type “{kind}”")
    if "enum" in schema and value not in schema["enum"]:
        return phrase(f"{where} is none of the values that were asked for")
    if isinstance(value, dict):
        return _misfit_of_object(value, schema, where)
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            return phrase(f"{where} has {len(value)} entries, fewer than {schema['minItems']}")
        parts = (
            misfit(item, schema.get("items", {}), phrase(f"entry {at} of {where}")) for at, item in enumerate(value, 1)
        )
        return next(filter(None, parts), "")
    return ""


def _misfit_of_object(value: dict[str, Any], schema: Mapping[str, Any], where: str) -> str:
    if missing := [name for name in schema.get("required", ()) if name not in value]:
        return phrase(f"{where} has no “{missing[0]}”")
    known = schema.get("properties", {})
    return next(
        filter(None, (misfit(value[name], part, f"“{name}”") for name, part in known.items() if name in value)), ""
    )


def _is(value: Any, kind: str) -> bool:
    if kind in ("integer", "number") and isinstance(value, bool):
        return False
    return isinstance(value, _TYPES[kind])
