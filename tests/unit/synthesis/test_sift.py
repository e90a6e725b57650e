"""Which texts are kept, and why not the others."""

from __future__ import annotations

import pytest

from kdstudio.synthesis.language import foreign
from kdstudio.synthesis.sift import Reason, Sieve, clean, id_of, loops, unwrapped
from tests.author import BRIEF, HELD_OUT


@pytest.fixture
def sieve() -> Sieve:
    return Sieve(BRIEF, [text for text, _ in HELD_OUT], max_words=12)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        ("?! …", Reason.EMPTY),
        ("1.1.1.3 5", Reason.EMPTY),
        ("They must not fit another answer: so it is.", Reason.ECHO),
        ("word " * 13, Reason.LONG),
        ("Я очень доволен этой лампой", Reason.FOREIGN),
        ("Ich bin mit der Lampe nicht zufrieden und schicke sie zurück", Reason.FOREIGN),
        ("As an AI language model I have no lamp.", Reason.TALK),
        ("I'm sorry, but I can't help with that.", Reason.TALK),
        ("Here are five short reviews:", Reason.TALK),
        ("Thanks, [Name], the lamp is fine.", Reason.TALK),
        ('{"texts": ["It is fine', Reason.TALK),
        ("it is good it is good it is good it is", Reason.LOOP),
        ("The customer is glad to have it.", Reason.ECHO),
        ("So: A late delivery alone says nothing of the thing.", Reason.ECHO),
        ("I use this kettle every single day, and love it!", Reason.GOOD),
        ("A good review!", Reason.LABEL),
        ("It is a good lamp.", None),
        ("Bought it. Broke within a week, waste of money! And so on.", Reason.GOOD),
        ("This product is a product that I bought", Reason.BAD),
        ("A glorious umbrella for stormy days", Reason.HELD_OUT),
        ("The lamp is bright, and my cat likes it.", None),
        ("No no no, not again.", None),
    ],
)
def test_the_reason_of_a_drop(sieve: Sieve, text: str, reason: Reason | None) -> None:
    assert sieve.fault(sieve.cleaned(text)) == reason


def test_copies_and_near_copies_of_what_passed(sieve: Sieve) -> None:
    text = "The lamp is bright, and my cat likes it very much."
    assert sieve.fault(text) is None
    sieve.remember(text)
    assert sieve.fault(text) is Reason.SAME
    assert sieve.fault("the lamp is bright and my cat likes it very much!") is Reason.ALIKE
    assert sieve.fault("The shoe is narrow, and my toe hates it very much.") is None


def test_a_persons_own_texts_are_left_as_they_are() -> None:
    sieve = Sieve(BRIEF, [], max_words=3, given=True)
    for text in ('"Quoted" - and long, in several words', "1. Numbered", "Ich mag der die das und nicht ich mit ein"):
        assert sieve.cleaned(text) == text
        assert sieve.fault(text) is None


def test_control_signs_and_terminal_codes_are_cleaned() -> None:
    assert (
        clean("\x1b[31mred\x1b[0m \x07bell\u202e\u200b\x00 \t two\r\n\r\n\r\n\r\nthree \ud800")
        == "red bell two\n\nthree"
    )
    assert clean("\x1b]0;title\x07x") == "x"
    assert clean("می\u200cخواهم 👩\u200d🔧") == "می\u200cخواهم 👩\u200d🔧"
    assert clean("e\u0301") == "é"


def test_what_a_teacher_puts_around_a_text_is_taken_off() -> None:
    assert unwrapped("1. “It is fine.”", ("good",)) == "It is fine."
    assert unwrapped("**Good**: It is fine.", ("good",)) == "It is fine."
    assert unwrapped("It is fine. (Good)", ("good",)) == "It is fine."
    assert unwrapped("It is good", ("good",)) == "It is good"
    assert unwrapped('"It" is "fine"', ("good",)) == '"It" is "fine"'
    assert unwrapped("Good value: it is fine.", ("good",)) == "Good value: it is fine."


def test_a_formula_is_a_text() -> None:
    sieve = Sieve(BRIEF, [], max_words=20)
    assert sieve.cleaned("=cmd|' /C calc'!A0") == "=cmd|' /C calc'!A0"


def test_an_id_is_of_the_text_alone() -> None:
    assert id_of("a") == id_of("a") != id_of("b")


def test_loops() -> None:
    assert loops("very very very very very good")
    assert not loops("very very good and very very bad")
    assert not loops("ha ha ha, what a lamp")


@pytest.mark.parametrize(
    ("text", "language", "is_foreign"),
    [
        ("Das ist gut", "English", False),  # too short to tell
        ("Καλημέρα σας", "Greek", False),
        ("Good morning to you", "Greek", True),
        ("これはランプです", "Japanese", False),
        ("这个灯很好", "Japanese", False),
        ("이 램프는 좋다", "Korean", False),
        ("Whatever there is in here", "Klingon", False),
        ("La lampe est très belle et je suis content de l’achat", "English", True),
        ("La lampe est très belle et je suis content de l’achat", "French", False),
        ("12345 678", "Russian", False),
    ],
)
def test_the_language(text: str, language: str, is_foreign: bool) -> None:
    assert foreign(text, language) == is_foreign
