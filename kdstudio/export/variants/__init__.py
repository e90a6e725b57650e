"""One file a kind of model file, found by discovery: each module here that has a ``VARIANT``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from kdstudio.core.errors import Code, KDError
from kdstudio.export.graph import Graph
from kdstudio.export.targets.base import Target
from kdstudio.export.variants.base import Variant


@cache
def all_variants() -> dict[str, Variant]:
    """Every kind of file by name, each after those it is made from."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    found = {module.VARIANT.name: module.VARIANT for module in modules if hasattr(module, "VARIANT")}
    order = sorted(found, key=lambda name: (name != "fp32", len(found[name].needs), name))
    return {name: found[name] for name in order}


def chosen(target: Target, extra: Iterable[str], graph: Graph, *, int8: bool) -> list[Variant]:
    """The files to make: the target’s, those asked for beside them, and what they are made from.

    Raises ``RECIPE_INVALID`` for a name that does not exist. A kind that does not suit the network or the
    target is left out.
    """
    known, wanted = all_variants(), {"fp32", *target.variants}
    for name in extra:
        if name != "all" and name not in known:
            raise KDError(
                Code.RECIPE_INVALID,
                f"export.variants: there is no kind of file called “{name}”.",
                f"Known are: {', '.join(known)}, and all.",
            )
        wanted |= set(known) if name == "all" else {name}
    for variant in reversed(known.values()):
        if variant.name in wanted:
            wanted |= set(variant.needs)
    return [
        variant
        for variant in known.values()
        if variant.name in wanted
        and variant.suits(graph)
        and (int8 or not variant.quantized)
        and (not variant.targets or target.name in variant.targets)
    ]
