"""The language of the window: Qt's own translators, from ``resources/translations``.

``packaging/translations.py`` collects the texts and compiles them; a test fails when one is missing.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kdstudio.core import resources
from kdstudio.gui import figures, spoken

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Languages that are complete, each by its own name."""


def chosen(setting: str) -> str:
    """The language that a setting means; ``auto`` follows the system where its language is there."""
    if setting in LANGUAGES:
        return setting
    system = QLocale.system().name().partition("_")[0]
    return system if system in LANGUAGES else "en"


class Speaker:
    """Holds the translators that are installed. English has one too: for its plurals."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = ""

    def speak(self, setting: str) -> bool:
        """Use a language from now on; true where it is another one than before."""
        language = chosen(setting)
        if language == self.language:
            return False
        self.silence()
        translator = QTranslator(self._app)
        if translator.load(str(resources.root() / "translations" / f"kdstudio_{language}.qm")):
            self._app.installTranslator(translator)
            self._installed.append(translator)
        self.language = language
        figures.use(language)
        spoken.forget()
        return True

    def silence(self) -> None:
        """Take the translators out again."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
        figures.use("en")
        spoken.forget()
        self.language = ""
