"""One line of the health report. It is a button where there is something to see."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from kdstudio.core.health import Finding
from kdstudio.gui import spoken
from kdstudio.gui.icons import IconLabel
from kdstudio.gui.widgets.text import label

_ICONS = {"pass": ("circle-check", "ok"), "warn": ("triangle-alert", "warn"), "stop": ("circle-x", "stop")}


class HealthLine(QPushButton):
    """A finding: pass, warn or stop. ``clicked`` is for findings with examples."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        opens = bool(finding.items) or (finding.severity != "pass" and bool(finding.hint))
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._text = label(spoken.engine(finding.message), wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        icon, role = _ICONS[finding.severity]
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(8, 8, 8, 8)
        self._line.setSpacing(10)
        self._line.addWidget(IconLabel(icon, role, 18), 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._text, 1)
        if opens:
            self._line.addWidget(IconLabel("chevron-right", "muted", 16), 0, Qt.AlignmentFlag.AlignVCenter)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setEnabled(opens)
        self.setAccessibleName(f"{severity_words(finding.severity)}: {spoken.engine(finding.message)}")
        self.setAccessibleDescription(spoken.engine(finding.hint))

    def sizeHint(self) -> QSize:
        """What the unwrapped text needs."""
        return self._line.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Narrow; the text wraps."""
        return QSize(120, self._line.minimumSize().height())

    def heightForWidth(self, width: int) -> int:
        """As tall as the wrapped text needs."""
        return self._line.totalHeightForWidth(width)


def severity_words(severity: str) -> str:
    """What a screen reader says for the icon."""
    translate = QCoreApplication.translate
    return {
        "pass": translate("health", "Fine"),
        "warn": translate("health", "Warning"),
        "stop": translate("health", "Must be resolved"),
    }[severity]
