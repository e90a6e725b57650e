from __future__ import annotations

import msgspec
import pytest

from kdstudio.core import catalog, targets
from kdstudio.core.profile import Measured, Profile
from kdstudio.core.targets import Budget

CATALOG = catalog.load()
PROFILE = Profile(
    input="32×32×3",
    classes=10,
    train=1,
    validation=1,
    test=1,
    threads=1,
    architectures=(
        Measured(name="resnet8", parameters=78042, size_bytes=314856, multiply_adds=12_000_000, latency_ms=0.5),
        Measured(name="resnet20", parameters=272474, size_bytes=1096168, multiply_adds=40_000_000, latency_ms=2.0),
        Measured(name="resnet56", parameters=855770, size_bytes=3440104, multiply_adds=125_000_000, latency_ms=5.0),
    ),
)


def test_a_measured_latency_is_scaled_by_the_paces() -> None:
    assert targets.pace_here(PROFILE) == pytest.approx(24.0)
    info = CATALOG.architecture("resnet20")
    here = targets.fit(info, PROFILE, Budget(target="here"))
    assert (here.milliseconds, here.measured, here.verdict) == (2.0, True, "")
    assert targets.fit(info, PROFILE, Budget(target="phone")).milliseconds == pytest.approx(4.0)


def test_an_unmeasured_one_is_worked_out_and_says_so() -> None:
    info = CATALOG.architecture("resnet32")
    found = targets.fit(info, PROFILE, Budget(target="here"))
    assert not found.measured
    assert found.milliseconds == pytest.approx(info.figures.multiply_adds / 24e6, rel=0.05)
    assert targets.fit(info, None, Budget()).milliseconds is None


def test_an_unmeasured_one_is_as_much_slower_on_larger_pictures_as_the_measured_ones() -> None:
    info, measured = CATALOG.architecture("resnet32"), CATALOG.architecture("resnet20").figures
    twice = Measured(
        name="resnet20",
        parameters=measured.parameters,
        size_bytes=measured.size_bytes,
        multiply_adds=4 * measured.multiply_adds,  # twice the side
        latency_ms=4.0,
    )
    profile = msgspec.structs.replace(PROFILE, architectures=(), student=twice)
    assert targets.growth(profile) == 4.0
    found = targets.fit(info, profile, Budget(target="here"))
    assert found.milliseconds == pytest.approx(4.0 * info.figures.multiply_adds / measured.multiply_adds)
    wider = msgspec.structs.replace(twice, parameters=4 * measured.parameters)
    assert targets.growth(msgspec.structs.replace(profile, student=wider)) == 1.0


@pytest.mark.parametrize(
    ("milliseconds", "megabytes", "verdict"),
    [(10, 0, "fits"), (2.1, 0, "tight"), (1.9, 0, "too-big"), (10, 0.2, "too-big"), (0, 1, "fits"), (0, 0, "")],
)
def test_the_tighter_limit_decides(milliseconds: float, megabytes: float, verdict: str) -> None:
    budget = Budget(target="here", milliseconds=milliseconds, megabytes=megabytes)
    assert targets.fit(CATALOG.architecture("resnet20"), PROFILE, budget).verdict == verdict


def test_the_largest_that_fits_is_found() -> None:
    images = tuple(info for info in CATALOG.architectures if info.name.startswith("resnet"))
    found = targets.largest(images, PROFILE, Budget(target="here", milliseconds=2.5))
    assert found is not None
    assert found.name == "resnet20"
    assert targets.largest(images, PROFILE, Budget(target="here", milliseconds=0.01)) is None
    assert targets.largest(images, msgspec.structs.replace(PROFILE, architectures=()), Budget()) is not None
