"""The engine's sentences and the settings' words in a German window."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kdstudio.core import resources
from kdstudio.core.health import Finding
from kdstudio.core.params import check
from kdstudio.core.preflight import Problem
from kdstudio.core.recipe import Recipe
from kdstudio.core.settings import all_settings
from kdstudio.gui import spoken
from kdstudio.gui.language import Speaker
from kdstudio.gui.models.problems import Problems
from kdstudio.gui.widgets.health_line import HealthLine
from kdstudio.gui.widgets.spec_row import SpecRow


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speaker = Speaker(qapp)
    assert speaker.speak("de")
    yield
    speaker.silence()


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("1,234 images in 10 classes.", "1.234 Bilder in 10 Klassen."),
        ("/data/cats does not exist.", "/data/cats gibt es nicht."),
        (
            "23 images have more than one label, such as a b.png, c.png. You accepted this.",
            "23 Bilder haben mehr als ein Label, etwa a b.png, c.png. Sie haben das hingenommen.",
        ),
        (
            "5 images are almost the same: a.png, b.png, c.png and 2 more.",
            "5 Bilder sind fast gleich: a.png, b.png, c.png und 2 weitere.",
        ),
        (
            "3 groups of texts are almost the same, such as row 3, row 7.",
            "3 Gruppen von Texten sind fast gleich, etwa row 3, row 7.",
        ),
        (
            "Repair it. Or accept it: data.accept = empty-class.",
            "Repair it. Oder nehmen Sie es hin: data.accept = empty-class.",
        ),
        (
            "The INT8 student keeps 98.5\u00a0% of the teacher’s accuracy at 1/29 of the size; distilling gained 2.3 "
            "points over training it alone.",
            "Der INT8-Schüler behält 98,5\u00a0% der Genauigkeit des Lehrers bei 1/29 der Größe; das Destillieren "
            "brachte 2,3 Punkte mehr als das Training allein.",
        ),
        ("steps", "Schritte"),
        ("Train the student alone", "Den Schüler allein trainieren"),
        ("Nobody has ever said this sentence.", "Nobody has ever said this sentence."),
        ("", ""),
    ],
)
def test_a_sentence_is_said_with_its_values(english: str, said: str) -> None:
    assert spoken.engine(english) == said


@pytest.mark.usefixtures("german")
def test_every_sentence_finds_itself_again() -> None:
    """With any values: the pattern that fits is its own, or one with the same translation."""
    sentences: list[str] = json.loads((resources.root() / "sentences.json").read_text(encoding="utf-8"))
    assert len(sentences) > 500
    place = re.compile(r"\{(\d+)\}")
    lost = [
        sentence
        for sentence in sentences
        if place.search(sentence) and spoken.engine(place.sub("7", sentence)) == place.sub("7", sentence)
    ]
    assert lost == []


@pytest.mark.usefixtures("look")
def test_english_is_said_as_it_is(qapp: QApplication) -> None:
    speaker = Speaker(qapp)
    speaker.speak("en")
    assert spoken.engine("1,234 images in 10 classes.") == "1,234 images in 10 classes."
    assert spoken.setting("Learning rate at its peak.") == "Learning rate at its peak."
    speaker.silence()


@pytest.mark.usefixtures("german", "look")
def test_a_setting_a_health_line_and_a_problem_speak_german(qtbot: QtBot) -> None:
    setting = next(setting for setting in all_settings(Recipe()) if setting.address == "plan.epochs")
    row = SpecRow(setting.spec, 20, setting.address)
    qtbot.addWidget(row)
    assert next(shown.text() for shown in row.findChildren(QLabel)) == "Epochen"
    assert row.editor.accessibleDescription().startswith("Durchgänge durch die Trainingsdaten.")
    assert spoken.engine(check(row.spec, 0)) == "Epochen muss mindestens 1 sein, nicht 0."
    line = HealthLine(Finding(code="classes", severity="pass", message="9 texts in 2 classes."))
    qtbot.addWidget(line)
    assert line.accessibleName().endswith(": 9 Texte in 2 Klassen.")
    problems = Problems()
    qtbot.addWidget(problems)
    problems.show_problems([Problem("data.path", "/x does not exist.", "Check the path.")])
    shown = [found.text() for found in problems.findChildren(QLabel)]
    assert "/x gibt es nicht." in shown
    assert "Prüfen Sie den Pfad." in shown


@pytest.mark.usefixtures("german")
def test_parts_of_a_sentence_are_said_too() -> None:
    split = (
        "8 for training, 1 for validation, 1 for the test (test drawn here: stratified, duplicates together, seed 3)."
    )
    assert spoken.engine(split) == (
        "8 zum Trainieren, 1 zum Validieren, 1 zum Testen (Test hier gezogen: geschichtet, Duplikate zusammen, Seed 3)."
    )
    assert spoken.engine("28 × 28 pixels, gray") == "28 × 28 Pixel, grau"
    broken = "3 of 500 images cannot be read and are left out; the first is a.jpg: The file is empty."
    assert spoken.engine(broken) == (
        "3 von 500 Bildern sind nicht lesbar und bleiben weg; das erste ist a.jpg: Die Datei ist leer."
    )
