"""One file a target: data and rules, found by discovery: each module here that has a ``TARGET``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from kdstudio.core.deliverable import TargetName
from kdstudio.export.targets.base import Target


@cache
def all_targets() -> dict[TargetName, Target]:
    """Every target by name."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return {module.TARGET.name: module.TARGET for module in modules if hasattr(module, "TARGET")}
