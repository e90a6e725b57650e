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
    return [found for found in known.values() if found.name in wanted and not _unsuited(found, target, graph, int8)]


def left_out(target: Target, extra: Iterable[str], graph: Graph, *, int8: bool) -> list[str]:
    """A sentence for each kind of file that was asked for by its name and cannot be of use."""
    asked = [found for name, found in all_variants().items() if name in set(extra)]
    reasons = [(found.title, _unsuited(found, target, graph, int8)) for found in asked]
    return [f"{title} was left out. {reason}" for title, reason in reasons if reason]


def _unsuited(variant: Variant, target: Target, graph: Graph, int8: bool) -> str:
    """Why a kind of file is of no use here, or an empty string."""
    if variant.targets and target.name not in variant.targets:
        return f"It is of no use on {target.title}."
    if variant.quantized and not int8:
        return "The recipe asks for no integers (export.int8)."
    return "" if variant.suits(graph) else "It does not suit a network of this kind."
