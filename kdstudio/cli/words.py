"""Numbers as a person reads them."""

from __future__ import annotations

from kdstudio.core import phrases


def percent(share: float | None, digits: int = 1) -> str:
    """A share of one, such as 98.4 %."""
    return "–" if share is None else phrases.percent(share, digits)


def size(count: float | None) -> str:
    """Bytes in decimal units, three figures."""
    if count is None:
        return "–"
    if count < 1000:
        return f"{count:.0f} B"
    for unit in ("kB", "MB", "GB"):
        count /= 1000
        if count < 999.5 or unit == "GB":
            return f"{count:.3g} {unit}" if count < 100 else f"{count:.0f} {unit}"
    raise AssertionError


def amount(count: float | None) -> str:
    """A plain number with thin groups, such as 1,240."""
    return "–" if count is None else f"{count:,.0f}"


def milliseconds(value: float | None) -> str:
    """A latency."""
    return "–" if value is None else f"{value:.2f} ms" if value < 10 else f"{value:.0f} ms"


def duration(seconds: float | None) -> str:
    """A time span: 42 s, 3 min 20 s, 2 h 05 min."""
    if seconds is None:
        return "–"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
