"""The window speaks each of its languages completely."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kdstudio.gui.language import LANGUAGES, Speaker
from kdstudio.gui.pages.home import HomePage
from kdstudio.gui.studio import Studio

ROOT = Path(__file__).resolve().parents[3]
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:L?\d+|n)")


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """The script that collects and compiles; it is no part of the package."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def speaker(qapp: QApplication) -> Iterator[Speaker]:
    """Falls silent after the test, so that the next one reads the texts of the code again."""
    made = Speaker(qapp)
    yield made
    made.silence()


def test_no_text_lacks_its_translation(translations: ModuleType) -> None:
    assert translations.problems() == []
    assert set(translations.LANGUAGES) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_source(translations: ModuleType, language: str) -> None:
    file = translations.FOLDER / f"kdstudio_{language}.ts"
    messages = list(ElementTree.parse(file).getroot().iter("message"))
    assert messages
    for message in messages:
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        for form in list(translation.iter("numerusform")) or [translation]:
            said = form.text or ""
            assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(source)), f"“{source}” → “{said}”"


def test_the_home_page_speaks_german(qtbot: QtBot, studio: Studio, speaker: Speaker) -> None:
    assert speaker.speak("de")
    page = HomePage(studio)
    qtbot.addWidget(page)
    assert "Ein großes Modell klein machen" in [shown.text() for shown in page.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("language", "one", "many"), [("en", "1 core", "8 cores"), ("de", "1 Kern", "8 Kerne")], ids=LANGUAGES
)
def test_a_number_has_its_plural(speaker: Speaker, language: str, one: str, many: str) -> None:
    speaker.speak(language)
    said = [QCoreApplication.translate("HomePage", "%n core(s)", None, cores) for cores in (1, 8)]
    assert said == [one, many]
