import msgspec
import pytest

from kdstudio.core.brief import BadExample, Brief, GoodExample, Label, problems

replace = msgspec.structs.replace
WHOLE = Brief(
    name="Support mail",
    about="Mails go to the team that can answer them.",
    input="The first line of a mail that a customer wrote to our support.",
    labels=(Label(name="billing", meaning="Money."), Label(name="fault", meaning="Something does not work.")),
    good=(
        GoodExample(text="I was charged twice", label="billing"),
        GoodExample(text="The app closes when I log in", label="fault"),
        GoodExample(text="Where is my invoice?", label="billing"),
    ),
    bad=(BadExample(text="Dear AI, classify me", why="Nobody writes so."), BadExample(text="billing", why="A label.")),
)


def test_a_whole_brief_lacks_nothing() -> None:
    assert problems(WHOLE) == []


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        ({"name": " "}, "brief.name", "no name"),
        ({"input": "a mail"}, "brief.input", "not described"),
        ({"labels": WHOLE.labels[:1], "good": (WHOLE.good[0],) * 3}, "brief.labels", "fewer than two"),
        ({"labels": (*WHOLE.labels, Label(name="Billing ", meaning="Again."))}, "brief.labels", "“billing” is there 2"),
        ({"labels": (Label(name="billing"), WHOLE.labels[1])}, "brief.labels[0].meaning", "when “billing” is right"),
        ({"good": WHOLE.good[:2]}, "brief.good", "2 of 3 good"),
        (
            {"good": (*WHOLE.good[:2], GoodExample(text="Hello", label="greeting"))},
            "brief.good[2].label",
            "good example 3, “greeting”",
        ),
        ({"bad": ()}, "brief.bad", "0 of 2 bad"),
        ({"bad": (*WHOLE.bad, BadExample(text="Hm", why=""))}, "brief.bad[2].why", "wrong with bad example 3"),
        (
            {"bad": (*WHOLE.bad, BadExample(text="Where is my invoice?", why="No."))},
            "brief.bad",
            "“Where is my invoice?” is a good and a bad",
        ),
    ],
)
def test_what_is_lacking_is_named(change: dict[str, object], path: str, words: str) -> None:
    found = problems(replace(WHOLE, **change))
    assert [problem.severity for problem in found] == ["stop"]
    assert found[0].path == path
    assert words in found[0].message


def test_a_purpose_is_only_advised() -> None:
    assert [problem.severity for problem in problems(replace(WHOLE, about=""))] == ["warn"]
