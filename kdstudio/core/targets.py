"""Where the student will run, and whether a network is fast and small enough for it.

A latency on another machine is this machine's, scaled by how many multiply–adds a second one core of each does in
such networks. This machine's pace is measured; the others' are round figures (billions a second, FP32, one core) and
no better than a factor of two: a phone in the hand has the last word.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

import msgspec

from kdstudio.core import catalog as catalogs
from kdstudio.core.catalog import ArchitectureInfo
from kdstudio.core.errors import KDError
from kdstudio.core.profile import Measured, Profile

Verdict = Literal["", "fits", "tight", "too-big"]

_TIGHT = 0.8
_SAME = 0.1
_INT8_SHARE = 0.28
"""Size of the INT8 file by the FP32 one: a quarter, and the scales, biases and graph on top."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of device. ``pace`` is 0 for this machine, whose own is measured."""

    name: str
    title: str
    pace: float = 0.0


TARGETS = (
    Target(name="here", title="This computer"),
    Target(name="phone", title="Recent phone", pace=12.0),
    Target(name="old-phone", title="Older phone", pace=3.0),
    Target(name="board", title="Raspberry Pi 4", pace=3.0),
    Target(name="browser", title="Browser on a laptop", pace=5.0),
)


class Budget(msgspec.Struct, frozen=True, kw_only=True):
    """What one answer may take and the INT8 file may weigh; 0 sets no limit."""

    target: str = "phone"
    milliseconds: float = 0.0
    megabytes: float = 0.0


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """How a network stands to a budget. ``measured`` is false where its latency was worked out from its size."""

    milliseconds: float | None = None
    measured: bool = False
    int8_bytes: int = 0
    verdict: Verdict = ""


def target(name: str) -> Target:
    """A target by its name; an unknown one is this computer."""
    return next((found for found in TARGETS if found.name == name), TARGETS[0])


def pace_here(profile: Profile) -> float:
    """This machine's billions of multiply–adds a second: the median of what was measured, 0 where nothing was."""
    paces = sorted(
        found.multiply_adds / found.latency_ms / 1e6
        for found in (*profile.architectures, *filter(None, (profile.student, profile.teacher)))
        if found.latency_ms and found.multiply_adds
    )
    return paces[len(paces) // 2] if paces else 0.0


def growth(profile: Profile) -> float:
    """How many times the multiply–adds on this data are those in the catalog, which counts another input size.

    The median over the networks that were measured with the settings of the catalog, told by their parameters.
    """
    found = []
    for measured in (*profile.architectures, *filter(None, (profile.student, profile.teacher))):
        with suppress(KDError):
            figures = catalogs.load().architecture(measured.name).figures
            same = abs(measured.parameters - figures.parameters) <= _SAME * figures.parameters
            if same and measured.multiply_adds and figures.multiply_adds:
                found.append(measured.multiply_adds / figures.multiply_adds)
    return sorted(found)[len(found) // 2] if found else 1.0


def fit(info: ArchitectureInfo, profile: Profile | None, budget: Budget) -> Fit:
    """Whether an architecture with its default settings stays within a budget."""
    found = profile.architecture(info.name) if profile is not None else None
    milliseconds, measured = _latency(info, found, profile, target(budget.target))
    int8 = round(_INT8_SHARE * (found.size_bytes if found else info.figures.size_bytes))
    return Fit(
        milliseconds=milliseconds,
        measured=measured,
        int8_bytes=int8,
        verdict=_verdict(milliseconds, int8, budget),
    )


def _latency(
    info: ArchitectureInfo, found: Measured | None, profile: Profile | None, wanted: Target
) -> tuple[float | None, bool]:
    here = pace_here(profile) if profile is not None else 0.0
    if not here:
        return None, False
    factor = here / wanted.pace if wanted.pace else 1.0
    if found is not None and found.latency_ms is not None:
        return found.latency_ms * factor, True
    assert profile is not None
    return info.figures.multiply_adds * growth(profile) / (here * 1e6) * factor, False


def _verdict(milliseconds: float | None, int8: int, budget: Budget) -> Verdict:
    used = []
    if budget.milliseconds and milliseconds is not None:
        used.append(milliseconds / budget.milliseconds)
    if budget.megabytes:
        used.append(int8 / 1e6 / budget.megabytes)
    if not used:
        return ""
    return "too-big" if max(used) > 1 else "tight" if max(used) > _TIGHT else "fits"


def largest(infos: tuple[ArchitectureInfo, ...], profile: Profile | None, budget: Budget) -> ArchitectureInfo | None:
    """The architecture with the most multiply–adds that stays within a budget, or None where none does."""
    fitting = [info for info in infos if fit(info, profile, budget).verdict != "too-big"]
    return max(fitting, key=lambda info: info.figures.multiply_adds, default=None)
