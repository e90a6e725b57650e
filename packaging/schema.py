"""The words of every setting: labels, helps, units and groups of the recipe's schema and of the catalog."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kdstudio.core import catalog as catalogs  # noqa: E402 - the package is found by the line above
from kdstudio.core import params  # noqa: E402
from kdstudio.core.params import ParamSpec  # noqa: E402
from kdstudio.core.recipe import Recipe  # noqa: E402
from kdstudio.core.settings import all_settings  # noqa: E402
from kdstudio.core.synthesis import GenerateSpec, LLMSpec  # noqa: E402


def collect() -> list[str]:
    """All of them, in order."""
    return sorted({text for text in _words() if any(letter.isalpha() for letter in text)})


def _words() -> Iterator[str]:
    for setting in all_settings(Recipe()):
        yield from _of(setting.spec)
    for struct in (LLMSpec, GenerateSpec):
        for spec in params.specs(struct):
            yield from _of(spec)
    catalog = catalogs.load()
    for method in catalog.methods:
        yield from (method.title, method.summary)
        for spec in method.params:
            yield from _of(spec)
    for architecture in catalog.architectures:
        yield from (architecture.family, architecture.summary)
        for spec in architecture.params:
            yield from _of(spec)


def _of(spec: ParamSpec) -> tuple[str, ...]:
    return spec.label, spec.help, spec.unit, spec.group, spec.empty
