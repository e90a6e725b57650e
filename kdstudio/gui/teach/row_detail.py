"""One row: the text, what it was written for, what the teacher answers on its own, and what a person says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdstudio.core.synthesis import Review, Row
from kdstudio.gui import spoken, theme, words
from kdstudio.gui.widgets.buttons import Button, button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label

_KEYS = 9


class RowDetail(Card):
    """``judged`` brings ``right``, ``out``, ``held-out`` or the number of a label from 0, as :class:`RowView` does."""

    judged = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=18)
        self.setAccessibleName(self.tr("The chosen row"))
        self._names: tuple[str, ...] = ()
        self.text = label("", "section", wrap=True)
        self._about = label("", "muted", wrap=True)
        self.shares = Shares()
        self._asked = label(self.tr("What is right?"), "strong", wrap=True)
        self.right = button(self.tr("It is right ⏎"), lambda: self.judged.emit("right"), icon="check")
        self.right.setAccessibleName(self.tr("It is right (Return)"))
        self.out = button(self.tr("Leave it out  X"), lambda: self.judged.emit("out"), icon="eye-off")
        self.out.setAccessibleName(self.tr("Leave it out (X)"))
        self.hold = button(self.tr("Hold it out  H"), lambda: self.judged.emit("held-out"), icon="lock")
        self.hold.setAccessibleName(self.tr("Take it into the held-out set (H)"))
        self.hold.setToolTip(self.tr("Into the held-out set, with the label that counts now; it is never trained on."))
        self.labels: list[Button] = []
        self._choices = Flow(spacing=6)
        self._said = label("", "small", wrap=True)
        self._keys = label(
            self.tr("By keyboard, in the list: J and K or the arrows move, a number chooses the label."),
            "small",
            wrap=True,
        )
        for item in (self.text, self._about, self.shares, self._asked, self._choices):
            self.add(item)
        self.add(Flow(self.right, self.out, self.hold, spacing=6))
        self.add(self._said)
        self.add(self._keys)
        self.body.addStretch(1)

    def show_names(self, names: Sequence[str]) -> None:
        """Offer these labels."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        for made in self.labels:
            self._choices.flow.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.labels = [self._choice(number, name) for number, name in enumerate(names)]
        for made in self.labels:
            self._choices.flow.addWidget(made)
            made.show()

    def _choice(self, number: int, name: str) -> Button:
        key = f"{number + 1}  " if number < _KEYS else ""
        said = self.tr("The right label is {name}").format(name=name)
        made = button(f"{key}{name}".replace("&", "&&"), lambda: self.judged.emit(str(number)), name=said)
        made.setCheckable(True)
        return made

    def show_row(self, row: Row | None, review: Review | None) -> None:
        """Show a row with what was said of it, or that none is chosen."""
        for part in (self._about, self.shares, self._asked, self._choices, self.right, self.out, self.hold, self._said):
            part.setVisible(row is not None)
        if row is None:
            self.text.setText(self.tr("No row is chosen."))
            return
        self.text.setText(row.text)
        self._about.setText(self._describe(row))
        known = len(row.probabilities) == len(self._names) and bool(self._names)
        self.shares.setVisible(known)
        if known:
            self.shares.show_shares(self._names, row.probabilities)
        counts = review.label if review is not None else ""
        for made, name in zip(self.labels, self._names, strict=True):
            made.setChecked(name == counts)
        self._said.setText(self._describe_review(row, review))

    def _describe(self, row: Row) -> str:
        said = [self.tr("Written for “{label}”.").format(label=row.label)]
        if row.answer and row.answer != row.label:
            said.append(self.tr("Asked without being told, the teacher says “{answer}”.").format(answer=row.answer))
        if row.why:
            said.append(spoken.engine(row.why))
        return " ".join(said)

    def _describe_review(self, row: Row, review: Review | None) -> str:
        if review is None:
            return self.tr("Nobody has looked at it yet.")
        if not review.label:
            return self.tr("You left it out.")
        if review.held_out:
            return self.tr("You took it into the held-out set as “{label}”.").format(label=review.label)
        if review.label == row.label:
            return self.tr("You said that it is right.")
        return self.tr("You said that “{label}” is right.").format(label=review.label)


class Shares(QWidget):
    """What the teacher thinks of each label, as bars."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[str, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_shares(self, names: Sequence[str], shares: Sequence[float]) -> None:
        """Show a share for each label."""
        self._parts = list(zip(names, shares, strict=True))
        self.setAccessibleName(", ".join(f"{name} {words.share(share)}" for name, share in self._parts))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return theme.current().px("small") + 10

    def sizeHint(self) -> QSize:
        """A line for each label."""
        return QSize(120, self._line() * len(self._parts))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: object) -> None:
        """Draw."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(look.px("small"))
        painter.setFont(font)
        metrics, line = QFontMetrics(font), self._line()
        figure = metrics.horizontalAdvance(words.share(1.0)) + 8
        name = min(self.width() // 2, max((metrics.horizontalAdvance(n) for n, _ in self._parts), default=0) + 2) + 10
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for number, (text, share) in enumerate(self._parts):
            top = number * line
            painter.setPen(look.color("text"))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, name - 10)
            painter.drawText(QRectF(0, top, name, line), middle, shown)
            painter.setPen(look.color("muted"))
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(QRectF(self.width() - figure, top, figure, line), right, words.share(share))
            track = QRectF(name, top + line / 2 - 3, max(1.0, self.width() - name - figure - 6), 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("line"))
            painter.drawRoundedRect(track, 3, 3)
            if share > 0:
                track.setWidth(max(4.0, track.width() * share))
                painter.setBrush(look.color("accent"))
                painter.drawRoundedRect(track, 3, 3)
