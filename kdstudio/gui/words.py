"""Numbers as a person reads them: sizes, counts, durations, moments."""

from __future__ import annotations

import time
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kdstudio.core.phrases import percent
from kdstudio.gui.figures import local

translate = QCoreApplication.translate


def size(count: float) -> str:
    """Bytes, as 12.3 MB (decimal, as disks and phones count)."""
    for unit in ("B", "kB", "MB", "GB"):
        if count < 1000 or unit == "GB":
            break
        count /= 1000
    return local(f"{count:,.0f} {unit}" if unit == "B" or count >= 100 else f"{count:,.1f} {unit}")


def number(count: float) -> str:
    """A large count, as 1.2 M."""
    for factor, unit in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if count >= factor:
            value = count / factor
            return local(f"{value:,.0f}{unit}" if value >= 100 else f"{value:,.1f}{unit}")
    return local(f"{count:,.0f}")


def share(value: float) -> str:
    """A share as a percentage with one digit."""
    return local(percent(value))


def points(value: float) -> str:
    """A difference in percentage points, with its sign."""
    if abs(value) < 0.05:
        return translate("words", "±0 points")
    return translate("words", "{sign}{n} points").format(sign="+" if value > 0 else "−", n=local(f"{abs(value):.1f}"))


def times(factor: float) -> str:
    """How many times, as “9 ×” or “1.4 ×”."""
    return local(f"{factor:,.0f} ×" if factor >= 9.5 else f"{factor:.1f} ×")


def milliseconds(value: float) -> str:
    """A short time, as “0.17 ms” or “12 ms”."""
    return local(f"{value:.0f} ms" if value >= 10 else f"{value:.2f} ms")


def duration(seconds: float) -> str:
    """A length of time, as “40 s”, “3 min”, “2 h 10 min”."""
    if seconds < 90:
        return translate("words", "{n} s").format(n=round(seconds))
    minutes = round(seconds / 60)
    if minutes < 90:
        return translate("words", "{n} min").format(n=minutes)
    return translate("words", "{h} h {m} min").format(h=minutes // 60, m=minutes % 60)


def moment(stamp: float) -> str:
    """A moment of the past, as “5 min ago”, “today 14:03”, or a date."""
    ago = time.time() - stamp
    if ago < 60:
        return translate("words", "just now")
    if ago < 3600:
        return translate("words", "{n} min ago").format(n=int(ago // 60))
    then = datetime.fromtimestamp(stamp)
    if then.date() == datetime.now().date():
        return translate("words", "today {clock}").format(clock=f"{then:%H:%M}")
    return f"{then:%Y-%m-%d %H:%M}"


def device(title: str) -> str:
    """The title of a kind of device, in the language of the window."""
    known = {
        "This computer": translate("words", "This computer"),
        "Recent phone": translate("words", "Recent phone"),
        "Older phone": translate("words", "Older phone"),
        "Browser on a laptop": translate("words", "Browser on a laptop"),
    }
    return known.get(title, title)
