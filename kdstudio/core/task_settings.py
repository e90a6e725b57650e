"""Settings of a task for a teacher LLM under dotted addresses, as ``--set`` gives them: those without a list."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import msgspec

from kdstudio.core.errors import Code, KDError
from kdstudio.core.params import ParamSpec, parse, specs
from kdstudio.core.synthesis import GenerateSpec, LLMSpec, Synthesis


def all_settings() -> dict[str, ParamSpec]:
    """Every setting by its address, such as ``llm.temperature``."""
    sections: dict[str, type[msgspec.Struct]] = {"llm": LLMSpec, "generate": GenerateSpec}
    return {f"{name}.{spec.name}": spec for name, struct in sections.items() for spec in specs(struct)}


def override(task: Synthesis, assignments: Mapping[str, str]) -> Synthesis:
    """The task with ``{"generate.per_class": "50"}``-like changes. Raises ``RECIPE_INVALID`` naming the setting."""
    if not assignments:
        return task
    known, raw = all_settings(), msgspec.to_builtins(task)
    for address, text in assignments.items():
        if address not in known:
            near = [name for name in known if name.endswith(f".{address}")] or get_close_matches(address, known, 1)
            hint = f"Did you mean {' or '.join(near[:3])}?" if near else f"There are {', '.join(known)}."
            raise KDError(Code.RECIPE_INVALID, f"There is no setting “{address}” of a task.", hint)
        section, _, name = address.partition(".")
        raw[section][name] = parse(known[address], text)
    try:
        return msgspec.convert(raw, Synthesis)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$.")
        raise KDError(
            Code.RECIPE_INVALID,
            f"{where.rstrip('`')}: {what}.",
            f"It takes {known[where.rstrip('`')].takes()}.",
        ) from None
