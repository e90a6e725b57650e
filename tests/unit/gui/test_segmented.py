"""Choices side by side."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from kdstudio.gui.widgets.segmented import Segmented

WORDS = ("Faster", "Balanced", "Checkpoint", "Summary", "Images")


@pytest.mark.parametrize("taken", WORDS)
@pytest.mark.usefixtures("look")
def test_the_taken_choice_has_room_for_its_bold_words_and_moves_nothing(qtbot: QtBot, taken: str) -> None:
    choices = Segmented([(word, word) for word in WORDS], "Choice")
    qtbot.addWidget(choices)
    choices.show()
    before = [button.sizeHint() for button in choices.buttons.values()]
    choices.set_value(taken)
    assert [button.sizeHint() for button in choices.buttons.values()] == before
    button = choices.buttons[taken]
    bold = QFont(button.font())
    bold.setWeight(QFont.Weight.DemiBold)
    around = 2 * (16 + 1)  # padding and border in the style sheet
    assert button.sizeHint().width() >= QFontMetrics(bold).horizontalAdvance(taken) + around
