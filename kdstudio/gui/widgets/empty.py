"""What stands where there is nothing yet: an icon, a sentence, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kdstudio.gui.icons import IconLabel
from kdstudio.gui.widgets.text import label


class EmptyState(QWidget):
    """Centred in its place; give it a button where there is something to do."""

    def __init__(self, icon: str, title: str, words: str = "", action: QPushButton | None = None) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 28, 24, 28)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(IconLabel(icon, "muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = label(title, "strong", wrap=True)
        self.words = label(words, "muted", wrap=True)
        if not words:
            self.words.hide()
        for line in (self.title, self.words):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(line)
        if action is not None:
            layout.addSpacing(4)
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
