"""What a data check examines, and how it names examples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.recipe import DataSpec
from kdstudio.engine.data.curate import Examined
from kdstudio.engine.data.source import Source
from kdstudio.engine.data.store import Store

GROUPS = 2000
"""Groups of a finding that are listed."""
_MEMBERS = 100


@dataclass(frozen=True)
class Case:
    """What is examined: the opened data, how it was read, and what came out of the recipe's curation."""

    source: Source
    store: Store
    examined: Examined
    spec: DataSpec
    unit: str

    def ids(self, members: NDArray[np.int64]) -> tuple[str, ...]:
        """The ids of some examples, cut to a length that can be shown."""
        return tuple(self.store.ids[int(row)] for row in self.examined.rows[members[:_MEMBERS]])

    def groups(self, wanted: list[NDArray[np.int64]]) -> tuple[tuple[str, ...], ...]:
        """The ids of some groups of examples, cut likewise."""
        return tuple(self.ids(members) for members in wanted[:GROUPS])
