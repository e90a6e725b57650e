"""Numbers as a chart says them, with the separators of the window’s language; exported tables stay in the C locale."""

from __future__ import annotations

import math

from kdstudio.core import phrases
from kdstudio.gui.figures import local


def value(number: float) -> str:
    """A measured value with four significant digits: ``0.9412``, ``12.35``, ``1.234e-05``, ``12,346``."""
    if not math.isfinite(number):
        return "–"
    size = abs(number)
    if size >= 1000:
        return local(f"{number:,.0f}")
    if size and size < 1e-3:
        return local(f"{number:.3e}")
    return local(f"{number:.4g}")


def shown(number: float, *, percent: bool) -> str:
    """A measured value, or a share of one such as ``97.47 %``."""
    return phrases.percent(number, 2) if percent and math.isfinite(number) else value(number)


def tick(number: float, spacing: float) -> str:
    """A number on an axis, with as many digits as the distance to the next one needs."""
    if number == 0:
        return "0"
    size = abs(number)
    for limit, suffix in ((1e9, "G"), (1e6, "M"), (1e4, "k")):
        if size >= limit:
            unit = 1e3 if suffix == "k" else limit
            return f"{_fixed(number / unit, spacing / unit)}{suffix}"
    if size < 1e-3 or spacing < 1e-4:
        return local(f"{number:.3g}".replace("e-0", "e-"))
    return _fixed(number, spacing)


def _fixed(number: float, spacing: float) -> str:
    digits = max(0, -math.floor(math.log10(spacing) + 1e-9)) if spacing > 0 else 0
    return local(f"{number:,.{digits}f}")


def duration(seconds: float) -> str:
    """A time on an axis or under the cursor: ``45 s``, ``3:20 min``, ``1:05 h``."""
    if seconds < 60:
        return local(f"{seconds:.3g} s")
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes}:{rest:02d} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d} h"
