from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import pytest
from hypothesis import given

from kdstudio.core import params
from kdstudio.core.errors import Code, KDError
from kdstudio.core.params import ParamSpec, Value, check, param, parse, show, specs
from kdstudio.core.settings import SECTIONS
from tests.unit.core.test_recipe import values


class Everything(msgspec.Struct, frozen=True):
    """One setting of every type."""

    rate: Annotated[float, param("Speed.", unit="m/s", gt=0, le=10)] = 0.5
    count: Annotated[int, param("Number.", label="How many", ge=1)] = 3
    on: Annotated[bool, param("Switch.")] = True
    mode: Annotated[Literal["fast", "slow"], param("Mode.", group="More", advanced=True)] = "fast"
    name: Annotated[str, param("Name.")] = ""
    widths: Annotated[tuple[int, ...], param("Widths.")] = (800, 800)
    shares: Annotated[tuple[float, ...], param("Shares.")] = ()
    words: Annotated[tuple[str, ...], param("Words.")] = ()
    pairs: Annotated[dict[str, str], param("Pairs.")] = {}


SPECS = {spec.name: spec for spec in specs(Everything)}


def test_a_field_becomes_a_setting() -> None:
    assert SPECS["rate"] == ParamSpec(
        name="rate",
        type="float",
        default=0.5,
        label="Rate",
        help="Speed.",
        unit="m/s",
        minimum=0,
        maximum=10,
        exclusive_minimum=True,
    )
    assert (SPECS["count"].label, SPECS["count"].minimum) == ("How many", 1)
    assert (SPECS["mode"].choices, SPECS["mode"].group, SPECS["mode"].advanced) == (("fast", "slow"), "More", True)
    types = [spec.type for spec in SPECS.values()]
    assert types == ["float", "int", "bool", "choice", "text", "ints", "floats", "texts", "map"]
    assert SPECS["widths"].default == [800, 800]


def test_a_setting_survives_the_catalog() -> None:
    for spec in SPECS.values():
        assert msgspec.json.decode(msgspec.json.encode(spec), type=ParamSpec) == spec


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("rate", " 1e-3 ", 0.001),
        ("count", "-4", -4),
        ("on", "Yes", True),
        ("on", "off", False),
        ("mode", "slow", "slow"),
        ("name", "  a b ", "a b"),
        ("widths", "1200-1200", [1200, 1200]),
        ("widths", "1200, 800", [1200, 800]),
        ("widths", "-1, 2", [-1, 2]),
        ("widths", "", []),
        ("shares", "0.5,0.75", [0.5, 0.75]),
        ("words", "a, b ,", ["a", "b"]),
        ("pairs", "Cat = cat, Dog=dog", {"Cat": "cat", "Dog": "dog"}),
    ],
)
def test_what_a_person_types(name: str, text: str, value: Value) -> None:
    assert parse(SPECS[name], text) == value


@pytest.mark.parametrize(
    ("name", "text"), [("rate", "0,5"), ("count", "3.5"), ("on", "maybe"), ("widths", "a"), ("rate", "")]
)
def test_what_is_not_a_value_is_said(name: str, text: str) -> None:
    with pytest.raises(KDError, match=SPECS[name].label) as caught:
        parse(SPECS[name], text)
    assert caught.value.code is Code.RECIPE_INVALID


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("rate", 0.0, "more than 0"),
        ("rate", 10.0, ""),
        ("rate", 10.1, "at most 10"),
        ("rate", float("nan"), "finite"),
        ("rate", 1, ""),
        ("rate", True, "type float"),
        ("count", 0, "at least 1"),
        ("count", 1.0, "type int"),
        ("on", 1, "type bool"),
        ("mode", "odd", "one of fast, slow"),
        ("widths", [1, 2], ""),
        ("widths", (1, 2), ""),
        ("widths", [1, "2"], "type ints"),
        ("widths", [True], "type ints"),
        ("shares", [1, 0.5], ""),
        ("words", "abc", "type texts"),
        ("pairs", {"a": "b"}, ""),
        ("name", None, "type text"),
    ],
)
def test_a_value_is_checked_in_words(name: str, value: Value, wrong: str) -> None:
    found = check(SPECS[name], value)
    assert wrong in found
    assert bool(found) is bool(wrong)


def test_what_a_setting_takes_in_words() -> None:
    assert [SPECS[name].takes() for name in ("rate", "count", "mode", "words")] == [
        "float > 0, ≤ 10 m/s",
        "int ≥ 1",
        "fast | slow",
        "texts",
    ]


ALL = [spec for struct in SECTIONS.values() for spec in specs(struct) if spec.type not in ("text", "texts", "map")]


@pytest.mark.parametrize("spec", ALL, ids=lambda spec: spec.name)
def test_what_is_shown_can_be_typed(spec: ParamSpec) -> None:
    @given(values(spec))
    def inner(value: Value) -> None:
        assert parse(spec, show(value)) == value
        assert check(spec, value) == ""

    inner()


def test_defaults_are_values_that_pass() -> None:
    assert params.defaults(tuple(SPECS.values()))["widths"] == [800, 800]
    for struct in SECTIONS.values():
        for spec in specs(struct):
            assert check(spec, spec.default) == "", spec.name
