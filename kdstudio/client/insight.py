"""What a person should notice in a run, found from its view."""

from __future__ import annotations

from typing import NamedTuple

from kdstudio.client.view import RunView

_RECENT = 20
_DROWNS = 0.95


class Balance(NamedTuple):
    """A loss term, and its share of the loss lately."""

    term: str
    share: float


def drowning_term(view: RunView, role: str = "student") -> Balance | None:
    """The term that makes up nearly all of the loss, so that the others hardly teach anything; usually none."""
    prefix = f"{role}/weighted/"
    recent = {
        name.removeprefix(prefix): [abs(value) for value in series.values[-_RECENT:]]
        for name, series in view.series.items()
        if name.startswith(prefix)
    }
    sizes = {name: sum(values) / len(values) for name, values in recent.items() if len(values) == _RECENT}
    whole = sum(sizes.values())
    if len(sizes) < 2 or whole <= 0:
        return None
    term = max(sizes, key=lambda name: sizes[name])
    share = sizes[term] / whole
    return Balance(term, share) if share > _DROWNS else None
