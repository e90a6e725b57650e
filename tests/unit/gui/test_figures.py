"""Numbers of the window in its language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from kdstudio.gui import figures, spoken, words
from kdstudio.gui.charts import numbers
from kdstudio.gui.language import Speaker
from kdstudio.gui.widgets.spec_row import as_text


@pytest.fixture
def speaker(qapp: QApplication) -> Iterator[Speaker]:
    made = Speaker(qapp)
    yield made
    made.silence()


def said() -> list[str]:
    return [
        words.size(1_234_567),
        words.number(77_754),
        words.share(0.985),
        words.points(-1.25),
        words.times(1.44),
        words.milliseconds(0.171),
        figures.count(12_345),
        numbers.value(0.9412),
        numbers.value(12_346),
        numbers.tick(0.25, 0.05),
        numbers.duration(2.5),
    ]


def test_german_numbers_have_german_separators(speaker: Speaker) -> None:
    speaker.speak("de")
    assert said() == [
        "1,2 MB",
        "77,8 k",
        "98,5\u00a0%",
        "−1,2 Punkte",
        "1,4 ×",
        "0,17 ms",
        "12.345",
        "0,9412",
        "12.346",
        "0,25",
        "2,5 s",
    ]


def test_english_numbers_stay_english(speaker: Speaker) -> None:
    speaker.speak("de")
    speaker.speak("en")
    assert words.share(0.985) == "98.5\u00a0%"
    assert figures.count(12_345) == "12,345"


def test_numbers_in_the_sentences_of_the_engine_are_german(speaker: Speaker) -> None:
    speaker.speak("de")
    assert spoken.engine("1,234 images in 10 classes.") == "1.234 Bilder in 10 Klassen."


def test_a_field_takes_the_comma_and_a_recipe_the_point(qtbot: QtBot, speaker: Speaker) -> None:
    speaker.speak("de")
    field = QDoubleSpinBox()
    qtbot.addWidget(field)
    field.setValue(1.5)
    assert field.text() == "1,50"
    assert as_text(1.5) == "1.5"
