"""Teacher and student drawn to scale, with how much smaller the student is."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kdstudio.gui import figures, icons, theme, words
from kdstudio.gui.models.sizes import Known, ratio
from kdstudio.gui.widgets.card import Card, column, holding
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.text import label, restyle


class Balance(Card):
    """One band across the page."""

    def __init__(self) -> None:
        super().__init__(padding=18)
        self._scale = _Scale()
        self._teacher, self._teacher_size = label("", "strong", wrap=True), label("", "small", wrap=True)
        self._student, self._student_size = label("", "strong", wrap=True), label("", "small", wrap=True)
        self._times, self._note = label("", "title", wrap=True, tone="accent"), label("", "small", wrap=True)
        teacher = holding(column(label(self.tr("Teacher"), "overline"), self._teacher, self._teacher_size, spacing=2))
        student = holding(column(label(self.tr("Student"), "overline"), self._student, self._student_size, spacing=2))
        middle = holding(column(None, self._times, self._note, None, spacing=0))
        columns = Columns((teacher, 1), (middle, 1), (student, 1), spacing=20)
        columns.turned.connect(self._align)
        layout = QHBoxLayout()
        layout.setSpacing(20)
        layout.addWidget(self._scale, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(columns, 1)
        self.add(layout)
        self._align(beside=True)

    def _align(self, beside: bool) -> None:
        """What compares the two stands in the middle between them, or in line with them below each other."""
        for line in (self._times, self._note):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter if beside else Qt.AlignmentFlag.AlignLeft)

    def show_models(self, teacher: Known, student: Known, about_teacher: str = "") -> None:
        """Compare two models by what is known of them; ``about_teacher`` is said below the teacher's size."""
        self._teacher.setText(teacher.title or self.tr("Not chosen yet"))
        self._student.setText(student.title)
        size = _size_words(teacher) or self.tr("its size is not known yet")
        self._teacher_size.setText("\n".join(filter(None, (size, about_teacher))))
        self._student_size.setText(_size_words(student) or self.tr("its size is not known yet"))
        larger = bool(teacher.size_bytes and student.size_bytes and student.size_bytes > teacher.size_bytes)
        if larger:
            times = self.tr("{times} larger").format(times=ratio(student.size_bytes, teacher.size_bytes))
        elif found := ratio(teacher.size_bytes, student.size_bytes):
            times = self.tr("{times} smaller").format(times=found)
        else:
            times = "–"
        self._times.setText(times)
        restyle(self._times, tone="warn" if larger else "accent")
        work = ratio(teacher.multiply_adds, student.multiply_adds)
        self._note.setText(self.tr("{times} less computation").format(times=work) if work else "")
        self._scale.show_sizes(teacher.size_bytes, student.size_bytes)
        self.setAccessibleName(
            f"{self._teacher.text()}, {self._teacher_size.text()}. {self._student.text()}, "
            f"{self._student_size.text()}. {self._times.text()}. {self._note.text()}"
        )


def _size_words(known: Known) -> str:
    parts = []
    if known.size_bytes:
        parts.append(words.size(known.size_bytes))
    if known.parameters:
        parts.append(QCoreApplication.translate("words", "{n} parameters").format(n=words.number(known.parameters)))
    if known.latency_ms:
        parts.append(
            QCoreApplication.translate("words", "{ms} ms here").format(ms=figures.local(f"{known.latency_ms:,.2f}"))
        )
    return " · ".join(parts)


class _Scale(QWidget):
    """Two squares whose areas are as the sizes are."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedSize(QSize(112, 72))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sizes(self, teacher: int | None, student: int | None) -> None:
        self._share = sqrt(student / teacher) if teacher and student else 0.0
        self.update()

    def paintEvent(self, event: object) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent_soft"))
        painter.drawRoundedRect(QRectF(0, 0, 72, 72), 14, 14)
        icons.paint(painter, QRectF(22, 22, 28, 28), "graduation-cap", look.tokens.accent_text)
        side = 72 * min(1.0, self._share)
        if side:
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(QRectF(80, 72 - side, side, side).intersected(QRectF(80, 0, 32, 72)), 4, 4)
